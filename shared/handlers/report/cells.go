package report

import (
	"cmp"
	"encoding/base64"
	"maps"
	"net/http"
	"slices"
	"strings"

	"heed/shared/cells"
	"heed/shared/heed"
)

// cellRow is the sums of one class of a cell: the touchpoints of one kind whose
// customers were as busy. What no JSON number holds exactly is decimal text.
type cellRow struct {
	Program   string     `json:"program"`
	Day       string     `json:"day"`
	Dimension string     `json:"dimension"` // "" for the whole program
	Value     string     `json:"value"`
	Kind      string     `json:"kind"`
	Band      uint8      `json:"band"`
	N         uint64     `json:"touchpoints"`
	Eligible  uint64     `json:"eligible"`
	Asked     uint64     `json:"asked"`
	Sent      uint64     `json:"sent"`
	Failed    uint64     `json:"failed"`
	Bounced   uint64     `json:"bounced"`
	Answered  uint64     `json:"answered"`
	Drawn     uint64     `json:"drawn"`
	Doubtful  uint64     `json:"doubtful"`
	LeftOut   uint64     `json:"left_out"`
	Weight    string     `json:"weight_millionths"`
	Expected  string     `json:"expected_ppb"`
	Spread    string     `json:"spread_ppb2"`
	Scores    []scoreRow `json:"scores"`
}

// scoreRow is the answers of one score that enter the program's.
type scoreRow struct {
	Score  uint8  `json:"score"`
	N      uint64 `json:"answers"`
	Weight string `json:"weight_millionths"`
	Square string `json:"weight_squares"` // sum of the weights squared, in millionths of millionths
}

type cellRows struct {
	Cells []cellRow `json:"cells"`
	Next  string    `json:"next,omitempty"` // where there are more: what to give as after
}

// cellList lists the cells of one day: of one program and dimension at a time, in
// the order of the programs in surveys.yaml, so that no answer grows without
// bound. Those of comments' words are not among them.
func (h *Handler) cellList(r *http.Request) (any, error) {
	q := r.URL.Query()
	day, err := heed.ParseDay(q.Get("day"))
	if err != nil {
		return nil, err
	}
	list := h.cellsOf(q.Get("program"))
	if len(list) == 0 {
		return nil, heed.Errorf(heed.Invalid, "no program of that name is in surveys.yaml")
	}
	at := 0
	if after := q.Get("after"); after != "" {
		if at = slices.IndexFunc(list, func(d cellsOf) bool { return d.String() == after }) + 1; at == 0 {
			return nil, heed.Errorf(heed.Invalid, "\"after\" is what an earlier page gives as next")
		}
	}
	out := cellRows{Cells: []cellRow{}}
	if at == len(list) {
		return out, nil
	}
	all, err := h.Store.Cells(r.Context(), list[at].program, list[at].dim, day, day)
	if err != nil {
		return nil, err
	}
	for _, key := range slices.SortedFunc(maps.Keys(all), func(a, b cells.Key) int { return strings.Compare(a.Value, b.Value) }) {
		out.Cells = append(out.Cells, rowsOfCell(key, all[key])...)
	}
	if at+1 < len(list) {
		out.Next = list[at].String()
	}
	return out, nil
}

// cellsOf is a program and dimension, of which a page has all cells of a day.
type cellsOf struct{ program, dim string }

// String is what to give as after.
func (c cellsOf) String() string {
	return base64.RawURLEncoding.EncodeToString([]byte(c.program + "\x00" + c.dim))
}

func (h *Handler) cellsOf(only string) (list []cellsOf) {
	names := []string{heed.NoProgram}
	for i := range h.Config.Programs {
		names = append(names, h.Config.Programs[i].Name)
	}
	dims := append([]string{""}, append(slices.Clone(h.Config.Dimensions), cells.Answer)...)
	for _, name := range names {
		for _, dim := range dims {
			if only == "" || only == name {
				list = append(list, cellsOf{name, dim})
			}
		}
	}
	return list
}

func rowsOfCell(key cells.Key, c *cells.Cell) (list []cellRow) {
	classes := slices.SortedFunc(maps.Keys(c.Classes), func(a, b cells.Class) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), cmp.Compare(a.Band, b.Band))
	})
	for _, class := range classes {
		s := c.Classes[class]
		list = append(list, cellRow{
			Program: key.Program, Day: key.Day.String(), Dimension: key.Dim, Value: key.Value, Kind: class.Kind, Band: class.Band,
			N: s.N, Eligible: s.Eligible, Asked: s.Asked, Sent: s.Sent, Failed: s.Failed, Bounced: s.Bounced, Answered: s.Answered,
			Drawn: s.Drawn, Doubtful: s.Doubtful, LeftOut: s.LeftOut,
			Weight: s.Weight.String(), Expected: s.Expected.String(), Spread: s.Spread.String(), Scores: scoresOf(s),
		})
	}
	return list
}

// scoresOf is the histogram of a class, over all groups.
func scoresOf(s *cells.Sums) []scoreRow {
	all := map[uint8]cells.Weights{}
	for slot, w := range s.Responses {
		all[slot.Score] = all[slot.Score].Add(w)
	}
	list := []scoreRow{}
	for _, score := range slices.Sorted(maps.Keys(all)) {
		w := all[score]
		list = append(list, scoreRow{score, w.N, w.W.String(), w.Q.String()})
	}
	return list
}
