package decide_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"heed/shared/handlers/decide"

	"heed/shared/heed"
	"heed/shared/outbound"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/sources"
	"heed/shared/sources/standin"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/table/tabletest"
)

// asking is a story in whose surveys.yaml vendors are asked.
const asking = `
brand: {name: Acme}
%s
sources:
  - {name: zendesk, type: zendesk, api: https://acme.example.com}
  - {name: desk, type: helpscout}
  - {name: chat, type: intercom}
  - {name: jira, type: jira, api: https://acme.example.com}
  - {name: crm, type: hubspot}
  - {name: deals, type: pipedrive, api: https://acme.example.com}
programs:
  - {name: often, ask: csat, stage: support, when: {kinds: [ticket.solved, deal.won]}, rate: 99.9%%, ceiling: 99.95%%}
`

// A vendor stands in for that of a source, and can be told to misbehave.
type vendor struct {
	*httptest.Server
	typ      string
	calls    atomic.Int64 // for anything but a token
	tokens   atomic.Int64
	mu       sync.Mutex
	override http.HandlerFunc // answers instead, unless nil
	people   map[string]string
}

func newVendor(t *testing.T, typ string) *vendor {
	t.Helper()
	v := &vendor{typ: typ, people: map[string]string{}}
	usual := standin.Handler(typ, standin.Credential)
	if usual == nil {
		t.Fatalf("nothing stands in for %s", typ)
	}
	v.Server = httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			v.tokens.Add(1)
		} else {
			v.calls.Add(1)
		}
		v.mu.Lock()
		override := v.override
		v.mu.Unlock()
		if override != nil {
			override(w, r)
			return
		}
		v.rename(w, r, usual)
	}))
	t.Cleanup(v.Close)
	return v
}

// rename answers as usual, with another address where somebody has one.
func (v *vendor) rename(w http.ResponseWriter, r *http.Request, usual http.Handler) {
	said := httptest.NewRecorder()
	usual.ServeHTTP(said, r)
	body := said.Body.String()
	v.mu.Lock()
	for was, is := range v.people {
		body = strings.ReplaceAll(body, was, is)
	}
	v.mu.Unlock()
	for name, values := range said.Header() {
		w.Header()[name] = values
	}
	w.WriteHeader(said.Code)
	_, _ = w.Write([]byte(body))
}

func (v *vendor) set(override http.HandlerFunc) { v.mu.Lock(); v.override = override; v.mu.Unlock() }

func (v *vendor) move(was, is string) { v.mu.Lock(); v.people[was] = is; v.mu.Unlock() }

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}

// here are vendors that are all the one of the test, whatever the source.
type here struct {
	*outbound.Client
	base string
}

func (h here) API(source string, access sources.Access) sources.API {
	access.Base = h.base
	return h.Client.API(source, access)
}

// A bench is a scene at which a vendor is asked.
type bench struct {
	scene
	vendor *vendor
	now    time.Time
	log    bytes.Buffer
}

func seat(t *testing.T, typ, extra string) *bench {
	t.Helper()
	p := story{}.begin(t)
	config, err := surveys.Load(fmt.Appendf(nil, asking, extra))
	if err != nil {
		t.Fatal(err)
	}
	p.config, p.until = config, 420
	b := &bench{scene: p.scene(), vendor: newVendor(t, typ), now: noon}
	t.Cleanup(b.scene.close)
	return b
}

// process is the handler of a process that has just begun.
func (b *bench) process(seen table.Table) *decide.Handler {
	h := b.scene.handler(b.now, seen)
	h.Now = func() time.Time { return b.now }
	h.Log = slog.New(slog.NewJSONHandler(&b.log, nil))
	h.Vendors = here{&outbound.Client{
		HTTP: b.vendor.Client(), Credential: func(context.Context, string) (string, error) { return standin.Credential, nil },
		Now: h.Now, Log: h.Log,
	}, b.vendor.URL}
	return h
}

