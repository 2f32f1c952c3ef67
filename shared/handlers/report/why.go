package report

import (
	"fmt"

	"heed/shared/heed"
)

// why says in a few sentences what the decision was made from.
func why(r *heed.Row) string {
	chance := fmt.Sprintf("This touchpoint had a %s chance of being asked; its customer was free to be asked with chance %s, after %s in 90 days.",
		percent(r.Pi), percent(r.Alpha), busy(r.N90)) + aim(r) + doubt(r.Doubt)
	switch r.Reason {
	case heed.Asked:
		return chance + " The draw fell below its limit, so an invitation was made."
	case heed.Observed:
		return chance + " The draw fell below its limit; Heed only observes, so no invitation was made."
	case heed.NotDrawn:
		return chance + " The draw did not fall below its limit."
	case heed.Quiet:
		return chance + " An earlier invitation's quiet period still runs."
	case heed.Holdout:
		return chance + " It belongs to the share of customers that is never asked, for comparison."
	case heed.Suppressed:
		return "The customer has unsubscribed or complained, or the address bounced."
	case heed.ExcludedTag:
		return "It bears a tag that surveys.yaml excludes."
	case heed.OwnDomain:
		return "The address belongs to the team's own domains."
	case heed.Unresolved:
		return "No address of the customer is known."
	case heed.Uncovered:
		return "Its chance fell below 1 in 10,000, which is taken as none."
	case heed.Hushed:
		return "An invitation that another scope imposed (the account's, or the customer's own) keeps the customer quiet, or a former tool has asked lately; what chance there was is not known."
	case heed.NoMatch:
		return "No program in surveys.yaml matches it; what each is for stands in its when, kinds and sources above all."
	}
	return ""
}

// busy is how many touchpoints there were.
func busy(n uint16) string {
	if n == 1 {
		return "1 touchpoint"
	}
	return fmt.Sprintf("%d touchpoints", n)
}

// aim says which rate the chance comes from.
func aim(r *heed.Row) string {
	switch {
	case r.Target == 0:
		return "" // decided before that was recorded
	case r.Stratum != "":
		return fmt.Sprintf(" %s was aimed at, for stratum %q.", percent(r.Target), r.Stratum)
	}
	return fmt.Sprintf(" %s was aimed at.", percent(r.Target))
}

// doubt says why the chance is only near the true one.
func doubt(d heed.Doubt) string {
	switch d {
	case heed.Merged:
		return " The chance is only near the true one, because two identities became one."
	case heed.Rescoped:
		return " The chance is only near the true one, because surveys.yaml lately changed whose peace is kept."
	case heed.Overlapping:
		return " The chance is only near the true one, because the customer belongs to several scopes, and another one lately asked."
	}
	return ""
}

func percent(ppb uint32) string {
	return fmt.Sprintf("%d.%02d%%", ppb/(heed.PPB/100), ppb%(heed.PPB/100)/(heed.PPB/10_000))
}
