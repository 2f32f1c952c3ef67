package laptop_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A kept is a delivery that was not understood, as the API shows it.
type kept struct{ ID, Source, Why, Body string }

func (h *house) kept() []kept {
	h.Helper()
	var list struct{ Kept []kept }
	h.read(h.T, "/api/kept", &list)
	return list.Kept
}

// What verifies and says too little is taken, kept whole however large, and
// listed. As long as it is not understood, a replay says so and keeps it.
func TestKeptWhole(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody))
	strange := map[string]event{
		"small":    {"type": "ticket.solved", "requester": map[string]any{"id": "1"}},
		"other":    {"hello": "wörld \u2028 \" <>&"},
		"large":    ticket(t, 1).without("ticket.id").with("text", strings.Repeat("Zoë 👋 ", 75_000)),
		"two":      ticket(t, 1).without("ticket.id").with("text", strings.Repeat("x", 350_000)),
		"the most": ticket(t, 1).without("ticket.id").with("text", strings.Repeat("y", 1<<20-600)),
	}
	want := map[string]string{}
	for name, e := range strange {
		r := h.deliver(t, h.door(t, "zendesk"), e)
		if r.Kept == "" || r.Why == "" || len(r.Touchpoints) > 0 {
			t.Errorf("%s was answered %+v", name, r)
		}
		if twice := h.deliver(t, h.door(t, "zendesk"), e); twice.Kept != r.Kept {
			t.Errorf("%s is kept as %s and %s", name, r.Kept, twice.Kept)
		}
		want[r.Kept] = string(e.body())
	}
	h.settle(t)
	h.allKept(want)
	h.restart()
	h.advance(t, 29*24*time.Hour)
	for id := range want {
		a := h.send(t, http.MethodPost, "/api/kept/"+id+"/replay", nil, nil)
		if a.Status != http.StatusBadRequest || !strings.Contains(string(a.Body), "still not understood: ") {
			t.Errorf("a replay answered %d: %s", a.Status, a.Body)
		}
	}
	if a := h.send(t, http.MethodPost, "/api/kept/0123456789abcdef0123456789abcdef/replay", nil, nil); a.Status != http.StatusNotFound {
		t.Errorf("a replay of nothing answered %d: %s", a.Status, a.Body)
	}
	h.allKept(want)
	if rows := h.rows(t, ""); len(rows) > 0 {
		t.Errorf("there are rows: %+v", rows)
	}
	h.queuesAreEmpty()
	h.advance(t, 2*24*time.Hour)
	h.allKept(nil)
}

func (h *house) allKept(want map[string]string) {
	h.Helper()
	list := h.kept()
	for _, k := range list {
		h.read(h.T, "/api/kept/"+k.ID, &k)
		if k.Body != want[k.ID] || k.Source != "zendesk" || k.Why == "" {
			h.Errorf("kept %s (%s) has %d bytes, want %d", k.ID, k.Why, len(k.Body), len(want[k.ID]))
		}
	}
	if len(list) != len(want) {
		h.Errorf("%d deliveries are kept, want %d", len(list), len(want))
	}
}

// Once surveys.yaml says rightly what source it is, the kept delivery is read
// anew: it makes its touchpoint, once, and is kept no longer.
func TestReplay(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, strings.Replace(everybody, "{name: zendesk, type: zendesk}", "{name: zendesk, type: standard}", 1)))
	var ids []string
	for n := range 3 {
		e := ticket(t, n).with("text", strings.Repeat("long ", 100_000*n))
		ids = append(ids, h.deliver(t, h.door(t, "zendesk"), e).Kept)
	}
	h.settle(t)
	h.close()
	h.options.Config = configured(t, everybody)
	h.start()
	for n, id := range ids {
		h.order(t, "/api/kept/"+id+"/replay", "", nil)
		h.settle(t)
		if r := h.about(t, fmt.Sprint("ticket:", n), "support"); r.Decision.Reason != "asked" && r.Decision.Reason != "not_drawn" {
			t.Errorf("the replayed touchpoint is %+v", r)
		}
		if a := h.send(t, http.MethodPost, "/api/kept/"+id+"/replay", nil, nil); a.Status != http.StatusNotFound {
			t.Errorf("a second replay answered %d: %s", a.Status, a.Body)
		}
		if len(h.kept()) != len(ids)-n-1 {
			t.Errorf("%d are still kept", len(h.kept()))
		}
	}
}
