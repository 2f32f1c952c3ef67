package figures

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// What R says of one mean, and of one data set.
type (
	meanOf struct {
		Mean, Variance float64
		TInterval      [2]float64 `json:"t_interval"`
	}
	dataSet struct {
		N                          uint64
		Kish                       float64
		Net, Promoters, Detractors meanOf
		Top2, Score                meanOf
		Interval                   [2]float64
	}
)

func expected(t *testing.T) (e struct {
	Quantiles struct {
		Z float64
		T map[string]float64
	}
	NPS, CSAT, CES dataSet
},
) {
	t.Helper()
	data, err := os.ReadFile("testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &e); err != nil {
		t.Fatal(err)
	}
	return e
}

// responses reads a data set, checks its weights, and makes the cell of it.
func responses(t *testing.T, ask heed.Ask) *cells.Cell {
	t.Helper()
	f, err := os.Open("testdata/" + string(ask) + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []*heed.Row
	for _, line := range lines[1:] { // customer, pi_ppb, weight_micro, score
		var field [4]int
		for i, s := range line {
			if field[i], err = strconv.Atoi(s); err != nil {
				t.Fatalf("%s: %v", f.Name(), err)
			}
		}
		if got := cells.Weight(uint32(field[1])); got != uint64(field[2]) {
			t.Fatalf("weight of %d: got %d, want %d", field[1], got, field[2])
		}
		rows = append(rows, response(heed.Hash{15: byte(field[0])}, uint32(field[1]), field[3]))
	}
	return cellOf(rows)
}

func response(scope heed.Hash, pi uint32, score int) *heed.Row {
	return &heed.Row{
		Scope:      scope,
		Kind:       "ticket.solved",
		Decision:   heed.Decision{Program: "support", Reason: heed.Asked, Pi: pi},
		Invitation: &heed.Invitation{},
		Response:   &heed.Response{Score: score},
	}
}

func cellOf(rows []*heed.Row) *cells.Cell {
	return cells.Merge(cells.Of(slices.Values(rows))[cells.Key{Program: "support"}])
}

func near(t interface {
	Helper()
	Errorf(string, ...any)
}, what string, got, want float64,
) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*max(1, math.Abs(want))) {
		t.Errorf("%s: got %.15g, want %.15g", what, got, want)
	}
}

func TestQuantilesAgainstR(t *testing.T) {
	e := expected(t)
	near(t, "z", z, e.Quantiles.Z)
	for df, want := range e.Quantiles.T {
		n, err := strconv.ParseFloat(df, 64)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "t with "+df+" degrees of freedom", tQuantile(n), want)
	}
}

func TestMeansAgainstR(t *testing.T) {
	e := expected(t)
	net := func(score int) int { return promoter(score) - detractor(score) + 1 } // from 0 to 2, as f must not be below 0
	for name, c := range map[string]struct {
		ask   heed.Ask
		set   dataSet
		f     func(int) int
		shift float64
		want  meanOf
	}{
		"net score":      {heed.NPS, e.NPS, net, 1, e.NPS.Net},
		"promoters":      {heed.NPS, e.NPS, promoter, 0, e.NPS.Promoters},
		"detractors":     {heed.NPS, e.NPS, detractor, 0, e.NPS.Detractors},
		"4 and 5 of 5":   {heed.CSAT, e.CSAT, top2, 0, e.CSAT.Top2},
		"mean of 1 to 5": {heed.CSAT, e.CSAT, itself, 0, e.CSAT.Score},
		"mean of 1 to 7": {heed.CES, e.CES, itself, 0, e.CES.Score},
	} {
		t.Run(name, func(t *testing.T) {
			s := sampleOf(responses(t, c.ask), c.ask)
			if s.N != c.set.N {
				t.Errorf("n: got %d, want %d", s.N, c.set.N)
			}
			near(t, "effective n", s.kish(), c.set.Kish)
			θ := s.hajek(c.f)
			near(t, "mean", θ-c.shift, c.want.Mean)
			v := s.variance(c.f, θ)
			near(t, "variance", v, c.want.Variance)
			low, high := student(θ-c.shift, v, float64(s.N-1))
			near(t, "low", low, c.want.TInterval[0])
			near(t, "high", high, c.want.TInterval[1])
		})
	}
}

func TestFiguresAgainstR(t *testing.T) {
	e := expected(t)
	for ask, want := range map[heed.Ask]struct {
		score, low, high float64
		set              dataSet
	}{
		heed.NPS:  {100 * e.NPS.Net.Mean, 100 * e.NPS.Interval[0], 100 * e.NPS.Interval[1], e.NPS},
		heed.CSAT: {100 * e.CSAT.Top2.Mean, 100 * e.CSAT.Interval[0], 100 * e.CSAT.Interval[1], e.CSAT},
		heed.CES:  {e.CES.Score.Mean, e.CES.Score.TInterval[0], e.CES.Score.TInterval[1], e.CES},
	} {
		t.Run(string(ask), func(t *testing.T) {
			f := Of(&surveys.Program{Name: "support", Ask: ask}, responses(t, ask), true)
			if !f.Shown || f.N != want.set.N {
				t.Fatalf("got %+v, want %d responses shown", f, want.set.N)
			}
			near(t, "score", *f.Score, want.score)
			near(t, "low", *f.Low, want.low)
			near(t, "high", *f.High, want.high)
			near(t, "effective n", f.EffectiveN, want.set.Kish)
			if ask == heed.CSAT {
				near(t, "mean", *f.Mean, want.set.Score.Mean)
			}
		})
	}
}
