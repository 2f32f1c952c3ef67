package estimates

import (
	"slices"
	"strconv"
	"testing"

	"heed/shared/heed"
)

// theirs is the number of groups in the data sets.
const theirs = 8

func TestNetScoreAgainstR(t *testing.T) {
	e, rows := expected(t).NPS, answers(t, "nps", everyone)
	s := grouped(rows, heed.NPS)
	if s.N() != e.N || s.Respondents() != theirs {
		t.Errorf("got %d responses in %d groups, want %d in %d", s.N(), s.Respondents(), e.N, theirs)
	}
	near(t, "weight", s.w, e.Weight)
	near(t, "effective n", s.Kish(), e.Kish)
	net := s.Mean(Net)
	same(t, "independent", net, net.Independent(), float64(e.N-1), e.Net.Single)
	same(t, "by groups", net, net.Clustered(theirs), theirs-1, e.Net.Groups)
	near(t, "jackknife", s.Jackknife(Net, theirs), e.Jackknife)
	pro, det := s.Mean(Promoter), s.Mean(Detractor)
	same(t, "promoters", pro, pro.Independent(), float64(e.N-1), e.PromotersSingle)
	same(t, "detractors", det, det.Independent(), float64(e.N-1), e.DetractorsSingle)
	low, high := Rocks(pro.Value, det.Value, s.Kish(), Z)
	nearPair(t, "Rocks", low, high, e.Rocks)

	a, b := grouped(answers(t, "nps", in("period", "A")), heed.NPS), grouped(answers(t, "nps", in("period", "B")), heed.NPS)
	later := Sum([]float64{-1, 1}, []Mean{a.Mean(Net), b.Mean(Net)})
	same(t, "period B less A, by groups", later, later.Clustered(theirs), 0, e.Later.Groups)
}

func TestCustomersAgainstR(t *testing.T) {
	e, rows := expected(t).NPS, answers(t, "nps", everyone)
	all := Register{}
	s := OfRows(slices.Values(rows), heed.NPS, all)
	n := s.Respondents()
	net, pro := s.Mean(Net), s.Mean(Promoter)
	same(t, "by customers", net, net.Clustered(n), float64(n-1), e.Net.Customers)
	same(t, "promoters by customers", pro, pro.Clustered(n), float64(n-1), e.Promoters)
	designN := (pro.Value + s.Mean(Detractor).Value - net.Value*net.Value) / net.Clustered(n)
	near(t, "effective n of the design", designN, e.DesignN)
	low, high := Rocks(pro.Value, s.Mean(Detractor).Value, designN, T(float64(n-1)))
	nearPair(t, "Rocks of the design", low, high, e.RocksDesign)
	shares(t, "promoters", pro.Value, pro.Clustered(n), float64(e.N), float64(n-1), e.Korn, e.Logit, e.Wilson)
	low, high = Student(pro.Value, pro.Clustered(n), float64(n-1))
	nearPair(t, "promoters, Wald", low, high, e.Wald)

	team := func(name string) []*heed.Row { return answers(t, "nps", in("team", name)) }
	for name, want := range e.Teams {
		net := OfRows(slices.Values(team(name)), heed.NPS, all).Mean(Net)
		same(t, name+" among all customers", net, net.Clustered(n), 0, want)
	}
	red := OfRows(slices.Values(team("red")), heed.NPS, Register{})
	net = red.Mean(Net)
	same(t, "red alone", net, net.Clustered(red.Respondents()), float64(red.Respondents()-1), e.RedAlone)

	a := OfRows(slices.Values(answers(t, "nps", in("period", "A"))), heed.NPS, all)
	b := OfRows(slices.Values(answers(t, "nps", in("period", "B"))), heed.NPS, all)
	later := Sum([]float64{-1, 1}, []Mean{a.Mean(Net), b.Mean(Net)})
	same(t, "period B less A, by customers", later, later.Clustered(n), 0, e.Later.Customers)
}

// shares compares the intervals of a share p with variance v.
func shares(t *testing.T, what string, p, v, n, df float64, korn, logit, wilson pair) {
	t.Helper()
	low, high := KornGraubard(p, v, n, df)
	nearPair(t, what+", Korn", low, high, korn)
	low, high = Logit(p, v, df)
	nearPair(t, what+", logit", low, high, logit)
	low, high = Wilson(p, p*(1-p)/v, T(df))
	nearPair(t, what+", Wilson", low, high, wilson)
}

