package simulation

import (
	"fmt"
	"io"
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
	b.WriteString("\nBias and root-mean-square error in NPS points, share of 95% intervals that hold the truth.\n")
	for _, estimand := range []string{figures.EventWeighted, figures.CustomerWeighted} {
		fmt.Fprintf(&b, "\n%s truth\n", strings.ToUpper(estimand[:1])+estimand[1:])
		r.fares(&b, estimand)
	}
	r.reading(&b)
	r.changes(&b)
	n, err := io.WriteString(out, b.String())
	return int64(n), err
}

// burdens prints what each design costs those it asks.
func (r *Report) burdens(b io.Writer) {
	t := columns(b)
	fmt.Fprint(t, "Who is asked\tmails\tmost to one\tmore than one\tanswers, where all answer and not\t\n")
	fmt.Fprint(t, "\ta year\tin 90 days\tin 90 days\t\t\n")
	last := ""
	for _, l := range r.Lines {
		if l.Design == last {
			continue
		}
		last = l.Design
		var answered []string
		for _, f := range l.Fares {
			answered = append(answered, fmt.Sprintf("%.0f", f.Answered))
		}
		fmt.Fprintf(t, "%s\t%.0f\t%.0f\t%.0f%%\t%s\t\n", l.Design, l.Mails, l.Most, 100*l.Twice, strings.Join(answered, ", "))
	}
	t.Flush()
}

// fares prints how the estimates of one estimand fared.
func (r *Report) fares(b io.Writer, estimand string) {
	t := columns(b)
	fmt.Fprint(t, "Who is asked\testimate\t")
	for _, a := range answerings {
		fmt.Fprintf(t, "%s\t", a.name)
	}
	fmt.Fprintln(t)
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

// changes prints the steps.
func (r *Report) changes(b io.Writer) {
	fmt.Fprintf(b, "\nIn the middle of the year the true score changes by %s, and the rate goes from %d%% to %d%%.\nAll answer. The step that the change of rate adds, in NPS points:\n\n",
		signed(r.Truth.Step), rateBefore, rateAfter)
	t := columns(b)
	fmt.Fprint(t, "Who is asked\testimate\tfalse step\terror\t\n")
	for _, s := range r.Steps {
		fmt.Fprintf(t, "%s\t%s\t%s\t%.1f\t\n", s.Design, s.Estimate, signed(s.Bias), s.RMSE)
	}
	t.Flush()
}

func columns(b io.Writer) *tabwriter.Writer { return tabwriter.NewWriter(b, 0, 0, 2, ' ', 0) }

// String is bias, error and coverage.
func (f Fare) String() string {
	if f.Found == 0 {
		return "none"
	}
	return fmt.Sprintf("%s %4.1f %3.0f%%", signed(f.Bias), f.RMSE, 100*f.Coverage)
}

// signed writes a number with its sign and one decimal; what rounds to zero
// has none.
func signed(x float64) string {
	if s := fmt.Sprintf("%+.1f", x); s != "-0.0" && s != "+0.0" {
		return s
	}
	return " 0.0"
}
