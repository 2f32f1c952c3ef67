package laptop_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"net/http"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/infra/customer"
	"heed/shared/heed"
)

// After some weeks of touchpoints and answers of every kind, what the API says
// of each program is what a computation by hand makes of the API's own rows.
func TestScoresAreTheRows(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, halves))
	for week := range 4 {
		h.week(week)
	}
	h.advance(t, 72*time.Hour)
	asks := map[string]string{}
	for _, p := range h.options.Config.Programs {
		asks[p.Name] = string(p.Ask)
	}
	rows := h.rows(t, "")
	if n := channels(rows); n["page"] < 20 || n["reply"] < 5 {
		t.Errorf("answers came as %v", n)
	}
	for by, team := range map[string]bool{"": false, "&by=team": true} {
		var said struct{ Figures []result }
		h.read(t, "/api/scores?from="+time.Now().AddDate(0, 0, -1).Format(time.DateOnly)+by, &said)
		want := byHand(rows, asks, team)
		for _, got := range said.Figures {
			got.equals(t, want[got.Program+"/"+got.Value])
			if !team && got.Shown != (got.Program != "churn") {
				t.Errorf("%s has %d answers and is shown: %v", got.Program, got.N, got.Shown)
			}
		}
		if len(said.Figures) != len(want) {
			t.Errorf("%d results, want %d", len(said.Figures), len(want))
		}
	}
}

func channels(rows []row) map[string]int {
	n := map[string]int{}
	for _, r := range rows {
		if r.Response != nil {
			n[r.Response.Channel]++
		}
	}
	return n
}

// week posts a week's touchpoints, of which one is a cancellation, and has some
// of those who were asked answer: on the page, or by mail.
func (h *house) week(week int) {
	h.Helper()
	zendesk, app := h.door(h.T, "zendesk"), h.door(h.T, "app")
	var tickets, others []event
	for n := range 120 {
		team := []string{"Billing", "Support", "Tools"}[n%3]
		for again := range 1 + n%4/2*week%3 {
			e := sample(h.T, "zendesk/ticket-solved.json").of(n).with("ticket.id", fmt.Sprintf("%d-%d-%d", week, n, again))
			tickets = append(tickets, e.with("ticket.group", team))
		}
		kind := []string{"subscription.renewed", "onboarding.done"}[(n+week)%2]
		if n == 0 {
			kind = "subscription.cancelled"
		}
		others = append(others, happened(h.T, kind, 1000*week+n, n).with("data.team", team))
	}
	h.deliverAll(h.T, app, others)
	h.deliverAll(h.T, zendesk, tickets)
	h.settle(h.T)
	h.answerSome()
	h.advance(h.T, 7*24*time.Hour)
}

// answerSome answers the mails of the last hours as their ids will have it.
func (h *house) answerSome() {
	h.Helper()
	var clock struct{ Now time.Time }
	h.read(h.T, "/local/clock", &clock)
	asks := map[string]heed.Ask{}
	for _, r := range h.rows(h.T, "reason=asked") {
		asks[r.ID] = h.options.Config.Program(r.Program).Ask
	}
	var group errgroup.Group
	group.SetLimit(8)
	var all []due
	for _, m := range h.mails(h.T) {
		luck := dice(m.ID)
		ref, _, err := heed.ParseMailID(m.ID)
		if err != nil {
			h.Fatal(err)
		}
		if clock.Now.Sub(m.At) > 24*time.Hour || luck%10 < 3 {
			continue
		}
		ask := asks[ref.ID.String()]
		low, high := ask.Range()
		score := high - int(luck/100)%(high-low+1)*int(luck/10_000)%(high-low+1)
		g := due{score: score}
		if byMail := luck%10 == 9 && ask != heed.NPS; !byMail {
			g.page = h.open(survey(h.T, &m))
		}
		g.mail = &m
		all = append(all, g)
	}
	h.advance(h.T, time.Minute)
	for _, g := range all {
		group.Go(func() error { return h.give(g) })
	}
	if err := group.Wait(); err != nil {
		h.Fatal(err)
	}
}

// due is an answer that is about to be: on the page, if it is open.
type due struct {
	mail  *caughtMail
	page  *customer.Page
	score int
}

func (h *house) give(g due) error {
	if g.page == nil {
		raw := fmt.Sprintf("From: %s\r\nTo: %s\r\n\r\n%d\r\n", g.mail.To, g.mail.ReplyTo, g.score)
		_, err := h.try(http.MethodPost, "/local/mail/inbound", nil, []byte(raw))
		return err
	}
	after, err := g.page.Press(h.Context(), g.score)
	if err == nil && !after.Answered() {
		err = fmt.Errorf("an answer was answered %d: %s", after.Status, after.Text)
	}
	return err
}

// dice is a number that is always the same for an id.
func dice(id string) uint32 {
	sum := fnv.New32a()
	sum.Write([]byte(id))
	return sum.Sum32()
}

func (f *result) equals(t *testing.T, want *result) {
	t.Helper()
	if want == nil {
		t.Errorf("there is no row of %s %s", f.Program, f.Value)
		return
	}
	counts := func(r *result) string {
		return fmt.Sprint(r.Population, r.Eligible, r.Asked, r.Answered, r.N, r.Respondents, r.Shown)
	}
	if counts(f) != counts(want) || !near(&f.EffectiveN, &want.EffectiveN) {
		t.Errorf("%s %s: %s (worth %f), want %s (%f)", f.Program, f.Value, counts(f), f.EffectiveN, counts(want), want.EffectiveN)
	}
	if !near(f.Score, want.Score) || !near(f.Low, want.Low) || !near(f.High, want.High) {
		t.Errorf("%s %s: %s, want %s", f.Program, f.Value, f.written(), want.written())
	}
	if !f.Shown && f.Reason != "too few to show" || f.Settled || f.Estimand != "event-weighted" {
		t.Errorf("%s %s: %+v", f.Program, f.Value, f)
	}
}

func (f *result) written() string {
	if f.Score == nil || f.Low == nil || f.High == nil {
		return "nothing"
	}
	return fmt.Sprintf("%.9f (%.9f to %.9f)", *f.Score, *f.Low, *f.High)
}

func near(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) <= 1e-6
}
