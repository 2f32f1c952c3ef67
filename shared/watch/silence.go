// Package watch says when a team must hear of something that nobody looked for:
// a source from which nothing comes any more, and mails that bounce in numbers.
// Nothing here reads a table or a clock.
package watch

import (
	"math"
	"time"

	"heed/shared/heed"
)

// How far back a silence is judged from: three of each weekday.
const (
	Weeks  = 3
	before = Weeks * 7 // days
)

// LooksBack is how many days of tallies, today's included, Silent is to be given:
// those before the last delivery, and as long a silence as is still told of.
const LooksBack = before + 13

const (
	leastDays = 10             // of the days before, on which something came: of fewer nobody knows what is usual
	leastTime = 24 * time.Hour // of silence
	perYear   = 365.25 / before
	seldom    = 0.01 // false alarms a year, of one source
)

// Silent reports whether a source has gone silent, and since when: the last
// delivery that was taken. Tallies are the last LooksBack days', each of one day
// in zone.
//
// Deliveries that come by themselves at a rate make a pause in which L of them
// were to be expected with chance e^-L, after each of them. A source that sends n
// a year so makes n·e^-L such pauses a year, and a silence is told of from
//
//	L = ln(n / 0.01)
//
// on: one false alarm in a hundred years of one source, as far as deliveries are
// a Poisson process whose rate is what is taken for it. That is the lowest of the
// last three of each weekday, so that nights, weekends and a holiday among them are
// no silence; only whole days of silence count, or whole spans of 24 hours at the
// quieter of the two weekdays they touch, since no tally knows an hour. Where that
// is too low to ever get there, the weekdays' mean is taken, and the silence must
// then be longer than three times the longest of the three weeks, too.
func Silent(tallies []heed.Tally, now time.Time, zone *time.Location) (since time.Time, silent bool) {
	s := takenOf(tallies)
	if s.last.IsZero() || now.Sub(s.last) < leastTime || s.days() < leastDays {
		return s.last, false
	}
	today := heed.DayOf(now, zone)
	enough := math.Log(s.all() * perYear / seldom)
	if s.expected(s.lowest, today, now) >= enough {
		return s.last, true
	}
	return s.last, s.expected(s.mean, today, now) >= enough && now.Sub(s.last) > 3*s.longest()
}

// taken is what was taken of a source's deliveries, day by day. Rejected ones
// may be anybody's.
type taken struct {
	on    map[heed.Day]float64
	ended map[heed.Day]time.Time // when the last one of a day came, or was rejected
	last  time.Time
	day   heed.Day // of last
}

func takenOf(tallies []heed.Tally) *taken {
	s := &taken{on: map[heed.Day]float64{}, ended: map[heed.Day]time.Time{}}
	for i := range tallies {
		t := &tallies[i]
		if n := t.Deliveries - min(t.AllRejected(), t.Deliveries); n > 0 {
			s.on[t.Day], s.ended[t.Day] = float64(n), t.Delivered
			if t.Delivered.After(s.last) {
				s.last, s.day = t.Delivered, t.Day
			}
		}
	}
	return s
}

// first is the first of the days before the silence.
func (s *taken) first() heed.Day { return s.day - before + 1 }

// all is how many came in the days before, and days on how many of them.
func (s *taken) all() (n float64) {
	for d := s.first(); d <= s.day; d++ {
		n += s.on[d]
	}
	return n
}

func (s *taken) days() (n int) {
	for d := s.first(); d <= s.day; d++ {
		if s.on[d] > 0 {
			n++
		}
	}
	return n
}

// lowest and mean are what a day as d brings, by its weekday's three before. The
// day of the last delivery is one of them, though it was not over then.
func (s *taken) lowest(d heed.Day) float64 {
	low := math.Inf(1)
	for _, was := range s.like(d) {
		low = min(low, s.on[was])
	}
	return low
}

func (s *taken) mean(d heed.Day) (sum float64) {
	for _, was := range s.like(d) {
		sum += s.on[was] / Weeks
	}
	return sum
}

// like are the days of d's weekday among those before.
func (s *taken) like(d heed.Day) (days [Weeks]heed.Day) {
	back := (d - s.day + 6) / 7 * 7 // to the last one that is no later than the silence's begin
	for i := range days {
		days[i] = d - back - heed.Day(7*i)
	}
	return days
}

// expected is how many were to be expected in the silence at least, at rate a
// day: over its whole days, or over its whole spans of 24 hours.
func (s *taken) expected(rate func(heed.Day) float64, today heed.Day, now time.Time) float64 {
	var days, spans float64
	for d := s.day + 1; d < today; d++ {
		days += rate(d)
	}
	for i := range heed.Day(now.Sub(s.last) / (24 * time.Hour)) {
		spans += min(rate(s.day+i), rate(s.day+i+1))
	}
	return max(days, spans)
}

// longest is the longest pause of the days before, or somewhat more: from a
// day's last delivery to the last of the next day that had any.
func (s *taken) longest() (pause time.Duration) {
	var was time.Time
	for d := s.first(); d <= s.day; d++ {
		at, came := s.ended[d]
		if came && !was.IsZero() {
			pause = max(pause, at.Sub(was))
		}
		if came {
			was = at
		}
	}
	return pause
}
