package report

import (
	"net/url"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// wanted is what a request for figures asks for.
type wanted struct {
	period
	programs []surveys.Program
	by       string // dimension; "" for whole programs
	estimand string
	exact    bool // from rows, with the variance of customers
}

// wanted reads program, period or from and to, by, estimand and variance.
func (h *Handler) wanted(q url.Values) (w wanted, err error) {
	if w.period, err = h.period(q); err != nil {
		return w, err
	}
	if w.by, err = h.dimension(q.Get("by")); err != nil {
		return w, err
	}
	if w.programs, err = h.programs(q.Get("program")); err != nil {
		return w, err
	}
	switch w.estimand = q.Get("estimand"); w.estimand {
	case "", figures.EventWeighted:
		w.estimand = figures.EventWeighted
	case figures.CustomerWeighted:
		w.exact = true
	default:
		return w, heed.Errorf(heed.Invalid, "estimand is %s or %s", figures.EventWeighted, figures.CustomerWeighted)
	}
	switch q.Get("variance") {
	case "", "groups":
	case "customers":
		w.exact = true
	default:
		return w, heed.Errorf(heed.Invalid, "variance is groups or customers")
	}
	return w, nil
}

// dimension is what figures may be by: what surveys.yaml keeps, and the channel
// that answers came by.
func (h *Handler) dimension(by string) (string, error) {
	if all := append(slices.Clone(h.Config.Dimensions), cells.Answer); by != "" && !slices.Contains(all, by) {
		return "", heed.Errorf(heed.Invalid, "surveys.yaml keeps no dimension of that name; by is one of %v", all)
	}
	return by, nil
}

// programs is the one of that name, or all where it is "".
func (h *Handler) programs(name string) ([]surveys.Program, error) {
	if name == "" {
		return h.Config.Programs, nil
	}
	one := h.Config.Program(name)
	if one == nil {
		return nil, heed.Errorf(heed.Invalid, "no program of that name is in surveys.yaml")
	}
	return []surveys.Program{*one}, nil
}