// satisfaction is the rows of csat.csv, and those of the touchpoints that
// nobody answered for.
func satisfaction(t *testing.T) []*heed.Row {
	t.Helper()
	rows := answers(t, "csat", everyone)
	for _, line := range lines(t, "touchpoints") {
		left := number(t, line["touchpoints"])
		for _, row := range rows {
			if row.Kind == line["kind"] && row.Band() == uint8(number(t, line["band"])) && row.Response != nil {
				left--
			}
		}
		for range left {
			rows = append(rows, touchpoint(t, line))
		}
	}
	return rows
}

func TestSatisfactionAgainstR(t *testing.T) {
	e, rows := expected(t).CSAT, satisfaction(t)
	s := grouped(rows, heed.CSAT)
	df := float64(e.N - 1)
	near(t, "effective n", s.Kish(), e.Kish)
	top2, score := s.Mean(Top2), s.Mean(Itself)
	same(t, "4 and 5 of 5", top2, top2.Independent(), df, e.Top2)
	same(t, "mean", score, score.Independent(), df, e.Score)
	low, high := Wilson(top2.Value, s.Kish(), Z)
	nearPair(t, "Wilson", low, high, e.Wilson)
	near(t, "stratified", top2.Stratified(), e.Stratified)
	near(t, "Poisson", top2.Poisson(), e.Poisson)
	mean, v := s.SimpleRandom(Top2)
	same(t, "simple random", Mean{Value: mean}, v, df, e.SimpleRandom)

	a := s.Calibrate(s.ByClass())
	near(t, "effective n, adjusted", a.Kish(), e.AdjustedKish)
	top2, score = a.Mean(Top2), a.Mean(Itself)
	same(t, "adjusted", top2, top2.Independent(), df, e.Adjusted.Single)
	same(t, "adjusted, by groups", top2, top2.Clustered(theirs), theirs-1, e.Adjusted.Groups)
	same(t, "adjusted mean", score, score.Independent(), df, e.AdjustedScore)
	total := Sum([]float64{a.w}, []Mean{top2})
	same(t, "adjusted total", total, total.Independent(), df, e.AdjustedTotal)
	shares(t, "adjusted", top2.Value, top2.Independent(), float64(e.N), df, e.AdjustedKorn, e.AdjustedLogit, e.AdjustedWilson)

	r := OfRows(slices.Values(rows), heed.CSAT, Register{})
	top2 = r.Calibrate(r.ByClass()).Mean(Top2)
	same(t, "adjusted, by customers", top2, top2.Clustered(r.Respondents()), float64(r.Respondents()-1), e.Adjusted.Customers)
}

func TestEaseAgainstR(t *testing.T) {
	e, rows := expected(t).CES, answers(t, "ces", everyone)
	s := grouped(rows, heed.CES)
	near(t, "effective n", s.Kish(), e.Kish)
	near(t, "spread", s.Spread(Itself), e.Spread)
	score := s.Mean(Itself)
	same(t, "independent", score, score.Independent(), float64(e.N-1), e.Score.Single)
	same(t, "by groups", score, score.Clustered(theirs), theirs-1, e.Score.Groups)
	r := OfRows(slices.Values(rows), heed.CES, Register{})
	score = r.Mean(Itself)
	same(t, "by customers", score, score.Clustered(r.Respondents()), float64(r.Respondents()-1), e.Score.Customers)
}

func TestShrinkingAgainstR(t *testing.T) {
	e := expected(t).Shrunk
	τ2, μ := PauleMandel(e.Y, e.V)
	near(t, "variance of true values", τ2, e.Tau2)
	near(t, "their mean", μ, e.Mu)
	for i, s := range Shrink(e.Y, e.V) {
		near(t, "shrunk", s.Value, e.Values[i])
	}
}

func TestManyAgainstR(t *testing.T) {
	e := expected(t).Many
	for i, p := range Discoveries(e.P) {
		near(t, "adjusted p", p, e.Adjusted[i])
	}
}

func TestQuantilesAgainstR(t *testing.T) {
	e := expected(t).Quantiles
	near(t, "z", Z, e.Z)
	near(t, "beta", beta(e.Beta.A, e.Beta.B, e.Beta.Q), e.Beta.At)
	for df, want := range e.T {
		n, err := strconv.ParseFloat(df, 64)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "t with "+df+" degrees of freedom", T(n), want)
	}
}
