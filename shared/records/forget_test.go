package records

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

// A witness remembers every key that was put, and fails after so many puts.
type witness struct {
	table.Table
	mu   sync.Mutex
	keys map[string]table.Key
	left int
}

var errKilled = errors.New("killed")

func (w *witness) put(key table.Key) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.left--; w.left < 0 {
		return errKilled
	}
	w.keys[key.PK+"\x00"+string(key.SK)] = key
	return nil
}

func (w *witness) PutIfAbsent(ctx context.Context, item table.Item) error {
	if err := w.put(item.Key); err != nil {
		return err
	}
	return w.Table.PutIfAbsent(ctx, item)
}

func (w *witness) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	if err := w.put(item.Key); err != nil {
		return err
	}
	return w.Table.PutIfVersion(ctx, item, version)
}

// The customer is maren, who was ren before; otto is a colleague.
var (
	maren, ren, otto = heed.Hash{15: 70}, heed.Hash{14: 1, 15: 9}, heed.Hash{13: 7, 15: 3}
	acme, globex     = heed.Hash{12: 4, 15: 5}, heed.Hash{11: 4, 15: 6}
)

// traces are what must not be found after.
var traces = []string{"maren@example.com", "Maren Oduya", "ren@example.org", "ticket:m", "audit-m", "spoke up", "wrote aside", "pressed oddly", "Europe/Oslo", "ses-maren", string(maren[:]), string(ren[:])}

// A told is a table in which things happened to maren and to otto.
type told struct {
	Store
	w    *witness
	t    *testing.T
	link heed.RowRef // of the mail with the link that maren opens
	name bool        // it is not she who asks, but the operator, by her hash
	n    int
}

// happened decides a touchpoint in a scope and lets a life follow, all of whose
// traces are in the list. Rows that are left pending are not written.
func (d *told) happened(customer heed.Hash, kind surveys.Scope, scope heed.Hash, pending bool) *heed.Row {
	d.t.Helper()
	d.n++
	who, address, object := "Maren Oduya", "maren@example.com", "ticket:m"
	if customer == ren {
		address = "ren@example.org"
	}
	if customer == otto {
		who, address, object = "Otto Berg", "otto@example.com", "ticket:o"
	}
	object += strings.Repeat("1", d.n)
	head, err := d.Scope(d.t.Context(), kind, scope)
	if err != nil {
		d.t.Fatal(err)
	}
	c := &sampling.Case{
		Config: &surveys.Config{Zone: time.UTC, Dimensions: []string{"agent", "team"}, Programs: []surveys.Program{{
			Name: "support", Ask: heed.CSAT, Rate: 900_000_000, Ceiling: heed.PPB - 1, Quiet: 1, When: surveys.Match{Kinds: []string{"ticket.solved"}},
		}}},
		Key: []byte{byte(d.n)}, Customer: customer, Scope: scope, Kind: kind, Now: noon.AddDate(0, 0, 5*d.n),
		Touchpoint: &heed.Touchpoint{
			Source: "desk", Kind: "ticket.solved", Object: object, Occurrence: "audit-" + object[len("ticket:"):], At: noon, Team: "Billing", Agent: "Ada", Facts: facts,
			Customer: heed.Customer{Email: address, Name: who, Zone: "Europe/Oslo"},
		},
	}
	row := &c.Decide(head.Scope)[0]
	if i := row.Invitation; i != nil {
		i.Zone, i.Agent, i.Remind = "Europe/Oslo", "Ada", time.Hour
	}
	if err := d.PutScope(d.t.Context(), head); err != nil {
		d.t.Fatal(err)
	}
	if pending {
		return row
	}
	if i := row.Invitation; i != nil && d.n%4 != 0 {
		i.Sent, i.MessageID = c.Now, "ses-"+strings.ToLower(who[:5])
		i.Further = []heed.Further{{FurtherName: heed.FurtherName{Kind: heed.QuestionBack, Round: 1}, Due: c.Now}}
		answer := heed.Response{Score: 1 + d.n%5, Channel: heed.Page, At: c.Now, Comment: who + " spoke up", Edit: [8]byte{1}}
		row.Response, row.Suspects = &answer, []heed.Response{{Score: 1, Channel: heed.Page, At: c.Now, Comment: "pressed oddly", Evidence: 1}}
		row.After = heed.After{Reopened: c.Now, Left: c.Now, Bought: c.Now}
		row.Notes = []heed.Note{{Kind: heed.Forwarded, At: c.Now, Score: heed.None, Text: who + " wrote aside"}}
	}
	if err := d.PutRow(d.t.Context(), row); err != nil {
		d.t.Fatal(err)
	}
	return row
}

