package webhook

import (
	"bytes"
	"strings"
	"testing"

	"heed/shared/sources"
)

// TestSubjectsAreForTheQueueAlone: what a ticket is about is in no log, no
// answer and no reason, whether its delivery is understood, kept or rejected.
func TestSubjectsAreForTheQueueAlone(t *testing.T) {
	for file, subject := range map[string]string{
		"zendesk/ticket-solved.json":        "Invoice shows the old address",
		"freshdesk/ticket-solved.json":      "Parcel went to my old address",
		"intercom/conversation-closed.json": "Old address on the invoice",
		"jira/ticket-solved.json":           "Export of invoices is cut short",
		"standard/ticket-solved.json":       "Login link does not arrive",
		"mapped/ticket-solved.json":         "Refund of the yearly plan",
	} {
		typ, _, _ := strings.Cut(file, "/")
		for how, spoil := range map[string]func(*door, *sources.Request) *sources.Request{
			"understood": func(_ *door, r *sources.Request) *sources.Request { return r },
			"kept": func(d *door, r *sources.Request) *sources.Request {
				r.Body = bytes.TrimRight(r.Body, "}\n")
				return d.signed(typ, r)
			},
			"rejected": func(_ *door, r *sources.Request) *sources.Request {
				r.Header = map[string][]string{"Content-Type": {"application/json"}}
				return r
			},
		} {
			d := open(t)
			r := spoil(d, d.sample(file))
			if !bytes.Contains(r.Body, []byte(subject)) {
				t.Fatalf("%s is not about %s", file, subject)
			}
			w := d.post(r)
			p := d.took()
			said := d.log.String() + w.Body.String()
			for _, k := range p.kept {
				said += k.Why
			}
			if strings.Contains(said, subject) {
				t.Errorf("%s, %s, says what it is about: %s", file, how, said)
			}
			if understood := len(p.touchpoints) == 1 && p.touchpoints[0].Subject == subject; understood != (how == "understood") || (len(p.kept) == 1) != (how == "kept") {
				t.Errorf("%s is not %s: %+v", file, how, p)
			}
		}
	}
}
