package plan

import (
	"math/bits"
	"slices"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// Usual are the variants to compare if no rates are named: half of what is
// configured, that, and double.
func Usual(c *surveys.Config) []Variant {
	return []Variant{
		{"half", scaled(c, func(*surveys.Program) (by, of uint32) { return 1, 2 })},
		{"as it is", c},
		{"double", scaled(c, func(*surveys.Program) (by, of uint32) { return 2, 1 })},
	}
}

// Rated is the variant in which every program has that rate, in PPB. Strata
// keep their proportion to it.
func Rated(name string, c *surveys.Config, rate uint32) Variant {
	return Variant{name, scaled(c, func(p *surveys.Program) (by, of uint32) {
		if p.Rate == 0 {
			return rate, 0
		}
		return rate, p.Rate
	})}
}

// scaled is the configuration with every rate multiplied by by/of, or set to
// by where of is 0; none goes beyond its program's ceiling, and no floor is
// above a rate.
func scaled(c *surveys.Config, factor func(*surveys.Program) (by, of uint32)) *surveys.Config {
	copied := *c
	copied.Programs = slices.Clone(c.Programs)
	for i := range copied.Programs {
		p := &copied.Programs[i]
		by, of := factor(&c.Programs[i])
		p.Rate = times(p.Rate, by, of, p.Ceiling)
		p.Strata = slices.Clone(p.Strata)
		for j := range p.Strata {
			p.Strata[j].Rate = times(p.Strata[j].Rate, by, of, p.Ceiling)
		}
		p.Floor = floor(p)
	}
	return &copied
}

// floor is the program's floor, or its lowest rate above 0 where that is less.
func floor(p *surveys.Program) uint32 {
	lowest := p.Floor
	for _, s := range append(p.Strata, surveys.Stratum{Rate: p.Rate}) {
		if s.Rate > 0 {
			lowest = min(lowest, s.Rate)
		}
	}
	return lowest
}

// times is rate·by/of, rounded down and at most most.
func times(rate, by, of, most uint32) uint32 {
	if of == 0 {
		return min(by, most)
	}
	high, low := bits.Mul64(uint64(rate), uint64(by))
	if high > 0 || low/uint64(of) > heed.PPB {
		return most
	}
	return min(uint32(low/uint64(of)), most)
}