// tell makes a table with a long past: pages of lists, a former identity, an
// account that maren shares with otto, another one that asked her before, and a
// decision whose rows were not written.
func tell(t *testing.T) *told {
	s, _ := open(t)
	w := &witness{Table: s.Table, keys: map[string]table.Key{}, left: 1 << 30}
	d := &told{Store: Store{w}, w: w, t: t}
	for range sampling.PageSize + 3 {
		d.happened(ren, surveys.Customer, ren, false)
	}
	ctx := t.Context()
	own, err := d.Scope(ctx, surveys.Customer, maren)
	if err != nil {
		t.Fatal(err)
	}
	former, err := d.Scope(ctx, surveys.Customer, ren)
	if err != nil {
		t.Fatal(err)
	}
	former.Scope.Pending, former.Scope.Successor = nil, maren
	if err := errors.Join(d.PutScope(ctx, former), d.Take(ctx, own, former)); err != nil {
		t.Fatal(err)
	}
	own.Scope.Imposed, own.Scope.Asked = sampling.Hush{Until: 9, Account: acme}, []heed.Hash{globex}
	own.Scope.Suppressed = sampling.Unsubscribed
	if err := d.PutScope(ctx, own); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		d.link = d.happened(maren, surveys.Customer, maren, false).RowRef
		d.happened(otto, surveys.Account, acme, false)
		d.happened(maren, surveys.Account, globex, false)
		d.happened(maren, surveys.Account, acme, false)
	}
	for _, scope := range []heed.Hash{globex, acme} {
		d.happened(maren, surveys.Account, scope, true)
	}
	return d
}

// rows reads all rows there are, by their names.
func (d *told) rows() map[heed.RowRef]*heed.Row {
	all := map[heed.RowRef]*heed.Row{}
	for _, key := range d.w.keys {
		if !strings.HasPrefix(key.PK, table.RowPrefix) {
			continue
		}
		ref, err := refOf(key)
		if err != nil {
			d.t.Fatal(err)
		}
		if all[ref], err = d.Row(d.t.Context(), ref); err != nil {
			d.t.Fatal(err)
		}
	}
	return all
}

// forget forgets from the link's row, as that stands.
func (d *told) forget(at time.Time) error {
	if d.name {
		_, err := d.ForgetCustomer(d.t.Context(), maren, at)
		return err
	}
	row, err := d.Row(d.t.Context(), d.link)
	if err != nil {
		d.t.Fatal(err)
	}
	if row.Forgotten() {
		return nil
	}
	return d.Forget(d.t.Context(), row, at)
}

