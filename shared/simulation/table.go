package simulation

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"text/tabwriter"

	"heed/shared/figures"
)

// What a table prints is for a sceptic: what was compared, how far from the
// truth it came, and last what the numbers cannot be read to say. Scores and
// errors have one decimal, and never a -0.0.

// WriteTo prints the report as text.
func (r *Report) WriteTo(out io.Writer) (int64, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%d populations of %d customers, seed %d, quiet period %d days; %.0f touchpoints a year.\n",
		r.Populations, r.Customers, r.Seed, r.Quiet, r.Touchpoints)
	fmt.Fprintf(&b, "The true NPS is %s, event-weighted (the mean over touchpoints), and %s, customer-weighted\n(the mean over customers).\n\n",
		signed(r.Truth.Events), signed(r.Truth.Customers))
	r.burdens(&b)
	b.WriteString("\nBias and root-mean-square error in NPS points, and the share of 95% intervals that hold the truth.\n")
	for _, estimand := range []string{figures.EventWeighted, figures.CustomerWeighted} {
		fmt.Fprintf(&b, "\nOf the %s truth:\n\n", estimand)
		r.fares(&b, estimand)
	}
	r.reading(&b)
	r.changes(&b)
	n, err := io.WriteString(out, trailing.ReplaceAllString(b.String(), "\n"))
	return int64(n), err
}

// trailing is the space that columns leave at a line's end.
var trailing = regexp.MustCompile(` +\n`)

// burdens prints what each design costs those it asks.
func (r *Report) burdens(b io.Writer) {
	t := columns(b)
	fmt.Fprintf(t, "\t  mails\tmost to one\tmore than one\tanswers, where%s\n", strings.Repeat("\t", len(answerings)))
	fmt.Fprintf(t, "who is asked\t a year\t in 90 days\t   in 90 days\t%s\n", stories())
	for i, l := range r.Lines {
		if i > 0 && l.Design == r.Lines[i-1].Design {
			continue
		}
		fmt.Fprintf(t, "%s\t%7.0f\t%11.0f\t%12.0f%%\t", l.Design, l.Mails, l.Most, 100*l.Twice)
		for _, f := range l.Fares {
			fmt.Fprintf(t, "%5.0f\t", f.Answered)
		}
		fmt.Fprintln(t)
	}
	t.Flush()
}

// fares prints how the estimates of one estimand fared.
func (r *Report) fares(b io.Writer, estimand string) {
	t := columns(b)
	fmt.Fprintf(t, "\t\t%s\n", stories())
	fmt.Fprintf(t, "who is asked\testimate\t%s\n", strings.Repeat(" bias error holds\t", len(answerings)))
	for _, l := range r.Lines {
		if l.Estimand != estimand {
			continue
		}
		fmt.Fprintf(t, "%s\t%s\t", l.Design, l.Estimate)
		for _, f := range l.Fares {
			fmt.Fprintf(t, "%s\t", f)
		}
		fmt.Fprintln(t)
	}
	t.Flush()
}

// stories is the cells of who answers.
func stories() string {
	var b strings.Builder
	for _, a := range answerings {
		b.WriteString(a.name + "\t")
	}
	return b.String()
}

// changes prints the steps.
func (r *Report) changes(b io.Writer) {
	fmt.Fprintf(b, "\nIn the middle of the year the true score changes by %s, and the rate goes from %d%% to %d%%.\nAll answer. The step that the change of rate adds, in NPS points:\n\n",
		signed(r.Truth.Step), rateBefore, rateAfter)
	t := columns(b)
	fmt.Fprint(t, "who is asked\testimate\tfalse step\terror\t\n")
	for _, s := range r.Steps {
		fmt.Fprintf(t, "%s\t%s\t%10s\t%5.1f\t\n", s.Design, s.Estimate, signed(s.Bias), s.RMSE)
	}
	t.Flush()
}

func columns(b io.Writer) *tabwriter.Writer { return tabwriter.NewWriter(b, 0, 0, 2, ' ', 0) }

// String is bias, error and coverage.
func (f Fare) String() string {
	if f.Found == 0 {
		return "none"
	}
	return fmt.Sprintf("%5s %5.1f %4.0f%%", signed(f.Bias), f.RMSE, 100*f.Coverage)
}

// signed writes a number with its sign and one decimal; what rounds to zero
// has none.
func signed(x float64) string {
	if s := fmt.Sprintf("%+.1f", x); s != "-0.0" && s != "+0.0" {
		return s
	}
	return "0.0"
}
