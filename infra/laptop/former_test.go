package laptop_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Whoever is asked nearly for certain is left in peace for thirty days, and
// two for a mail that is late.
const thirty = `
brand: {name: Acme}
quiet: 20d
scope: %s
sources: [{name: app, type: standard}]
programs:
  - {name: onboarding, ask: ces, stage: onboarding, when: {kinds: [onboarding.done]}, rate: 98%%, ceiling: 99%%, quiet: 30d}
`

// somebody is an entry of an import.
func somebody(n int, suppressed string, asked time.Time) string {
	e := map[string]string{"email": strings.ToUpper(address(n)), "suppressed": suppressed}
	if !asked.IsZero() {
		e["asked_at"] = asked.Format(time.RFC3339)
	}
	text, err := json.Marshal(e)
	if err != nil {
		panic(err) // strings
	}
	return string(text)
}

func (h *house) hand(entries ...string) (a struct{ Suppressed, Quieted, Unchanged int }) {
	h.Helper()
	h.order(h.T, "/api/import", `{"people":[`+strings.Join(entries, ",")+`]}`, &a)
	return a
}

// happens delivers a touchpoint of each customer, and returns the rows of them.
func (h *house) happens(round int, customers ...int) map[int]row {
	h.Helper()
	for _, n := range customers {
		e := happened(h.T, "onboarding.done", round*1000+n, n).with("data.customer.account", fmt.Sprint("account-", n))
		h.deliver(h.T, h.door(h.T, "app"), e)
	}
	h.settle(h.T)
	rows := map[int]row{}
	for _, n := range customers {
		rows[n] = h.about(h.T, fmt.Sprint("thing:", round*1000+n), "onboarding")
	}
	return rows
}

// What a former tool knew counts as if Heed had known it: who left, bounced or
// complained is never asked, and who was asked there is left in peace as long
// as if Heed had asked, and has no chance until then. Afterwards they have.
func TestWhatAFormerToolKnew(t *testing.T) {
	t.Parallel()
	for _, scope := range []string{"customer", "account"} {
		t.Run(scope, func(t *testing.T) {
			t.Parallel()
			h := open(t, configured(t, fmt.Sprintf(thirty, scope)))
			now := time.Now().UTC()
			entries := []string{
				somebody(1, "unsubscribed", time.Time{}), somebody(2, "bounced", now.AddDate(0, 0, -3)), somebody(3, "complained", time.Time{}),
				somebody(4, "", now.AddDate(0, 0, -20)), somebody(5, "", now.AddDate(0, 0, -33)), somebody(6, "", now.Add(-time.Minute)),
			}
			if a := h.hand(entries...); a.Suppressed != 3 || a.Quieted != 2 || a.Unchanged != 1 {
				t.Errorf("taken over: %+v", a)
			}
			all := []int{1, 2, 3, 4, 5, 6, 7}
			h.reasons(h.happens(1, all...), map[int]string{1: "suppressed", 2: "suppressed", 3: "suppressed", 4: "hushed", 5: "", 6: "hushed", 7: ""})
			h.advance(t, 10*24*time.Hour) // give or take the day that a test at midnight needs
			h.reasons(h.happens(2, 1, 4, 6), map[int]string{1: "suppressed", 4: "hushed", 6: "hushed"})
			h.advance(t, 3*24*time.Hour)
			h.reasons(h.happens(3, 4, 6), map[int]string{4: "", 6: "hushed"})
			h.advance(t, 20*24*time.Hour)
			h.restart()
			h.reasons(h.happens(4, 1, 2, 3, 6), map[int]string{1: "suppressed", 2: "suppressed", 3: "suppressed", 6: ""})
			for _, m := range h.mails(t) {
				for n := 1; n <= 3; n++ {
					if m.To == address(n) {
						t.Errorf("customer %d was written to", n)
					}
				}
			}
		})
	}
}

// reasons compares why rows were decided as they were; "" is for those who
// could have been asked. Only these have a chance.
func (h *house) reasons(rows map[int]row, want map[int]string) {
	h.Helper()
	for n, r := range rows {
		free := r.Decision.Reason == "asked" || r.Decision.Reason == "not_drawn"
		if free != (want[n] == "") || !free && r.Decision.Reason != want[n] || free != (r.Decision.Chance > 0) {
			h.Errorf("customer %d: %s with chance %d, want %q", n, r.Decision.Reason, r.Decision.Chance, want[n])
		}
	}
}

// Killed in the middle of an import, again and again, and sent again: what is
// then decided is what is decided where nobody was killed.
func TestImportKilled(t *testing.T) {
	t.Parallel()
	c := newChild(t, build(t), fmt.Sprintf(thirty, "customer"))
	const people = 300
	now := time.Now().UTC()
	var entries []string
	for n := range people {
		entries = append(entries, somebody(n, []string{"unsubscribed", "", "bounced"}[n%3], now.AddDate(0, 0, -n%60)))
	}
	order := []byte(`{"people":[` + strings.Join(entries, ",") + `]}`)
	for range 6 {
		done := make(chan struct{})
		go func() {
			defer close(done)
			_, _ = c.try("POST", "/api/import", nil, order) // its answer is lost with who gave it
		}()
		time.Sleep(time.Duration(rand.IntN(int(15 * time.Millisecond))))
		c.kill()
		<-done
		c.start()
	}
	var first, again struct{ Suppressed, Quieted, Unchanged int }
	c.order(t, "/api/import", string(order), &first)
	c.order(t, "/api/import", string(order), &again)
	if again.Unchanged != people || first.Suppressed+first.Quieted+first.Unchanged != people {
		t.Errorf("at last %+v, then %+v", first, again)
	}
	twin := c.unkilled()
	twin.order(t, "/api/import", string(order), nil)
	var posted []event
	for n := range people {
		posted = append(posted, happened(t, "onboarding.done", n, n))
	}
	for _, v := range []visitor{c.visitor, twin.visitor} {
		v.deliverAll(t, v.door(t, "app"), posted)
		v.settle(t)
	}
	if diff := cmp.Diff(decisions(twin.rows(t, "")), decisions(c.rows(t, ""))); diff != "" {
		t.Errorf("decisions (-unkilled +killed):\n%s", diff)
	}
}