// holds checks all that forgetting promises.
func (d *told) holds(before map[heed.RowRef]*heed.Row, peace [2]*sampling.Scope) {
	d.t.Helper()
	for _, key := range d.w.keys {
		item, err := d.Table.Get(d.t.Context(), key)
		if err != nil {
			d.t.Fatal(err)
		}
		rows := strings.HasPrefix(key.PK, table.RowPrefix)
		for _, trace := range traces {
			hash := trace == string(maren[:]) || trace == string(ren[:])
			if bytes.Contains(item.Data, []byte(trace)) && (rows || !hash) && !d.ottos(item) {
				d.t.Errorf("%q is in %s %x", trace, key.PK, key.SK)
			}
		}
	}
	after := d.rows()
	var left, kept []*heed.Row
	for ref, was := range before {
		is := after[ref]
		if diff := cmp.Diff(was.Decision, is.Decision) + cmp.Diff(was.Dims, is.Dims) + cmp.Diff(was.Facts, is.Facts) + cmp.Diff(was.After, is.After); diff != "" {
			d.t.Errorf("what was decided is another:\n%s", diff)
		}
		if was.First != is.First {
			d.t.Errorf("that it was the first is %v, was %v", is.First, was.First)
		}
		if was.Customer == otto {
			if diff := cmp.Diff(was, is); diff != "" {
				d.t.Errorf("otto is forgotten, too:\n%s", diff)
			}
		} else if _, _, waits := is.Next(); waits || !is.Forgotten() {
			d.t.Errorf("a mail waits, or it is not forgotten: %+v", is)
		}
		copied := *was
		if was.Customer != otto {
			copied.Response = nil
			if copied.Invitation != nil && copied.Invitation.Open() { // cancelled
				i := *copied.Invitation
				i.Fate, copied.Invitation = heed.Cancelled, &i
			}
		}
		left, kept = append(left, &copied), append(kept, is)
	}
	if diff := cmp.Diff(cells.Of(slices.Values(left), nil), cells.Of(slices.Values(kept), nil), cmpopts.EquateEmpty()); diff != "" {
		d.t.Errorf("the sums are not those without the answers:\n%s", diff)
	}
	if diff := cmp.Diff(peace, d.peace(), cmpopts.EquateEmpty()); diff != "" {
		d.t.Errorf("the peace is another:\n%s", diff)
	}
}

// ottos reports whether an item is a row of otto's, who shares maren's zone.
func (d *told) ottos(item table.Item) bool {
	return bytes.Contains(item.Data, []byte("otto@example.com"))
}

func (d *told) peace() (list [2]*sampling.Scope) {
	for i, id := range []heed.Hash{maren, ren} {
		scope, _, err := d.customer(d.t.Context(), id)
		if err != nil {
			d.t.Fatal(err)
		}
		scope.Pending = nil
		list[i] = scope
	}
	return list
}

// everything is all rows, the pending ones as they will be written.
func (d *told) everything() map[heed.RowRef]*heed.Row {
	all := d.rows()
	for _, id := range []heed.Hash{acme, globex} {
		head, err := d.Scope(d.t.Context(), surveys.Account, id)
		if err != nil {
			d.t.Fatal(err)
		}
		for i := range head.Scope.Pending {
			all[head.Scope.Pending[i].RowRef] = &head.Scope.Pending[i]
		}
	}
	return all
}

// bothWays tests what maren does by her link, and the operator by her hash.
func bothWays(t *testing.T, test func(*testing.T, *told)) {
	for name, byHash := range map[string]bool{"link": false, "hash": true} {
		t.Run(name, func(t *testing.T) {
			d := tell(t)
			d.name = byHash
			test(t, d)
		})
	}
}

func TestForgetLeavesNoTrace(t *testing.T) { bothWays(t, forgetLeavesNoTrace) }

func forgetLeavesNoTrace(t *testing.T, d *told) {
	before, peace := d.everything(), d.peace()
	asked := 0
	for _, row := range before {
		if row.Invitation != nil {
			asked++
		}
	}
	if asked < 6 || len(before) != d.n {
		t.Fatalf("%d of %d rows were asked", asked, len(before))
	}
	at := noon.AddDate(1, 0, 0)
	if err := d.forget(at); err != nil {
		t.Fatal(err)
	}
	d.holds(before, peace)
	marks, err := d.Marks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range before {
		marked := slices.ContainsFunc(marks, func(m Mark) bool { return m.Day == row.Day })
		if row.Customer != otto && row.Invitation != nil && !marked {
			t.Errorf("%s is not rolled up again", row.Day)
		}
	}
	puts := d.w.left
	if err := d.forget(at); err != nil || d.w.left != puts {
		t.Errorf("forgetting again writes %d items (%v)", puts-d.w.left, err)
	}
}

// Killed after any of its writes it is finished by the next run.
func TestForgetIsFinished(t *testing.T) { bothWays(t, forgetIsFinished) }

