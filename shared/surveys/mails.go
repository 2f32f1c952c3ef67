package surveys

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// The bounds of a reminder.
const (
	minRemind = day
	maxRemind = 30 * day
)

var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// readHours reads when mails may go: {hours: 9:00-18:00, days: [mon, tue]}.
func readHours(s spot) (h Hours) {
	s.object(
		field{"hours", "", func(s spot) { h.From, h.To = s.hours() }},
		field{"days", "", func(s spot) {
			days := s.list(func(s spot) string { return s.one(weekdays) })
			for i, name := range weekdays {
				h.Days[i] = slices.Contains(days, name)
			}
			if days != nil && len(days) == 0 {
				s.wrong("is empty; name at least one, such as mon, or leave the key out")
			}
		}},
	)
	return h
}

// hours reads two times of one day, as 9:00-18:00.
func (s spot) hours() (from, to int) {
	v, ok := s.text()
	if !ok {
		return 0, 0
	}
	first, last, _ := strings.Cut(v, "-")
	from, ok = clock(first)
	to, ok2 := clock(last)
	switch {
	case !ok || !ok2:
		s.wrong("%q are no hours; write them as 9:00-18:00", v)
	case from >= to:
		s.wrong("%q end before they begin; they are of one day", v)
	default:
		return from, to
	}
	return 0, 0
}

// clock reads 9:00 or 9, up to 24:00, in minutes.
func clock(v string) (minutes int, ok bool) {
	hour, minute, pointed := strings.Cut(strings.TrimSpace(v), ":")
	if !made(hour, digits) || len(hour) > 2 || pointed && (!made(minute, digits) || len(minute) != 2) {
		return 0, false
	}
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	return h*60 + m, m < 60 && h*60+m <= 24*60
}

// readRemind reads how long after the invitation a reminder goes: early enough
// to leave a day for the answer.
func readRemind(s spot, window time.Duration) time.Duration {
	d := s.span(minRemind, maxRemind)
	if d > 0 && d+day > window {
		s.wrong("%s after the mail leaves less than a day of the window of %s; remind sooner or lengthen the window", spanText(d), spanText(window))
	}
	return d.Truncate(time.Second)
}
