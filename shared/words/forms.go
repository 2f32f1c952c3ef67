package words

import (
	"strconv"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// For returns the phrase for n things in that language (BCP 47), with {n}
// filled in.
func (p Plural) For(lang string, n int) Phrase {
	form := p.Other
	switch plural.Cardinal.MatchPlural(language.Make(lang), n, 0, 0, 0, 0) {
	case plural.Zero:
		form = p.Zero
	case plural.One:
		form = p.One
	case plural.Two:
		form = p.Two
	case plural.Few:
		form = p.Few
	case plural.Many:
		form = p.Many
	}
	if form == "" {
		form = p.Other
	}
	return Phrase(form.With("n", strconv.Itoa(n)))
}

// Day writes the day of t, in t's own zone, without its year: 9 March. x/text
// writes no dates, so the patterns and the months, in the case that stands
// beside a day, are here; they are CLDR's (dates/calendars/gregorian, MMMMd).
func (w *Words) Day(t time.Time) string {
	return w.Date.With("day", strconv.Itoa(t.Day()), "month", w.Months[t.Month()-1])
}
