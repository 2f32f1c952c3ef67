package report

import (
	"context"
	"net/url"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/sheets"
)

// notMade is what a page says where a sheet it shows isn't there.
const notMade = "These numbers are not made yet. The roll-up makes those of the last 30 days, of this and the last month, quarter and year, and of every month since the first."

// sheetOf reads a sheet of a program and period, as chosen gives it. False if
// the roll-up has not made it yet, or never will.
func (h *Handler) sheetOf(ctx context.Context, program, name, period string, into any) (made bool, err error) {
	if period == "" {
		return false, nil
	}
	return h.Store.Sheet(ctx, program, name, period, into)
}

// chosen reads period, or from and to; without them it is the last 30 days. The
// name is that of the sheets of these days, "" where they are of nobody's
// calendar and have none.
func (h *Handler) chosen(q url.Values) (name string, p period, err error) {
	if p, err = h.period(q); err != nil {
		return "", p, err
	}
	switch {
	case p.calendar != (heed.Period{}):
		return p.calendar.String(), p, nil
	case q.Get("from") == "" && q.Get("to") == "":
		return sheets.Days, p, nil
	}
	return "", p, nil
}

// choices are the periods that most want to see. The links keep the parameters
// named, such as by, as they are in q.
func (h *Handler) choices(q url.Values, name string, keep ...string) []boards.Link {
	today := h.today()
	month, quarter := heed.MonthOf(today), heed.QuarterOf(today)
	var list []boards.Link
	for _, one := range [][2]string{
		{"Last 30 days", sheets.Days},
		{"This month", month.String()},
		{named(month.Before()), month.Before().String()},
		{"This quarter", quarter.String()},
		{named(quarter.Before()), quarter.Before().String()},
		{"This year", heed.YearOf(today).String()},
	} {
		list = append(list, boards.Link{Text: one[0], Path: "?" + kept(q, keep, "period", one[1]).Encode(), Here: name == one[1]})
	}
	return list
}

// kept is a query with what is kept of another, and one parameter more, left
// out where it is "".
func kept(q url.Values, keep []string, name, value string) url.Values {
	out := url.Values{}
	for _, key := range keep {
		if v := q.Get(key); v != "" {
			out.Set(key, v)
		}
	}
	out.Del(name)
	if value != "" {
		out.Set(name, value)
	}
	return out
}
