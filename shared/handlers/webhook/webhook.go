// Package webhook is where a source's delivery comes in. It verifies, makes
// touchpoints of the delivery and answers 2xx only once they are on the queue.
// It decides nothing and knows no table: what it cannot understand goes the
// same way as what it can, and so does its count of both.
package webhook

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"heed/shared/handlers/book"
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
	Every   time.Duration    // between two tallies of one source, by real time, where Flush is called; 0 where it is not: a minute, and whenever deliveries have doubled
	Real    func() time.Time // real time, even where the laptop's clock was moved: signatures are made on it
	Now     func() time.Time // all else
	Log     *slog.Logger

	book book.Book
}

// receipt is the answer to a delivery that was taken. One of which only a part
// was understood has both: the touchpoints, and the whole delivery kept.
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

// deliver takes a delivery, counts it and answers.
func (h *Handler) deliver(w http.ResponseWriter, r *http.Request, source *surveys.Source) {
	now := h.Now()
	tally := heed.Tally{Source: source.Name, Day: heed.DayOf(now, h.Config.Zone), Deliveries: 1, Delivered: now}
	d, err := h.take(r, source, &tally)
	if err == nil {
		err = h.put(r.Context(), d.messages, &tally)
	} else {
		tally = heed.Tally{Source: tally.Source, Day: tally.Day, Deliveries: 1, Delivered: now}
		tally.Rejected[rejection(err)]++
		_ = h.put(r.Context(), nil, &tally) // has said so
	}
	switch {
	case err != nil:
		h.Log.Warn("delivery rejected", "source", source.Name, "code", heed.CodeOf(err), "why", heed.MessageOf(err))
		web.Error(w, h.Log, err)
	case d.answer != nil:
		h.answer(w, d.answer)
	default:
		web.JSON(w, h.Log, http.StatusOK, d.receipt)
	}
}

// answer sends what the vendor wants to hear instead of a receipt.
func (h *Handler) answer(w http.ResponseWriter, a *sources.Answer) {
	w.Header().Set("Content-Type", a.ContentType)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if _, err := w.Write(a.Body); err != nil {
		h.Log.Warn("answer not sent whole", "cause", err.Error())
	}
}
