package report

import (
	"net/http"
	"time"

	"heed/shared/handlers/parcel"
	"heed/shared/heed"
	"heed/shared/sources"
)

// keptView is a delivery that was not understood, as the API shows it. A list
// leaves the bodies out.
type keptView struct {
	ID     string    `json:"id"`
	Source string    `json:"source"`
	At     time.Time `json:"at"`
	Why    string    `json:"why"`
	Bytes  int       `json:"bytes"`
	Body   *string   `json:"body,omitempty"`
}

func keptViewOf(k *heed.Kept) keptView {
	return keptView{ID: k.ID.String(), Source: k.Source, At: k.At, Why: k.Why, Bytes: len(k.Body)}
}

// keptList lists kept deliveries, newest day first.
func (h *Handler) keptList(r *http.Request) (any, error) {
	limit, err := limit(r.URL.Query().Get("limit"))
	if err != nil {
		return nil, err
	}
	out := []keptView{}
	for k, err := range h.Store.Kept(r.Context(), h.Now()) {
		if err != nil {
			return nil, err
		}
		if out = append(out, keptViewOf(k)); len(out) == limit {
			break
		}
	}
	return map[string]any{"kept": out}, nil
}

// keptOne shows one, body and all.
func (h *Handler) keptOne(r *http.Request) (any, error) {
	k, err := h.find(r)
	if err != nil {
		return nil, err
	}
	v, body := keptViewOf(k), string(k.Body)
	v.Body = &body
	return v, nil
}

func (h *Handler) find(r *http.Request) (*heed.Kept, error) {
	for k, err := range h.Store.Kept(r.Context(), h.Now()) {
		if err != nil || k.ID.String() == r.PathValue("id") {
			return k, err
		}
	}
	return nil, heed.Errorf(heed.NotFound, "no delivery of that id is kept")
}

// replayed is what a kept delivery came to when it was read anew. Of one that
// is still kept only a part was understood.
type replayed struct {
	Touchpoints int    `json:"touchpoints"`
	Kept        string `json:"kept,omitempty"`
	Why         string `json:"why,omitempty"`
}

// replay reads a kept delivery anew, puts what it holds on the queue, and only
// then, if all of it was understood, drops it.
func (h *Handler) replay(r *http.Request) (any, error) {
	k, err := h.find(r)
	if err != nil {
		return nil, err
	}
	return h.again(r, k)
}

func (h *Handler) again(r *http.Request, k *heed.Kept) (any, error) {
	source := h.Config.Source(k.Source)
	if source == nil {
		return nil, heed.Errorf(heed.Invalid, "surveys.yaml has no source %s any more", k.Source)
	}
	adapter, ok := sources.Of(source)
	if !ok {
		return nil, heed.Errorf(heed.Internal, "no adapter for this source")
	}
	request := &sources.Request{Method: http.MethodPost, URL: "?" + k.Query, Header: http.Header{}, Body: k.Body}
	for name, value := range k.Header {
		request.Header.Set(name, value)
	}
	touchpoints, why := adapter.Parse(request)
	if why != nil && len(touchpoints) == 0 {
		return nil, heed.Errorf(heed.Invalid, "still not understood: %v", why)
	}
	touchpoints = parcel.Distinct(k.Source, touchpoints)
	messages, err := parcel.Messages(h.Config.Scope, touchpoints)
	if err != nil {
		return nil, err
	}
	if len(messages) > 0 {
		if err := h.Queue.Put(r.Context(), messages...); err != nil {
			return nil, heed.Errorf(heed.Unavailable, "the touchpoints could not be stored, try again").Because(err)
		}
	}
	if why != nil {
		return replayed{len(touchpoints), k.ID.String(), why.Error()}, nil
	}
	return replayed{Touchpoints: len(touchpoints)}, h.Store.DropKept(r.Context(), k)
}
