package surveys

import (
	"slices"

	"heed/shared/heed"
)

func (c *Config) readPrograms(s spot) {
	items := s.items()
	if items != nil && len(items) == 0 {
		s.wrong("is empty; ask at least one question")
	}
	seen := names{}
	for _, item := range items {
		c.Programs = append(c.Programs, c.readProgram(item, seen))
	}
}

func (c *Config) readProgram(s spot, seen names) Program {
	p := Program{Style: Numbers, Brand: c.Brand, Hours: c.Hours, Ceiling: 3 * heed.PPB / 10, Window: 14 * day, Quiet: c.Quiet}
	floored := false
	s.object(
		field{"name", "it names the program in scores and exports", func(s spot) { p.Name = seen.read(s, "program") }},
		field{"ask", "write nps, csat or ces", func(s spot) { p.Ask = heed.Ask(s.one(asks)) }},
		field{"style", "", func(s spot) { p.Style = s.style(p.Ask) }},
		field{"brand", "", func(s spot) { s.object(p.Brand.fields("")...) }},
		field{"question", "", func(s spot) { p.Question = s.words(maxQuestion, "agent", "product") }},
		field{"subject", "", func(s spot) { p.Subject = s.words(maxSubject, "name", "agent", "product") }},
		field{"intro", "", func(s spot) { p.Intro = s.words(maxIntro, "name", "agent", "product") }},
		field{"labels", "", func(s spot) {
			s.object(
				field{"low", "", func(s spot) { p.Low = s.words(maxLabel) }},
				field{"high", "", func(s spot) { p.High = s.words(maxLabel) }},
			)
		}},
		field{"agent", "", func(s spot) { p.Agent = s.yes() }},
		field{"follow", "", func(s spot) { p.Follow = s.byThird() }},
		field{"thanks", "", func(s spot) { p.Thanks = s.byThird() }},
		field{"quote", "", func(s spot) { p.Quote = s.yes() }},
		field{"when", "say which touchpoints it is for: when: {kinds: [ticket.solved]}", func(s spot) { c.readWhen(s, &p.When) }},
		field{"stage", "name the part of the journey, such as support", func(s spot) { p.Stage = s.line(maxStage) }},
		field{"ceiling", "", func(s spot) { p.Ceiling = readCeiling(s) }},
		field{"rate", "say what share of touchpoints to ask, such as 20%", func(s spot) { p.Rate = readRate(s, p.Ceiling) }},
		field{"strata", "", func(s spot) { c.readStrata(s, &p) }},
		field{"floor", "", func(s spot) { p.Floor, floored = readFloor(s, &p), true }},
		field{"budget", "", func(s spot) { p.Budget = readBudget(s) }},
		field{"delay", "", func(s spot) { p.Delay = s.span(0, maxDelay) }},
		field{"window", "", func(s spot) { p.Window = s.span(minWindow, maxWindow) }},
		field{"remind", "", func(s spot) { p.Remind = readRemind(s, p.Window) }},
		field{"mails", "", func(s spot) { p.Hours = readHours(s) }},
		field{"quiet", "", func(s spot) { p.Quiet = s.days(maxQuiet) }},
	)
	if !floored {
		p.Floor = p.usualFloor()
	}
	return p
}

var asks = []string{string(heed.NPS), string(heed.CSAT), string(heed.CES)}

func (c *Config) readWhen(s spot, m *Match) {
	s.object(
		field{"kinds", "name at least one, such as [ticket.solved]", func(s spot) {
			m.Kinds = s.list(spot.kind)
			if m.Kinds != nil && len(m.Kinds) == 0 {
				s.wrong("is empty; name at least one, such as ticket.solved")
			}
		}},
		c.sourcesOf(m), teamsOf(m), tagsOf(m),
	)
}

func (c *Config) sourcesOf(m *Match) field {
	return field{"sources", "", func(s spot) { m.Sources = s.list(c.knownSource) }}
}

func teamsOf(m *Match) field { return field{"teams", "", func(s spot) { m.Teams = s.list(value) }} }

func tagsOf(m *Match) field { return field{"tags", "", func(s spot) { m.Tags = s.list(value) }} }

// knownSource reads the name of one of the file's sources.
func (c *Config) knownSource(s spot) string {
	var known []string
	for _, src := range c.Sources {
		if !slices.Contains(known, src.Name) {
			known = append(known, src.Name)
		}
	}
	v, ok := s.text()
	if ok && !slices.Contains(known, v) {
		s.wrong("there is no source %q; %s", v, hint(v, known))
	}
	return v
}

// readCeiling refuses 100%: whoever is asked for certain now can't be asked
// later, and what cannot happen can't be weighed.
func readCeiling(s spot) uint32 {
	share, ok := s.share()
	switch {
	case !ok:
		return heed.PPB // so that the rate is not blamed as well
	case share == heed.PPB:
		s.wrong("100%% leaves no chance for later touchpoints; use less, such as 30%%")
	case share == 0:
		s.wrong("0%% allows no rate at all; use more, such as 30%%")
		return heed.PPB
	}
	return share
}

func readRate(s spot, ceiling uint32) uint32 {
	share, ok := s.share()
	switch {
	case !ok:
	case share > ceiling:
		s.wrong("%s is above the ceiling of %s; lower the rate or raise the ceiling", percent(share), percent(ceiling))
	case share > 0 && share < leastCovered:
		s.wrong("%s is below %s, where a chance counts as none; use more, or 0%% to ask nobody", percent(share), percent(leastCovered))
	}
	return share
}
