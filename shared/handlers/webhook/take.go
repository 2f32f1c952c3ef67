package webhook

import (
	"errors"
	"net/http"

	"heed/shared/handlers/parcel"
	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// A delivered is what a delivery came to: what goes on the queue, and what is
// answered once it is there.
type delivered struct {
	messages []queue.Message
	receipt  receipt
	answer   *sources.Answer // nil for the receipt
}

// take reads and verifies a delivery, and packs what it holds. Its error is of a
// delivery that is rejected; tally counts what is not.
func (h *Handler) take(r *http.Request, source *surveys.Source, tally *heed.Tally) (*delivered, error) {
	adapter, ok := sources.Of(source)
	if !ok {
		return nil, heed.Errorf(heed.Internal, "no adapter for this source")
	}
	request, err := sources.Read(r)
	if err != nil {
		return nil, err
	}
	request.URL = h.Base + r.URL.RequestURI()
	secrets, err := h.Secrets(r.Context(), source.Name)
	if err != nil {
		return nil, heed.Errorf(heed.Unavailable, "the signing secret cannot be read, try again").Because(err)
	}
	if err := adapter.Verify(request, secrets, h.Real()); err != nil {
		return nil, err
	}
	touchpoints, why := adapter.Parse(request)
	if why != nil && !errors.Is(why, sources.ErrNotUnderstood) {
		return nil, why
	}
	d, err := h.pack(parcel.Distinct(source.Name, touchpoints), tally)
	if err == nil && why != nil {
		err = h.keep(d, request, secrets, why, tally)
	}
	if err != nil {
		return nil, err
	}
	if len(d.messages) == 0 {
		tally.Idle++
	}
	if a, ok := adapter.(sources.Answerer); ok {
		d.answer = a.Answer(request)
	}
	return d, nil
}

func (h *Handler) pack(touchpoints []heed.Touchpoint, tally *heed.Tally) (*delivered, error) {
	messages, err := parcel.Messages(h.Config.Scope, touchpoints)
	d := &delivered{messages: messages, receipt: receipt{Touchpoints: make([]taken, len(touchpoints))}}
	for i := range touchpoints {
		t := &touchpoints[i]
		d.receipt.Touchpoints[i] = taken{t.ID().String(), t.Kind, t.Object}
		tally.Came(t, tally.Delivered)
	}
	return d, err
}

// rejection is why a delivery was rejected, as it is counted. What take calls
// unavailable is the secret.
func rejection(err error) heed.Rejection {
	switch {
	case errors.Is(err, sources.ErrForged):
		return heed.RejectedForged
	case errors.Is(err, sources.ErrStale):
		return heed.RejectedStale
	}
	switch heed.CodeOf(err) {
	case heed.Unauthorized, heed.Forbidden:
		return heed.RejectedUnsigned
	case heed.Unsupported:
		return heed.RejectedType
	case heed.TooLarge:
		return heed.RejectedSize
	case heed.Invalid:
		return heed.RejectedBody
	case heed.Unavailable:
		return heed.RejectedSecret
	}
	return heed.RejectedTrouble
}