// work hands over touchpoints for the nth time, in a group each.
func work(t *testing.T, h *decide.Handler, attempt int, touchpoints ...heed.Touchpoint) []queue.Failure {
	t.Helper()
	var batch []queue.Message
	for i := range touchpoints {
		body, err := queue.Parcel{Touchpoint: &touchpoints[i]}.Pack()
		if err != nil {
			t.Fatal(err)
		}
		batch = append(batch, queue.Message{ID: fmt.Sprint("m", i), Group: touchpoints[i].Customer.ID + touchpoints[i].Object, Attempt: attempt, Body: body})
	}
	failed := h.Work(t.Context(), batch)
	slices.SortFunc(failed, func(a, b queue.Failure) int { return strings.Compare(a.ID, b.ID) })
	return failed
}

// solved is the nth ticket of a customer of whom the id is known; of nobody if "".
func solved(source string, n int, customer string) heed.Touchpoint {
	return heed.Touchpoint{
		Source: source, Kind: "ticket.solved", Object: fmt.Sprint("ticket:", n), Occurrence: "1", At: noon.Add(-time.Hour),
		Customer: heed.Customer{ID: customer},
	}
}

// told are the rows as this says them: reason, and who is mailed.
func (b *bench) told() string {
	b.Helper()
	var out []string
	for _, r := range b.rows() {
		text := r.Object + " " + r.Reason.String()
		if r.Invitation != nil {
			text += " " + r.Invitation.To
		}
		out = append(out, text)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func (b *bench) want(told string, calls int64) {
	b.Helper()
	if got := b.told(); got != told || b.vendor.calls.Load() != calls {
		b.Errorf("%s, after %d calls; want %s, after %d", got, b.vendor.calls.Load(), told, calls)
	}
}

// Each vendor that sends only ids is asked as it wants to be, and only once.
func TestEveryVendorIsAsked(t *testing.T) {
	t.Parallel()
	for source, typ := range map[string]string{"zendesk": "zendesk", "desk": "helpscout", "chat": "intercom", "jira": "jira", "crm": "hubspot", "deals": "pipedrive"} {
		b := seat(t, typ, "")
		h := b.process(b.table)
		if failed := work(t, h, 1, solved(source, 1, "7")); failed != nil {
			t.Errorf("%s: %v, %s", source, failed, b.log.String())
			continue
		}
		calls := b.vendor.calls.Load()
		b.want("ticket:1 asked customer-7@example.com", calls)
		work(t, h, 1, solved(source, 2, "7"), solved(source, 1, "7"))
		work(t, b.process(b.table), 2, solved(source, 3, "7"))
		if b.vendor.calls.Load() != calls || calls == 0 {
			t.Errorf("%s: asked %d times, then %d", source, calls, b.vendor.calls.Load())
		}
	}
}

// One who is told to come back later does, and not before; others need not wait.
func TestAVendorThatWantsToBeLeftAlone(t *testing.T) {
	t.Parallel()
	b := seat(t, "zendesk", "")
	h := b.process(b.table)
	b.vendor.set(status(http.StatusTooManyRequests, "Retry-After", "120"))
	own := solved("zendesk", 3, "9")
	own.Customer.Email = "known@example.com"
	failed := work(t, h, 1, solved("zendesk", 1, "7"), solved("zendesk", 2, "7"), own)
	if len(failed) != 2 || failed[0].After < time.Minute || failed[0].After > 2*time.Minute || b.vendor.calls.Load() > 2 {
		t.Fatalf("%v after %d calls", failed, b.vendor.calls.Load())
	}
	asked := b.vendor.calls.Load()
	b.want("ticket:3 asked known@example.com", asked)
	b.vendor.set(nil)
	b.now = b.now.Add(time.Minute)
	if failed := work(t, h, 2, solved("zendesk", 1, "7")); len(failed) != 1 || failed[0].After < 150*time.Second || failed[0].After > 5*time.Minute || b.vendor.calls.Load() != asked {
		t.Errorf("before its time: %v after %d calls", failed, b.vendor.calls.Load())
	}
	b.now = b.now.Add(time.Minute)
	if failed := work(t, h, 3, solved("zendesk", 1, "7"), solved("zendesk", 2, "7")); failed != nil {
		t.Error(failed)
	}
	if got := b.told(); strings.Count(got, "asked customer-7") != 1 || !strings.Contains(got, "quiet") {
		t.Error(got)
	}
	if said := b.log.String(); strings.Contains(said, "@") || strings.Contains(said, standin.Credential) {
		t.Errorf("said %s", said)
	}
}

// A wait grows with each attempt, and never beyond an hour.
func TestHowLongAMessageWaits(t *testing.T) {
	t.Parallel()
	b := seat(t, "zendesk", "")
	b.vendor.set(status(http.StatusTooManyRequests, "Retry-After", "1"))
	for attempt, want := range map[int]time.Duration{0: time.Minute, 1: time.Minute, 2: 5 * time.Minute, 3: 15 * time.Minute, 4: 30 * time.Minute, 5: time.Hour, 7: time.Hour} {
		if failed := work(t, b.process(b.table), attempt, solved("zendesk", 1, "7")); len(failed) != 1 || failed[0].After < want/2 || failed[0].After > want {
			t.Errorf("attempt %d: %v, want %v or down to half of it", attempt, failed, want)
		}
	}
	b.vendor.set(status(http.StatusServiceUnavailable, "Retry-After", "86400"))
	if failed := work(t, b.process(b.table), 1, solved("zendesk", 1, "7")); len(failed) != 1 || failed[0].After != time.Hour {
		t.Error(failed)
	}
}

// What a vendor's limit turned away together comes back one by one.
func TestWhatWaitsTogetherDoesNotComeBackTogether(t *testing.T) {
	t.Parallel()
	b := seat(t, "zendesk", "")
	b.vendor.set(status(http.StatusTooManyRequests, "Retry-After", "1"))
	var many []heed.Touchpoint
	for n := range 100 {
		many = append(many, solved("zendesk", n, fmt.Sprint(n)))
	}
	minutes := map[time.Duration]int{}
	for _, f := range work(t, b.process(b.table), 5, many...) {
		minutes[f.After.Truncate(time.Minute)]++
	}
	for minute, n := range minutes {
		if n > 20 {
			t.Errorf("%d of %d come back in minute %v", n, len(many), minute)
		}
	}
	if len(minutes) < 15 {
		t.Errorf("in %d minutes", len(minutes))
	}
}

// A token that has run out is exchanged for another.
func TestATokenThatRanOut(t *testing.T) {
	t.Parallel()
	b := seat(t, "helpscout", "")
	h := b.process(b.table)
	var refused atomic.Bool
	usual := standin.Handler("helpscout", standin.Credential)
	b.vendor.set(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet && refused.CompareAndSwap(false, true) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		usual.ServeHTTP(w, r)
	})
	if failed := work(t, h, 1, solved("desk", 1, "7")); failed != nil {
		t.Fatal(failed, b.log.String())
	}
	b.want("ticket:1 asked customer-7@example.com", 2)
	if b.vendor.tokens.Load() != 2 {
		t.Errorf("%d tokens", b.vendor.tokens.Load())
	}
}

// Where nobody answers until the last attempt the touchpoint is decided without
// its customer, and somebody hears of it. The answer that comes later finds that
// decision: nothing of it is decided twice, or asked.
func TestNobodyAnswersUntilTheLastAttempt(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "")
	b.vendor.set(status(http.StatusInternalServerError))
	h := b.process(b.table)
	for attempt := 1; attempt < 8; attempt++ {
		if failed := work(t, h, attempt, solved("jira", 1, "7")); len(failed) != 1 {
			t.Fatalf("attempt %d: %v", attempt, failed)
		}
		if attempt > 1 {
			b.now = b.now.Add(time.Second) // left alone meanwhile
		}
	}
	b.want("", 3)
	b.now = b.now.Add(time.Hour)
	if failed := work(t, h, 8, solved("jira", 1, "7")); failed != nil {
		t.Fatal(failed)
	}
	b.want("ticket:1 unresolved", 6)
	if said := b.log.String(); strings.Count(said, "customer not resolved") != 1 {
		t.Errorf("said %s", said)
	}
	b.vendor.set(nil)
	b.now = b.now.Add(24 * time.Hour)
	for range 2 {
		if failed := work(t, b.process(b.table), 1, solved("jira", 1, "7")); failed != nil {
			t.Fatal(failed)
		}
	}
	b.want("ticket:1 unresolved", 7)
	work(t, b.process(b.table), 1, solved("jira", 2, "7"), solved("jira", 1, "7"))
	b.want("ticket:1 unresolved, ticket:2 asked customer-7@example.com", 7)
}

