package surveys

import (
	"slices"
	"strconv"

	"github.com/goccy/go-yaml/ast"

	"heed/shared/heed"
)

// usual is the floor of a program that sets none, unless a rate lies below it.
const usual = heed.PPB / 100

// maxBudget bounds a budget, in mails.
const maxBudget = 1_000_000_000

// readStrata reads the parts of a program that have a rate of their own. The
// program's kinds and ceiling are read before them.
func (c *Config) readStrata(s spot, p *Program) {
	items := s.items()
	if items != nil && len(items) == 0 {
		s.wrong("is empty; name one, such as - {name: vip, when: {tags: [vip]}, rate: 30%%}, or leave the key out")
	}
	seen := names{}
	for _, item := range items {
		var h Stratum
		item.object(
			field{"name", "it names the stratum in exports", func(s spot) { h.Name = seen.read(s, "stratum") }},
			field{"when", "say which touchpoints it is for, such as when: {tags: [vip]}", func(s spot) { c.readPart(s, p, &h.When) }},
			field{"rate", "say what share of them to ask, such as 20%", func(s spot) { h.Rate = readRate(s, p.Ceiling) }},
		)
		p.Strata = append(p.Strata, h)
	}
}

// readPart reads which of a program's touchpoints a stratum is for.
func (c *Config) readPart(s spot, p *Program, m *Match) {
	before := len(*s.problems)
	s.object(
		field{"kinds", "", func(s spot) { m.Kinds = s.list(p.ownKind) }},
		c.sourcesOf(m), teamsOf(m), tagsOf(m),
	)
	if len(m.Kinds)+len(m.Sources)+len(m.Teams)+len(m.Tags) == 0 && len(*s.problems) == before {
		s.wrong("fits every touchpoint; name kinds, sources, teams or tags, or set the program's own rate")
	}
}

// ownKind reads one of the program's kinds.
func (p *Program) ownKind(s spot) string {
	v, ok := s.text()
	if ok && len(p.When.Kinds) > 0 && !slices.Contains(p.When.Kinds, v) {
		s.wrong("%q is none of the program's kinds; %s", v, hint(v, p.When.Kinds))
	}
	return v
}

// usualFloor is the floor where the file sets none: 1%, or the lowest rate
// above 0 where that is less.
func (p *Program) usualFloor() uint32 {
	floor := uint32(usual)
	for _, rate := range p.rates() {
		if rate > 0 {
			floor = min(floor, rate)
		}
	}
	return floor
}

// rates lists the program's own rate and those of its strata.
func (p *Program) rates() []uint32 {
	list := []uint32{p.Rate}
	for _, h := range p.Strata {
		list = append(list, h.Rate)
	}
	return list
}

// readFloor reads what pacing lowers no rate below. A rate of 0 asks nobody,
// paced or not.
func readFloor(s spot, p *Program) uint32 {
	share, ok := s.share()
	if !ok {
		return 0
	}
	if share > 0 && share < leastCovered {
		s.wrong("%s is below %s, where a chance counts as none; use more, or 0%% where a spent budget may ask nobody",
			percent(share), percent(leastCovered))
		return 0
	}
	for i, rate := range p.rates() {
		switch {
		case rate < leastCovered || share <= rate: // none, or wrong by itself
		case i == 0:
			s.wrong("%s is above the rate of %s; lower the floor or raise the rate", percent(share), percent(rate))
		default:
			s.wrong("%s is above the rate of stratum %q, %s; lower the floor or raise that rate", percent(share), p.Strata[i-1].Name, percent(rate))
		}
	}
	return share
}

// readBudget reads how many invitations may be expected at most.
func readBudget(s spot) Budget {
	var b Budget
	s.object(
		field{"day", "", func(s spot) { b.Day = s.mails() }},
		field{"month", "", func(s spot) { b.Month = s.mails() }},
	)
	if m, ok := s.node.(*ast.MappingNode); ok && len(m.Values) == 0 {
		s.wrong("is empty; set day, month or both, such as {day: 50, month: 1000}")
	}
	return b
}

// mails reads a number of mails, at least one.
func (s spot) mails() int {
	v, ok := s.written()
	if !ok {
		s.wrong("must be a number of mails, such as 50, is %s", what(s.node))
		return 0
	}
	n, err := strconv.Atoi(v)
	switch {
	case !made(v, digits):
		s.wrong("%q is no whole number of mails; write it as 50", v)
	case err != nil || n > maxBudget:
		s.wrong("%s is more than the %d mails that it can be; leave the key out for no bound", v, maxBudget)
	case n == 0:
		s.wrong("0 mails ask nobody; use at least 1, or rate: 0%% for that")
	default:
		return n
	}
	return 0
}
