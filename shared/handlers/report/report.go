// Package report is what the team sees and the orders it gives: scores,
// touchpoints with each decision explained, responses, deliveries that were
// not understood; pause, resume, replay and redrive; and what a former survey
// tool knew, to be taken over. It writes no cell, and no row but to forget a
// customer. Below /read/ it is
// what those see who may not see single responses (read.go).
package report

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/surveys"
	"heed/shared/web"
)

// A Redriver sets about moving dead letters back to the queues they came from.
type Redriver interface {
	Redrive(ctx context.Context) error
}

// A Handler serves the dashboard and the API.
type Handler struct {
	Config  *surveys.Config
	Ring    func(context.Context) (*keyring.Ring, error)
	Store   records.Store
	Queue   queue.Putter // where replayed touchpoints go
	Dead    Redriver
	Observe bool
	Home    string        // name of the table
	Base    string        // https://..., where sources post to
	Nav     []boards.Link // to pages that this deployment has beside those here; nil if there are none
	Now     func() time.Time
	Log     *slog.Logger
}

// Routes returns the handler of everything below / and /api/.
func (h *Handler) Routes() http.Handler {
	mux := http.NewServeMux()
	for pattern, p := range h.pages() {
		mux.HandleFunc(pattern, h.serve(p))
	}
	mux.HandleFunc("POST "+boards.CustomersPath, h.findCustomer)
	mux.HandleFunc("POST "+boards.CustomersPath+"/{id}/forget", h.serve(page{nil, h.forgetCustomer}))
	for pattern, answer := range map[string]func(*http.Request) (any, error){
		"GET /api/scores":            h.scores,
		"GET /api/compare":           h.compare,
		"GET /api/journey":           h.journey,
		"GET /read/api/scores":       h.readScores,
		"GET /read/api/compare":      h.readCompare,
		"GET /read/api/journey":      h.readJourney,
		"GET /api/touchpoints":       h.touchpoints,
		"GET /api/touchpoints/{id}":  h.touchpoint,
		"GET /api/responses":         h.responses,
		"GET /api/cells":             h.cellList,
		"GET /api/answers":           h.answers,
		"GET /api/sources":           h.sources,
		"GET /api/kept":              h.keptList,
		"GET /api/kept/{id}":         h.keptOne,
		"POST /api/kept/{id}/replay": h.replay,
		"GET /api/sending":           h.sending,
		"POST /api/pause":            h.pause,
		"POST /api/resume":           h.resume,
		"POST /api/redrive":          h.redrive,
		"POST /api/import":           h.importPeople,
	} {
		mux.HandleFunc(pattern, h.json(answer))
	}
	for _, rest := range []string{"/api/", "/read/"} {
		mux.HandleFunc(rest, h.json(func(*http.Request) (any, error) {
			return nil, heed.Errorf(heed.NotFound, "no such path")
		}))
	}
	return mux
}

func (h *Handler) json(answer func(*http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := answer(r)
		if err != nil {
			web.Error(w, h.Log, err)
			return
		}
		web.JSON(w, h.Log, http.StatusOK, v)
	}
}

// sending is whether mail goes out.
type sending struct {
	Paused  bool `json:"paused"`
	Observe bool `json:"observe"`
}

func (h *Handler) sending(r *http.Request) (any, error) {
	paused, err := h.Store.Paused(r.Context(), h.Home)
	return sending{paused, h.Observe}, err
}

func (h *Handler) pause(r *http.Request) (any, error) {
	return sending{true, h.Observe}, h.Store.Pause(r.Context())
}

func (h *Handler) resume(r *http.Request) (any, error) {
	return sending{false, h.Observe}, h.Store.Resume(r.Context(), h.Home)
}

func (h *Handler) redrive(r *http.Request) (any, error) {
	if err := h.Dead.Redrive(r.Context()); err != nil {
		return nil, heed.Errorf(heed.Unavailable, "not all dead letters could be moved, try again").Because(err)
	}
	return map[string]bool{"redriven": true}, nil
}