// Whom the vendor does not know, or has no address of, is nobody's to wait for;
// and for a day it is not asked again.
func TestNobodyThere(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "")
	if failed := work(t, b.process(b.table), 1, solved("jira", 1, "gone-7")); failed != nil {
		t.Fatal(failed, b.log.String())
	}
	b.want("ticket:1 unresolved", 1)
	work(t, b.process(b.table), 1, solved("jira", 2, "gone-7"))
	b.want("ticket:1 unresolved, ticket:2 unresolved", 1)
	b.now = b.now.Add(24 * time.Hour)
	work(t, b.process(b.table), 1, solved("jira", 1, "gone-7"))
	b.want("ticket:1 unresolved, ticket:2 unresolved", 2)
	if strings.Contains(b.log.String(), "not resolved") {
		t.Error("an operator is told of what is nobody's to mend")
	}
}

// Nobody is asked of what no program is for.
func TestWhatNoProgramIsForAsksNobody(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "")
	for n, customer := range []string{"7", ""} {
		other := solved("jira", n, customer)
		other.Kind = "ticket.created"
		if failed := work(t, b.process(b.table), 1, other); failed != nil {
			t.Fatal(failed)
		}
	}
	b.want("ticket:0 no_match, ticket:1 no_match", 0)
}

// A touchpoint that names nobody stays with whom it was found to be, whatever
// becomes of the association; and those of whom nothing is known share no scope.
func TestATouchpointStaysWithWhomItWas(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "")
	if failed := work(t, b.process(b.table), 1, solved("jira", 1, "")); failed != nil {
		t.Fatal(failed, b.log.String())
	}
	first, calls := b.told(), b.vendor.calls.Load()
	if !strings.Contains(first, "asked customer-") {
		t.Fatal(first)
	}
	b.vendor.set(func(w http.ResponseWriter, r *http.Request) { t.Error("asked again"); w.WriteHeader(http.StatusTeapot) })
	work(t, b.process(b.table), 1, solved("jira", 1, ""))
	b.want(first, calls)
	b.vendor.set(status(http.StatusNotFound))
	work(t, b.process(b.table), 1, solved("jira", 2, ""), solved("jira", 3, ""))
	rows := b.rows()
	scopes := map[heed.Hash]bool{}
	for _, r := range rows {
		scopes[r.Scope] = true
	}
	if len(rows) != 3 || len(scopes) != 3 {
		t.Errorf("%d rows in %d scopes", len(rows), len(scopes))
	}
	b.vendor.set(nil) // and who were decided for nobody stay nobody's
	work(t, b.process(b.table), 1, solved("jira", 2, ""), solved("jira", 3, ""))
	if got := b.told(); got != first+", ticket:2 unresolved, ticket:3 unresolved" {
		t.Error(got)
	}
}