func forgetIsFinished(t *testing.T, d *told) {
	before, peace := d.everything(), d.peace()
	runs := 0
	for at := noon.AddDate(1, 0, 0); ; at = at.Add(time.Second) {
		d.w.left = runs
		err := d.forget(at)
		runs++
		if err == nil {
			break
		}
		if !errors.Is(err, errKilled) || runs > 100 {
			t.Fatal(err)
		}
	}
	if runs < 5 {
		t.Fatalf("it was never killed in the middle, in %d runs", runs)
	}
	d.w.left = 1 << 30
	d.holds(before, peace)
}

func TestForgetTwiceAtOnce(t *testing.T) { bothWays(t, forgetTwiceAtOnce) }

func forgetTwiceAtOnce(t *testing.T, d *told) {
	before, peace := d.everything(), d.peace()
	var work sync.WaitGroup
	for range 2 {
		work.Go(func() {
			if err := d.forget(noon.AddDate(1, 0, 0)); err != nil {
				t.Error(err)
			}
		})
	}
	work.Wait()
	d.holds(before, peace)
}

// The past of one who was somebody else before is both's; the past of somebody
// who has become another is their own alone.
func TestPast(t *testing.T) {
	d := tell(t)
	row, err := d.Row(t.Context(), d.link)
	if err != nil {
		t.Fatal(err)
	}
	count := func(r *heed.Row) (n int, days []heed.Day) {
		past, err := d.Past(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		for row, err := range past.Rows(t.Context()) {
			if err != nil || row.Customer == otto {
				t.Fatal(row, err)
			}
			n++
			days = append(days, row.Day)
		}
		return n, days
	}
	n, days := count(row)
	if want := sampling.PageSize + 3 + 9 + 2; n != want || !slices.IsSortedFunc(days, func(a, b heed.Day) int { return int(b - a) }) {
		t.Errorf("%d rows, want %d, the latest first: %v", n, want, days)
	}
	if n, _ := count(&heed.Row{Customer: ren, Scope: ren}); n != sampling.PageSize+3 {
		t.Errorf("%d rows of who she was", n)
	}
	for id, want := range map[heed.Hash]int{maren: n, ren: sampling.PageSize + 3, {1}: 0} {
		past, err := d.PastOf(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if rows, err := past.RowsOf(t.Context(), past.Decided()); err != nil || len(rows) != want {
			t.Errorf("%d rows of %s by hash, want %d (%v)", len(rows), id, want, err)
		}
	}
}

// A mail that went to who she was before opens what went there, and nothing of
// who she is now: the address may be somebody else's to read.
func TestPastOfAFormerAddress(t *testing.T) {
	d := tell(t)
	head, err := d.Scope(t.Context(), surveys.Customer, maren)
	if err != nil {
		t.Fatal(err)
	}
	d.n++
	late := &heed.Row{
		RowRef: heed.RowRef{Day: heed.DayOf(noon, time.UTC) + 999, ID: heed.RowID{1, 2, 3, 15: 4}}, Kind: "ticket.solved", Object: "ticket:late", At: noon,
		Customer: maren, Scope: maren, Decision: heed.Decision{Program: "support", Reason: heed.Asked, Decided: noon},
		Invitation: &heed.Invitation{To: "ren@example.org", Mailed: ren, Sent: noon},
	}
	head.Scope.Decided = append(head.Scope.Decided, sampling.Decided{ID: late.ID.Touchpoint(), Day: late.Day})
	if err := errors.Join(d.PutScope(t.Context(), head), d.PutRow(t.Context(), late)); err != nil {
		t.Fatal(err)
	}
	byRow, err := d.Past(t.Context(), late)
	if err != nil {
		t.Fatal(err)
	}
	byHash, err := d.PastOf(t.Context(), ren)
	if err != nil {
		t.Fatal(err)
	}
	for _, past := range []*Past{byRow, byHash} {
		d.isRens(past, late)
	}
}

func (d *told) isRens(past *Past, late *heed.Row) {
	t := d.t
	found := 0
	for row, err := range past.Rows(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Invitation != nil && row.Invitation.To != "ren@example.org" {
			t.Errorf("a mail to %s is shown to ren@example.org", row.Invitation.To)
		}
		if row.RowRef == late.RowRef {
			found++
		}
	}
	if found != 1 {
		t.Errorf("the row itself comes %d times", found)
	}
}
