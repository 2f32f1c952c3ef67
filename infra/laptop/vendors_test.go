package laptop_test

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"heed/events"
	"heed/shared/sources"
	"heed/shared/sources/standin"
	"heed/shared/surveys"
)

// idsOnly asks about all that the samples of sources without addresses tell of.
const idsOnly = `
brand: {name: Acme}
sources:
  - {name: zendesk, type: zendesk}
  - {name: intercom, type: intercom}
  - {name: helpscout, type: helpscout}
  - {name: jira, type: jira}
  - {name: hubspot, type: hubspot}
  - {name: pipedrive, type: pipedrive}
programs:
  - {name: all, ask: csat, stage: support, when: {kinds: [ticket.solved, deal.won]}, rate: 98%, ceiling: 99%}
`

// samplesOfIDs are deliveries that name no address, by source.
var samplesOfIDs = map[string]string{
	"zendesk": "zendesk/event-ticket-solved.json", "intercom": "intercom/ticket-closed.json", "helpscout": "helpscout/conversation-closed-for-another.json",
	"jira": "jira/ticket-solved.json", "hubspot": "hubspot/deal-won.json", "pipedrive": "pipedrive/deal-won.json",
}

// deliverSample posts a sample of a source as its vendor would.
func (h *house) deliverSample(name, file string) {
	h.Helper()
	d := h.door(h.T, name)
	r, err := sources.Sample(events.FS, file)
	if err != nil {
		h.Fatal(err)
	}
	adapter, _ := sources.Of(&surveys.Source{Name: name, Type: d.Type})
	r.URL = d.URL
	if err := adapter.Sign(r, d.Secret, "msg_1", time.Now()); err != nil {
		h.Fatal(err)
	}
	if a := h.send(h.T, http.MethodPost, r.URL, r.Header, r.Body); a.Status != http.StatusOK || strings.Contains(string(a.Body), `"kept":"`) {
		h.Fatalf("%s answered %d: %s", file, a.Status, a.Body)
	}
}

// mailed waits until there are so many mails.
func (h *house) mailed(n int, within time.Duration) []caughtMail {
	h.Helper()
	for end := time.Now().Add(within); ; time.Sleep(50 * time.Millisecond) {
		if mails := h.mails(h.T); len(mails) >= n || time.Now().After(end) {
			return mails
		}
	}
}

func addressees(mails []caughtMail) (list []string) {
	for _, m := range mails {
		list = append(list, m.To)
	}
	return list
}

// A delivery that has ids alone ends as a mail to whom the vendor says it is.
func TestIDsReachAMailbox(t *testing.T) {
	t.Parallel()
	for name, file := range samplesOfIDs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := open(t, configured(t, idsOnly))
			h.deliverSample(name, file)
			h.settle(t)
			rows := h.rows(t, "")
			if len(rows) != 1 || rows[0].Decision.Reason != "asked" && rows[0].Decision.Reason != "not_drawn" {
				t.Fatalf("rows are %+v", rows)
			}
			mails := h.mailed(1, 3*time.Second)
			if !rows[0].Decision.Asked {
				t.Skip("not drawn, which happens to one of fifty")
			}
			if len(mails) != 1 || !strings.HasPrefix(mails[0].To, "customer-") {
				t.Errorf("mails go to %v", addressees(mails))
			}
		})
	}
}

// throttled is a vendor that says once, and whoever is early, to come back in
// a second.
type throttled struct {
	vendor http.Handler
	until  atomic.Int64 // real time, in nanoseconds; 0 before the first request
	early  atomic.Int64
}

func (v *throttled) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	now := time.Now()
	if v.until.CompareAndSwap(0, now.Add(time.Second).UnixNano()) || now.UnixNano() < v.until.Load()-int64(10*time.Millisecond) {
		v.early.Add(1)
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	v.vendor.ServeHTTP(w, r)
}

// A vendor that is asked too often is asked again when it said, and not before.
func TestVendorThrottles(t *testing.T) {
	t.Parallel()
	v := &throttled{vendor: standin.Handler("hubspot", standin.Credential)}
	h := open(t, configured(t, idsOnly), func(h *house) {
		h.options.Stand = func(string) http.Handler { return v }
	})
	h.deliverSample("hubspot", samplesOfIDs["hubspot"])
	if mails := h.mailed(1, 8*time.Second); len(mails) != 1 {
		t.Errorf("mails go to %v, rows are %+v", addressees(mails), h.rows(t, ""))
	}
	if n := v.early.Load(); n != 1 {
		t.Errorf("it was asked %d times before it wanted to be", n)
	}
}

// expiring is a vendor that takes none but the second token that it gives out.
type expiring struct {
	vendor http.Handler
	tokens atomic.Int64
}

func (v *expiring) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		v.tokens.Add(1)
	} else if v.tokens.Load() < 2 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	v.vendor.ServeHTTP(w, r)
}

// A token that has expired is exchanged for another.
func TestVendorsTokenExpires(t *testing.T) {
	t.Parallel()
	v := &expiring{vendor: standin.Handler("helpscout", standin.Credential)}
	h := open(t, configured(t, idsOnly), func(h *house) {
		h.options.Stand = func(string) http.Handler { return v }
	})
	h.deliverSample("helpscout", samplesOfIDs["helpscout"])
	if mails := h.mailed(1, 8*time.Second); len(mails) != 1 || v.tokens.Load() != 2 {
		t.Errorf("with %d tokens mails go to %v, rows are %+v", v.tokens.Load(), addressees(mails), h.rows(t, ""))
	}
}

// A customer whom the vendor does not know is nobody's loss but that decision's.
func TestVendorKnowsNobody(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, idsOnly), func(h *house) {
		h.options.Stand = func(string) http.Handler { return http.NotFoundHandler() }
	})
	h.deliverSample("hubspot", samplesOfIDs["hubspot"])
	h.settle(t)
	if rows := h.rows(t, ""); len(rows) != 1 || rows[0].Decision.Reason != "unresolved" || rows[0].Decision.Chance != 0 {
		t.Errorf("rows are %+v", rows)
	}
	h.queuesAreEmpty()
}