// Whatever was decided while there was nobody to ask, or no program for it, is
// decided: it gets no second decision once somebody says whom it happened to.
func TestWhatWasDecidedForNobodyStays(t *testing.T) {
	t.Parallel()
	for _, customer := range []string{"7", ""} {
		b := seat(t, "jira", "")
		h := b.process(b.table)
		h.Vendors = nil
		for range 2 {
			if failed := work(t, h, 1, solved("jira", 1, customer)); failed != nil {
				t.Fatal(failed, b.log.String())
			}
			b.want("ticket:1 unresolved", b.vendor.calls.Load())
			h, b.now = b.process(b.table), b.now.Add(24*time.Hour)
		}
		if failed := work(t, h, 1, solved("jira", 2, customer)); failed != nil || !strings.Contains(b.told(), "ticket:2 asked") {
			t.Errorf("another of %q: %v, %s", customer, failed, b.told())
		}
	}
}

// Who has another address a while later is still who they were: in peace.
func TestTheAddressChanged(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "quiet: 60d")
	work(t, b.process(b.table), 1, solved("jira", 1, "7"))
	b.want("ticket:1 asked customer-7@example.com", 1)
	b.vendor.move("customer-7@example.com", "new-7@example.com")
	b.now = b.now.Add(31 * 24 * time.Hour)
	for range 2 {
		work(t, b.process(b.table), 1, solved("jira", 2, "7"))
	}
	b.want("ticket:1 asked customer-7@example.com, ticket:2 quiet", 2)
	work(t, b.process(b.table), 1, solved("jira", 1, "7"))
	b.want("ticket:1 asked customer-7@example.com, ticket:2 quiet", 2)
	b.now = b.now.Add(40 * 24 * time.Hour)
	b.vendor.set(status(http.StatusServiceUnavailable, "Retry-After", "1")) // an address this old is not kept
	if failed := work(t, b.process(b.table), 1, solved("jira", 3, "7")); len(failed) != 1 {
		t.Error("it does not wait")
	}
	b.want("ticket:1 asked customer-7@example.com, ticket:2 quiet", 3)
	b.vendor.set(nil)
	work(t, b.process(b.table), 2, solved("jira", 3, "7"))
	b.want("ticket:1 asked customer-7@example.com, ticket:2 quiet, ticket:3 asked new-7@example.com", 4)
	b.now = b.now.Add(29 * 24 * time.Hour)
	b.vendor.set(status(http.StatusServiceUnavailable, "Retry-After", "1")) // what is known is better than nothing
	work(t, b.process(b.table), 1, solved("jira", 4, "7"))
	b.want("ticket:1 asked customer-7@example.com, ticket:2 quiet, ticket:3 asked new-7@example.com, ticket:4 quiet", 5)
	b.vendor.set(status(http.StatusNotFound)) // and gone is gone, though not forgotten
	work(t, b.process(b.table), 1, solved("jira", 5, "7"), solved("jira", 1, "7"), solved("jira", 4, "7"))
	if got := b.told(); !strings.HasSuffix(got, "ticket:4 quiet, ticket:5 unresolved") || strings.Count(got, "ticket:1") != 1 {
		t.Error(got)
	}
}

