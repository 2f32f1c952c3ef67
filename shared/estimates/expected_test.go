package estimates

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
)

// What R says of one mean, by one design or by three.
type (
	meanOf struct {
		Mean, Variance float64
		TInterval      [2]float64 `json:"t_interval"`
	}
	designs struct{ Single, Customers, Groups meanOf }
	pair    [2]float64
)

type expectations struct {
	Quantiles struct {
		Z    float64
		T    map[string]float64
		Beta struct{ A, B, Q, At float64 }
	}
	NPS struct {
		N                uint64
		Weight, Kish     float64
		Net              designs
		Promoters        meanOf // by customers
		PromotersSingle  meanOf `json:"promoters_single"`
		DetractorsSingle meanOf `json:"detractors_single"`
		Jackknife        float64
		Rocks            pair
		DesignN          float64 `json:"design_n"`
		RocksDesign      pair    `json:"rocks_design"`
		Korn             pair    `json:"promoters_korn"`
		Logit            pair    `json:"promoters_logit"`
		Wald             pair    `json:"promoters_wald"`
		Wilson           pair    `json:"promoters_wilson"`
		Teams            map[string]meanOf
		RedAlone         meanOf `json:"red_alone"`
		Later            designs
	}
	CSAT struct {
		N              uint64
		Kish, Poisson  float64
		Top2, Score    meanOf
		Wilson         pair
		Adjusted       designs
		AdjustedScore  meanOf  `json:"adjusted_score"`
		AdjustedKish   float64 `json:"adjusted_kish"`
		AdjustedTotal  meanOf  `json:"adjusted_total"`
		AdjustedKorn   pair    `json:"adjusted_korn"`
		AdjustedLogit  pair    `json:"adjusted_logit"`
		AdjustedWilson pair    `json:"adjusted_wilson"`
		Stratified     float64
		SimpleRandom   meanOf `json:"simple_random"`
	}
	CES struct {
		N            uint64
		Kish, Spread float64
		Score        designs
	}
	Shrunk struct {
		Y, V, Values []float64
		Tau2, Mu     float64
	}
	Many struct{ P, Adjusted []float64 }
}

func expected(t *testing.T) (e expectations) {
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

// lines reads a file of testdata, each line by its columns' names.
func lines(t *testing.T, name string) (all []map[string]string) {
	t.Helper()
	f, err := os.Open("testdata/" + name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	read, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, fields := range read[1:] {
		line := map[string]string{}
		for i, field := range fields {
			line[read[0][i]] = field
		}
		all = append(all, line)
	}
	return all
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// answers makes rows of those lines of a data set that are kept.
func answers(t *testing.T, name string, keep func(line map[string]string) bool) (rows []*heed.Row) {
	t.Helper()
	for _, line := range lines(t, name) {
		if !keep(line) {
			continue
		}
		pi := uint32(number(t, line["pi_ppb"]))
		if got := cells.Weight(pi); got != uint64(number(t, line["weight_micro"])) {
			t.Fatalf("weight of %d: got %d, want %s", pi, got, line["weight_micro"])
		}
		row := touchpoint(t, line)
		row.Customer = heed.Hash{15: byte(number(t, line["customer"]))}
		row.Scope = heed.Hash{15: byte(number(t, line["group"]))}
		row.Reason, row.Pi = heed.Asked, pi
		row.Response = &heed.Response{Score: number(t, line["score"])}
		rows = append(rows, row)
	}
	return rows
}

// touchpoint is a row of the line's kind and band, not asked.
func touchpoint(t *testing.T, line map[string]string) *heed.Row {
	t.Helper()
	row := &heed.Row{Kind: line["kind"], Decision: heed.Decision{Program: "support", Reason: heed.NotDrawn}}
	if line["band"] != "" {
		row.N90 = uint16(number(t, line["band"])) // 0 and 1 touchpoints before are bands 0 and 1
	}
	return row
}

func everyone(map[string]string) bool { return true }

func in(column, value string) func(map[string]string) bool {
	return func(line map[string]string) bool { return line[column] == value }
}

func cellOf(rows []*heed.Row) *cells.Cell {
	return cells.Merge(cells.Of(slices.Values(rows), nil)[cells.Key{Program: "support"}])
}

func grouped(rows []*heed.Row, ask heed.Ask) *Sample { return OfCell(cellOf(rows), ask) }

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

func nearPair(t *testing.T, what string, low, high float64, want pair) {
	t.Helper()
	near(t, what+", low", low, want[0])
	near(t, what+", high", high, want[1])
}

// same compares a mean, its variance and its interval with R's.
func same(t *testing.T, what string, mean Mean, v, df float64, want meanOf) {
	t.Helper()
	near(t, what, mean.Value, want.Mean)
	near(t, what+", variance", v, want.Variance)
	if want.TInterval != (pair{}) {
		low, high := Student(mean.Value, v, df)
		nearPair(t, what, low, high, want.TInterval)
	}
}
