package surveys

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"heed/shared/heed"
)

// share reads a share of one, such as 20% or 0.2, in parts per billion.
func (s spot) share() (ppb uint32, ok bool) {
	v, ok := s.written()
	if !ok {
		s.wrong("must be a share, such as 20%% or 0.2, is %s", what(s.node))
		return 0, false
	}
	ppb, why := parseShare(v)
	if why != "" {
		s.wrong("%s", why)
	}
	return ppb, why == ""
}

// parseShare reads a decimal, with or without %, exactly: no floating point
// comes near a chance that decisions are made from. It says why it can't.
func parseShare(v string) (ppb uint32, why string) {
	decimal, percent := strings.CutSuffix(v, "%")
	decimal = strings.TrimRight(decimal, " ")
	places := 9 // after the point, of a part in a billion
	if percent {
		places = 7
	}
	whole, part, pointed := strings.Cut(decimal, ".")
	if !made(whole, digits) || pointed && !made(part, digits) {
		return 0, fmt.Sprintf("%q is no share; write it as 20%% or 0.2", v)
	}
	part = strings.TrimRight(part, "0")
	if len(part) > places {
		return 0, fmt.Sprintf("%s is finer than a part in a billion; use at most %d places after the point", v, places)
	}
	whole = strings.TrimLeft(whole, "0")
	n, err := strconv.ParseUint(whole+part+strings.Repeat("0", places-len(part)), 10, 64)
	switch {
	case err == nil && n <= heed.PPB:
		return uint32(n), ""
	case percent:
		return 0, fmt.Sprintf("%s is more than 100%%", v)
	case len(whole) <= 2 || whole == "100":
		return 0, fmt.Sprintf("%s is more than all; did you mean %s%%?", v, v)
	}
	return 0, fmt.Sprintf("%s is more than all; write a share such as 20%% or 0.2", v)
}

// percent writes parts per billion as people do: 12.5%.
func percent(ppb uint32) string {
	v := fmt.Sprintf("%d.%07d", ppb/10_000_000, ppb%10_000_000)
	return strings.TrimRight(strings.TrimRight(v, "0"), ".") + "%"
}

// days reads whole days, as 90d or 90.
func (s spot) days(most int) int {
	v, ok := s.written()
	if !ok {
		s.wrong("must be days, such as 90d, is %s", what(s.node))
		return 0
	}
	whole := strings.TrimSuffix(v, "d")
	n, err := strconv.Atoi(whole)
	switch {
	case !made(whole, digits):
		s.wrong("%q is not in whole days; write them as 90d", v)
	case err != nil || n > most:
		s.wrong("%s is more than the %d days that it can be", v, most)
	default:
		return n
	}
	return 0
}

// span reads a length of time between least and most.
func (s spot) span(least, most time.Duration) time.Duration {
	v, ok := s.written()
	if !ok {
		s.wrong("must be a length of time, such as 1h or 2d, is %s", what(s.node))
		return 0
	}
	d, why := parseSpan(v)
	switch {
	case why != "":
		s.wrong("%s", why)
	case d < least:
		s.wrong("%s is too short; it is at least %s", v, spanText(least))
	case d > most:
		s.wrong("%s is too long; it is at most %s", v, spanText(most))
	}
	return d
}

const day = 24 * time.Hour

var units = map[byte]time.Duration{'d': day, 'h': time.Hour, 'm': time.Minute, 's': time.Second}

// parseSpan reads 90m, 1h30m or 2d: whole numbers with units, the largest
// first. A day is 24 hours. It says why it can't.
func parseSpan(v string) (d time.Duration, why string) {
	if v == "0" {
		return 0, ""
	}
	if made(v, digits) {
		return 0, fmt.Sprintf("%s has no unit; write %sm, %sh or %sd", v, v, v, v)
	}
	rest, last := v, time.Duration(1<<62)
	for rest != "" {
		i := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
		if i < 1 || units[rest[i]] == 0 || units[rest[i]] >= last {
			return 0, fmt.Sprintf("%q is no length of time; write it as 90m, 1h or 2d", v)
		}
		last = units[rest[i]]
		n, err := strconv.ParseInt(rest[:i], 10, 32)
		if err != nil || time.Duration(n) > 10*365*day/last {
			return 0, fmt.Sprintf("%s is far too long", v)
		}
		d += time.Duration(n) * last
		rest = rest[i+1:]
	}
	return d, ""
}

// spanText writes a span of whole seconds as the file would.
func spanText(d time.Duration) string {
	text := ""
	for _, unit := range []byte("dhms") {
		if n := d / units[unit]; n > 0 {
			text += strconv.Itoa(int(n)) + string(unit)
			d -= n * units[unit]
		}
	}
	return cmp.Or(text, "0")
}