// A month after a customer's last touchpoint nothing is left that could be read of
// who they are, by whoever has the keys as well; and whoever comes back by another
// address is known again all the same.
func TestNothingReadableIsKeptOfAnAlias(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "quiet: 60d")
	work(t, b.process(b.table), 1, solved("jira", 1, "7"))
	b.vendor.move("customer-7@example.com", "new-7@example.com")
	b.now = b.now.Add(31 * 24 * time.Hour)
	key := records.CustomerAlias(b.ring, "jira", "7")
	a, err := b.store().Alias(t.Context(), b.ring, key, b.now)
	if err != nil || !cmp.Equal(a.Touchpoint, heed.Touchpoint{}) || a.Who != b.hash("customer-7") {
		t.Errorf("%+v, error %v", a, err)
	}
	names := table.Key{PK: table.AliasPrefix + "jira#" + b.ring.Alias("jira", "customer", "7").String(), SK: []byte("1")}
	if err := b.table.Delete(t.Context(), names, 0); err != nil { // as the table does, sooner or later
		t.Fatal(err)
	}
	work(t, b.process(b.table), 1, solved("jira", 2, "7"))
	b.want("ticket:1 asked customer-7@example.com, ticket:2 quiet", 2)
	if a, err := b.store().Alias(t.Context(), b.ring, key, b.now); err != nil || !slices.Equal(a.Before, []heed.Hash{b.hash("customer-7")}) || a.Who != b.hash("new-7") {
		t.Errorf("%+v, error %v", a, err)
	}
}

// Several processes that meet a customer at once, by three touchpoints each, ask
// of them a few times at most, write one answer down, and make one invitation.
func TestManyAtOnceAskOnce(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "")
	var group sync.WaitGroup
	for range 4 {
		h := b.process(b.table)
		h.Log = slog.New(slog.DiscardHandler)
		group.Go(func() {
			for n := range 3 {
				if failed := work(t, h, 1, solved("jira", n, "7"), solved("jira", n, "7")); failed != nil {
					t.Error(failed)
				}
			}
		})
	}
	group.Wait()
	if got := b.told(); strings.Count(got, "asked") != 1 || len(b.rows()) != 3 || b.vendor.calls.Load() > 24 {
		t.Errorf("%s after %d calls", got, b.vendor.calls.Load())
	}
	calls := b.vendor.calls.Load()
	work(t, b.process(b.table), 1, solved("jira", 9, "7"))
	if b.vendor.calls.Load() != calls {
		t.Error("asked again")
	}
}

