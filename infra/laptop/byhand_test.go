package laptop_test

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// A result is what the API says of a program, and what a hand makes of the
// program's rows.
type result struct {
	Program, Value, Estimand, Reason         string
	Population, Eligible, Asked, Answered, N int
	Respondents                              int
	EffectiveN                               float64 `json:"effective_n"`
	Shown, Settled                           bool
	Score, Low, High                         *float64
	given                                    []given
}

// given is a score with its weight, the touchpoints that it stands for, and
// the hashed group of whoever gave it.
type given struct {
	score, weight float64
	group         uint8
}

// byHand makes the results of rows from the definitions alone, in floating
// point, one for each program or for each value of its team.
func byHand(rows []row, asks map[string]string, byTeam bool) map[string]*result {
	all, wholes := map[string]*result{}, map[string]*result{}
	for _, r := range rows {
		if wholes[r.Program] == nil {
			wholes[r.Program] = &result{}
		}
		wholes[r.Program].count(&r)
		value := ""
		if byTeam {
			value = r.Dimensions["team"][0]
		}
		key := r.Program + "/" + value
		if all[key] == nil {
			all[key] = &result{Program: r.Program, Value: value}
		}
		all[key].count(&r)
	}
	for _, f := range all {
		ask := asks[f.Program]
		f.estimate(ask, max(f.ratio(ask), wholes[f.Program].ratio(ask)))
	}
	return all
}

func (f *result) count(r *row) {
	f.Population++
	if r.Decision.Chance > 0 {
		f.Eligible++
	}
	if r.Decision.Asked {
		f.Asked++
	}
	if r.Response == nil {
		return
	}
	f.Answered++
	f.N++
	// 1/π, kept to a millionth of a touchpoint.
	weight := math.Round(1e15/float64(r.Decision.Chance)) / 1e6
	f.given = append(f.given, given{float64(r.Response.Score), weight, r.Decision.Group})
}

// values is what a score counts for, by question.
var values = map[string]func(s float64) float64{
	"nps":  func(s float64) float64 { return share(s >= 9) - share(s <= 6) },
	"csat": func(s float64) float64 { return share(s >= 4) },
	"ces":  func(s float64) float64 { return s },
}

// ratio is how many times the variance by 64 groups is that of single answers,
// at least 1.
func (f *result) ratio(ask string) float64 {
	value, n := values[ask], float64(f.N)
	if value == nil || n < 2 {
		return 1
	}
	mean, single, groups := f.mean(value), 0.0, 0.0
	sums := map[uint8]float64{}
	for _, g := range f.given {
		e := g.weight * (value(g.score) - mean)
		single += n / (n - 1) * e * e
		sums[g.group] += e
	}
	for _, e := range sums {
		groups += 64. / 63 * e * e
	}
	if groups > single && single > 0 {
		return groups / single
	}
	return 1
}

// estimate fills in the score with its 95% interval, at the effective n: that
// of Kish, (Σw)² / Σw², by the ratio of the variances, its own or the program's.
// As many groups as hold an answer, so many people gave one.
func (f *result) estimate(ask string, ratio float64) {
	if f.N == 0 {
		return
	}
	w, squares, people := 0.0, 0.0, map[uint8]bool{}
	for _, g := range f.given {
		w, squares = w+g.weight, squares+g.weight*g.weight
		people[g.group] = true
	}
	f.EffectiveN, f.Respondents = w*w/squares/ratio, len(people)
	if f.Shown = f.Respondents >= 5; !f.Shown {
		return
	}
	switch ask {
	case "nps":
		f.promoters()
	case "csat":
		f.satisfied()
	case "ces":
		f.ease()
	}
}

// z is the 97.5% quantile of the normal distribution.
const z = 1.959963984540054

// promoters: the share of 9 and 10 less that of 0 to 6, in points, with the
// adjusted Wald interval: 3/4 of a promoter, 3/2 of a passive and 3/4 of a
// detractor are added to the n.
func (f *result) promoters() {
	n := f.EffectiveN
	pro := f.mean(func(s float64) float64 { return share(s >= 9) })
	con := f.mean(func(s float64) float64 { return share(s <= 6) })
	p, d := (n*pro+0.75)/(n+3), (n*con+0.75)/(n+3)
	half := z * math.Sqrt((p+d-(p-d)*(p-d))/(n+3))
	f.set(100*(pro-con), 100*(p-d-half), 100*(p-d+half), -100, 100)
}

// satisfied: the percentage of 4 and 5, with Wilson's interval.
func (f *result) satisfied() {
	n := f.EffectiveN
	p := f.mean(func(s float64) float64 { return share(s >= 4) })
	centre, half := p+z*z/(2*n), z*math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	f.set(100*p, 100*(centre-half)/(1+z*z/n), 100*(centre+half)/(1+z*z/n), 0, 100)
}

// ease: the mean, 1 and the shares of at least 2, 3 ... 7. Their exact limits are
// put together by their correlations, of shares with half an answer added on
// either side.
func (f *result) ease() {
	n, mean := f.EffectiveN, f.mean(func(s float64) float64 { return s })
	var p, down, up [6]float64
	for k := range p {
		share := f.mean(func(s float64) float64 { return share(s >= float64(k+2)) })
		low, high := exact(share, n)
		p[k], down[k], up[k] = (n*share+0.5)/(n+1), share-low, high-share
	}
	below, above := 0.0, 0.0
	for i := range p {
		for k := range p {
			r := (min(p[i], p[k]) - p[i]*p[k]) / math.Sqrt(p[i]*(1-p[i])*p[k]*(1-p[k]))
			below, above = below+r*down[i]*down[k], above+r*up[i]*up[k]
		}
	}
	f.set(mean, mean-math.Sqrt(below), mean+math.Sqrt(above), 1, 7)
}

// exact is the interval of Clopper and Pearson.
func exact(p, n float64) (low, high float64) {
	low, high = 0, 1
	if n*p > 1e-9 {
		low = distuv.Beta{Alpha: n * p, Beta: n - n*p + 1}.Quantile(0.025)
	}
	if n-n*p > 1e-9 {
		high = distuv.Beta{Alpha: n*p + 1, Beta: n - n*p}.Quantile(0.975)
	}
	return low, high
}

// mean is Hájek's: Σ w·y / Σ w.
func (f *result) mean(y func(score float64) float64) float64 {
	sum, all := 0.0, 0.0
	for _, g := range f.given {
		sum, all = sum+g.weight*y(g.score), all+g.weight
	}
	return sum / all
}

func share(counts bool) float64 {
	if counts {
		return 1
	}
	return 0
}

// set keeps the interval on the scale and around the score.
func (f *result) set(score, low, high, floor, ceiling float64) {
	low, high = max(floor, min(low, score)), min(ceiling, max(high, score))
	f.Score, f.Low, f.High = &score, &low, &high
}
