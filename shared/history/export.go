package history

import "heed/shared/heed"

// row is one line of Heed's own export: a touchpoint in one program. It has
// more fields, which say nothing of a touchpoint.
type row struct {
	fields
	Customer   string              `json:"customer"` // keyed hash
	Scope      string              `json:"scope"`    // likewise; another than the customer's is the account's
	Dimensions map[string][]string `json:"dimensions"`
	Decision   *struct {
		Reason    string `json:"reason"`
		DecidedAt string `json:"decided_at"`
	} `json:"decision"` // nil where the line is none of an export
}

// touchpoint is that of a row which was decoded with err.
func (w *row) touchpoint(err error) (l *Line, why string) {
	if err != nil {
		return nil, "is not JSON as Heed exports it: " + err.Error()
	}
	l = w.line(heed.Customer{})
	if l.Person, why = person(w.Customer); why != "" {
		return nil, why
	}
	scope, why := person(w.Scope)
	if w.Scope != "" && why != "" {
		return nil, "scope is not 32 hexadecimal digits; leave it out if there is none"
	}
	if scope != l.Person && !scope.IsZero() {
		l.Customer.Account = w.Scope // what stands for an account names it as well
	}
	w.fill(l)
	at := w.Decision.DecidedAt // rather than the source's own clock: it is when a ledger was looked at
	if at == "" {
		at = w.At
	}
	if why = l.check(at); why != "" {
		return nil, why
	}
	return l, ""
}

// fill takes from the dimensions and the reason what a row has no field for.
// Whom a tag excluded is judged anew where the tags were kept.
func (w *row) fill(l *Line) {
	for name, into := range map[string]*string{
		"team": &l.Team, "agent": &l.Agent, "product": &l.Product, "channel": &l.Channel, "locale": &l.Customer.Locale,
	} {
		if values := w.Dimensions[name]; len(values) > 0 {
			*into = values[0]
		}
	}
	if len(l.Tags) == 0 {
		l.Tags = w.Dimensions["tag"]
	}
	for _, r := range []heed.Reason{heed.Unresolved, heed.OwnDomain, heed.Suppressed, heed.ExcludedTag} {
		if w.Decision.Reason == r.String() && (r != heed.ExcludedTag || len(l.Tags) == 0) {
			l.Barred = r
		}
	}
}