// Whichever operation of asking and deciding goes wrong, and however: the message
// that comes again makes the same rows, each once.
func TestMishapsOfAsking(t *testing.T) {
	t.Parallel()
	for _, customer := range []string{"7", ""} {
		b := seat(t, "jira", "")
		touchpoint := solved("jira", 1, customer)
		if failed := work(t, b.process(b.table), 1, touchpoint); failed != nil {
			t.Fatal(failed)
		}
		want := b.told()
		for _, mishap := range tabletest.Mishaps {
			met := true
			for n := 1; met; n++ {
				c := &bench{scene: b.scene, vendor: b.vendor, now: noon}
				c.scene = b.again()
				b.vendor.set(nil)
				life := tabletest.Life{N: n, Mishap: mishap}
				work(t, c.process(life.Table(c.table)), 1, touchpoint)
				if met = life.Met(); met {
					work(t, c.process(c.table), 2, touchpoint)
					work(t, c.process(c.table), 1, touchpoint)
					if got := c.told(); got != want {
						t.Errorf("%q %s operation %d: %s, want %s", customer, mishap, n, got, want)
					}
				} else if n < 6 {
					t.Errorf("asking and deciding has only %d operations", n-1)
				}
				c.scene.close()
			}
		}
	}
}

// The last attempt may die as well, anywhere; whoever learns the address after it
// decides the touchpoint, or finds it decided, once.
func TestMishapsOfTheLastAttempt(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "")
	for _, customer := range []string{"7", ""} {
		met := true
		for n := 1; met; n++ {
			c := &bench{scene: b.again(), vendor: b.vendor, now: noon}
			b.vendor.set(status(http.StatusServiceUnavailable, "Retry-After", "1"))
			life := tabletest.Life{N: n, Mishap: tabletest.DiesAfter}
			work(t, c.process(life.Table(c.table)), 8, solved("jira", 1, customer))
			met = life.Met()
			b.vendor.set(nil)
			for i := range 2 {
				c.now = c.now.Add(24 * time.Hour)
				if failed := work(t, c.process(c.table), 1+i, solved("jira", 1, customer)); failed != nil {
					t.Error(failed)
				}
			}
			if got := c.told(); strings.Count(got, "ticket:1 ") != 1 {
				t.Errorf("%q dies after operation %d: %s", customer, n, got)
			}
			c.scene.close()
		}
	}
}

// again is another scene at the same place.
func (b *bench) again() scene { return b.place.open(fmt.Sprintf("again%d.db", scenes.Add(1))) }

var scenes atomic.Int64

// What rests of a customer in their alias names nobody.
func TestAliasesNameNobody(t *testing.T) {
	t.Parallel()
	b := seat(t, "zendesk", "")
	work(t, b.process(b.table), 1, solved("zendesk", 1, "7"))
	ring := b.ring
	key := table.Key{PK: table.AliasPrefix + "zendesk#" + ring.Alias("zendesk", "customer", "7").String(), SK: []byte("0")}
	item, err := b.table.Get(t.Context(), key)
	if err != nil || bytes.Contains(item.Data, []byte("example")) || bytes.Contains(item.Data, []byte("customer")) {
		t.Errorf("%q, error %v", item.Data, err)
	}
	if item.Expires.Sub(b.now) != 400*24*time.Hour || len(item.Data) > 100 {
		t.Errorf("%d bytes until %v", len(item.Data), item.Expires)
	}
	key.SK = []byte("1")
	item, err = b.table.Get(t.Context(), key)
	if err != nil || bytes.Contains(item.Data, []byte("example")) || bytes.Contains(item.Data, []byte("customer")) {
		t.Errorf("%q, error %v", item.Data, err)
	}
	if item.Expires.Sub(b.now) != 30*24*time.Hour || len(item.Data) > 1000 {
		t.Errorf("%d bytes until %v", len(item.Data), item.Expires)
	}
	a, err := records.Store{Table: b.table}.Alias(t.Context(), ring, records.CustomerAlias(ring, "zendesk", "7"), b.now)
	if err != nil || a.Touchpoint.Customer.Email != "customer-7@example.com" || !a.Fetched.Equal(noon) {
		t.Errorf("%+v, error %v", a, err)
	}
}
