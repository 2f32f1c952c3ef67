package decide

import (
	"context"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// terms are what decisions are made under, beside what is in surveys.yaml.
type terms struct {
	ring     *keyring.Ring
	paces    map[string]uint32
	rescoped heed.Day
	reach    heed.Day
}

// pacesFor is how long paces are good for: less than the schedule that sets
// them, and long enough not to be read for every touchpoint.
const pacesFor = 5 * time.Minute

// terms sees to it that the text of the configuration is in the table before
// its version is in a row, and whose peace it keeps, once for a process; and
// reads paces every while.
func (h *Handler) terms(ctx context.Context) (terms, error) {
	ring, err := h.Ring(ctx)
	if err != nil {
		return terms{}, fmt.Errorf("read the keys: %w", err)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.kept {
		if err := h.keep(ctx); err != nil {
			return terms{}, err
		}
	}
	if age := h.Now().Sub(h.read); h.paced() && (h.paces == nil || age < 0 || age >= pacesFor) {
		if err := h.readPaces(ctx); err != nil {
			return terms{}, err
		}
	}
	return terms{ring, h.paces, h.rescoped, h.reach}, nil
}

// keep writes down what a process decides by.
func (h *Handler) keep(ctx context.Context) (err error) {
	if err := h.Store.PutConfig(ctx, h.Config.Version, h.Config.Text); err != nil {
		return err
	}
	h.rescoped, h.reach, err = h.Store.Rescoped(ctx, h.Config.Scope, sampling.Reach(h.Config), heed.DayOf(h.Now(), time.UTC))
	h.kept = err == nil
	return err
}

// paced reports whether any program has a budget, and so a pace.
func (h *Handler) paced() bool {
	for i := range h.Config.Programs {
		if h.Config.Programs[i].Budget != (surveys.Budget{}) {
			return true
		}
	}
	return false
}

// readPaces reads the paces of the programs that have a budget. One that had
// one once may still have a pace, which means nothing.
func (h *Handler) readPaces(ctx context.Context) error {
	all, err := h.Store.Paces(ctx)
	if err != nil {
		return err
	}
	h.paces, h.read = map[string]uint32{}, h.Now()
	for i := range h.Config.Programs {
		p := &h.Config.Programs[i]
		if pace, ok := all[p.Name]; ok && p.Budget != (surveys.Budget{}) {
			h.paces[p.Name] = pace
		}
	}
	return nil
}
