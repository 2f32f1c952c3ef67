// Package webhook is where a source's delivery comes in. It verifies, makes
// touchpoints of the delivery and answers 2xx only once they are on the queue.
// It decides nothing and knows no table: what it cannot understand goes the
// same way as what it can.
package webhook

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"heed/shared/handlers/parcel"
	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/sources"
	"heed/shared/surveys"
	"heed/shared/web"
)

// Prefix is what every webhook's path begins with; the source's name follows.
const Prefix = "/hooks/"

// A Handler takes the deliveries of all sources.
type Handler struct {
	Config  *surveys.Config
	Base    string                                                     // https://..., as vendors were told it: some sign the address they post to
	Secrets func(ctx context.Context, source string) ([]string, error) // those valid now, at most two
	Queue   queue.Putter
	Real    func() time.Time // real time, even where the laptop's clock was moved: signatures are made on it
	Now     func() time.Time // all else
	Log     *slog.Logger
}

// receipt is the answer to a delivery that was taken.
type receipt struct {
	Touchpoints []taken `json:"touchpoints"`
	Kept        string  `json:"kept,omitempty"` // id of a delivery that was not understood
	Why         string  `json:"why,omitempty"`
}

type taken struct {
	ID     string `json:"id"`
	Kind   string `json:"kind"`
	Object string `json:"object"`
}

// ServeHTTP takes one delivery. A GET or HEAD is a vendor looking whether
// somebody is there.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	source := h.Config.Source(strings.TrimPrefix(r.URL.Path, Prefix))
	if source == nil {
		web.Error(w, h.Log, heed.Errorf(heed.NotFound, "surveys.yaml names no such source"))
		return
	}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		web.JSON(w, h.Log, http.StatusOK, map[string]string{"source": source.Name})
	case http.MethodPost:
		h.deliver(w, r, source)
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		web.JSON(w, h.Log, http.StatusMethodNotAllowed, map[string]any{"error": map[string]string{
			"code": string(heed.Invalid), "message": "a delivery is a POST",
		}})
	}
}

func (h *Handler) deliver(w http.ResponseWriter, r *http.Request, source *surveys.Source) {
	receipt, err := h.take(r, source)
	if err != nil {
		h.Log.Warn("delivery rejected", "source", source.Name, "code", heed.CodeOf(err), "why", heed.MessageOf(err))
		web.Error(w, h.Log, err)
		return
	}
	web.JSON(w, h.Log, http.StatusOK, receipt)
}

func (h *Handler) take(r *http.Request, source *surveys.Source) (*receipt, error) {
	adapter, ok := sources.Of(source)
	if !ok {
		return nil, heed.Errorf(heed.Internal, "no adapter for this source")
	}
	delivery, err := sources.Read(r)
	if err != nil {
		return nil, err
	}
	delivery.URL = h.Base + r.URL.RequestURI()
	secrets, err := h.Secrets(r.Context(), source.Name)
	if err != nil {
		return nil, heed.Errorf(heed.Unavailable, "the signing secret cannot be read, try again").Because(err)
	}
	if err := adapter.Verify(delivery, secrets, h.Real()); err != nil {
		return nil, err
	}
	touchpoints, err := adapter.Parse(delivery)
	switch {
	case errors.Is(err, sources.ErrNotUnderstood):
		return h.keep(r.Context(), source.Name, delivery, err)
	case err != nil:
		return nil, err
	}
	return h.pass(r.Context(), source.Name, touchpoints)
}

// pass puts touchpoints on the queue, each in the group of its account or
// customer, so that no two of one scope are decided at once.
func (h *Handler) pass(ctx context.Context, source string, touchpoints []heed.Touchpoint) (*receipt, error) {
	out := &receipt{Touchpoints: []taken{}}
	messages, err := parcel.Messages(h.Config.Scope, source, touchpoints)
	if err != nil {
		return nil, err
	}
	for i := range touchpoints {
		t := &touchpoints[i]
		out.Touchpoints = append(out.Touchpoints, taken{t.ID().String(), t.Kind, t.Object})
	}
	return out, h.put(ctx, messages)
}

// keep sends a delivery that was not understood to where it can be replayed.
func (h *Handler) keep(ctx context.Context, source string, d *sources.Request, why error) (*receipt, error) {
	kept := heed.Kept{Source: source, At: h.Now().UTC(), Why: why.Error(), Header: worth(d.Header), Body: d.Body}
	parts := kept.Parts()
	var messages []queue.Message
	for i := range parts {
		body, err := queue.Parcel{Kept: &parts[i]}.Pack()
		if err != nil {
			return nil, err
		}
		// The day is in the key because it is in the part's place: parts of one
		// delivery that was sent again after midnight must not mix.
		key := fmt.Sprintf("%s-%s-%d", kept.ID, kept.At.Format(time.DateOnly), i)
		messages = append(messages, queue.Message{Group: kept.ID.String(), Key: key, Body: body})
	}
	h.Log.Warn("delivery kept", "source", source, "kept", kept.ID.String(), "why", kept.Why)
	return &receipt{Touchpoints: []taken{}, Kept: kept.ID.String(), Why: kept.Why}, h.put(ctx, messages)
}

func (h *Handler) put(ctx context.Context, messages []queue.Message) error {
	if len(messages) == 0 {
		return nil
	}
	if err := h.Queue.Put(ctx, messages...); err != nil {
		return heed.Errorf(heed.Unavailable, "the delivery could not be stored, send it again").Because(err)
	}
	return nil
}

// worth is what of the headers is kept with a delivery: all but credentials. A
// signature is none; its time may be the only one that the delivery has.
func worth(header http.Header) map[string]string {
	out := map[string]string{}
	for name, values := range header {
		lower := strings.ToLower(name)
		if lower == "cookie" || strings.Contains(lower, "auth") || strings.Contains(lower, "secret") || strings.Contains(lower, "token") || strings.Contains(lower, "key") {
			continue
		}
		out[name] = values[0]
	}
	return out
}
