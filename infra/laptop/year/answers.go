package year

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	browser "heed/infra/customer"
	"heed/shared/embedded"
	"heed/shared/heed"
)

// An answer is what a customer will send, and where.
type answer struct {
	link  string
	score int
	words string // "" for no comment
}

// read looks through the mails that came since the last time and plans who
// answers which, and when.
func (y *life) read(ctx context.Context, day int) error {
	mails, err := y.unread(ctx)
	if err != nil {
		return err
	}
	for _, m := range mails {
		row, _, err := heed.ParseMailID(m.ID)
		if err != nil {
			return err
		}
		if err := y.plan(ctx, row, m.Text, day); err != nil {
			return err
		}
	}
	if len(mails) > 0 {
		y.seen = mails[0].ID
	}
	return nil
}

// unread returns the mails that came since the last one seen, newest first. A
// day brings few, and a year many.
func (y *life) unread(ctx context.Context) ([]embedded.Kept, error) {
	for limit := 8; ; limit *= 4 {
		mails, err := y.Mailbox.List(ctx, limit)
		if err != nil {
			return nil, err
		}
		seen := slices.IndexFunc(mails, func(m embedded.Kept) bool { return m.ID == y.seen })
		if seen >= 0 {
			return mails[:seen], nil
		}
		if len(mails) < limit {
			return mails, nil
		}
	}
}

// plan draws whether a mail is answered, how and when. That follows from the
// seed and the row alone, whatever else is asked.
func (y *life) plan(ctx context.Context, ref heed.RowRef, text string, day int) error {
	row, err := y.Store().Row(ctx, ref)
	if err != nil {
		return err
	}
	e, known := y.felt[felt(row.Kind, row.Object, row.Occurrence)]
	_, link, ok := strings.Cut(text, y.Base)
	random := rand.New(rand.NewPCG(y.seed, binary.BigEndian.Uint64(ref.ID[:])))
	if !known || !ok || random.Float64() >= e.customer.answers {
		return nil
	}
	link, _, _ = strings.Cut(link, "?")
	later := day + random.IntN(4)
	a := answer{link: link, score: e.feeling.score(random, row.Ask)}
	if third := row.Ask.Third(a.score); random.Float64() < [3]float64{0.7, 0.5, 0.35}[third] {
		a.words = e.feeling.comment(random, e.customer.german, third)
	}
	y.plans[later] = append(y.plans[later], a)
	return nil
}

// score makes up an answer to a question.
func (f feeling) score(random *rand.Rand, ask heed.Ask) int {
	low, high := ask.Range()
	x := min(max(f.content+random.NormFloat64()*0.12, 0), 1)
	return low + int(math.Round(x*float64(high-low)))
}

// reads is how long customers look at a page before they press, by the laptop's
// clock.
const reads = 20 * time.Second

// answer opens the pages that were planned for the day, and presses on each.
func (y *life) answer(ctx context.Context, day int) error {
	plans := y.plans[day]
	delete(y.plans, day)
	if len(plans) == 0 {
		return nil
	}
	opened := make([]*browser.Page, len(plans))
	err := y.each(ctx, len(plans), func(ctx context.Context, i int) (err error) {
		opened[i], err = browser.Open(ctx, nil, y.base+plans[i].link)
		return err
	})
	if err != nil {
		return fmt.Errorf("open surveys: %w", err)
	}
	if err := y.Clock.Advance(ctx, reads); err != nil {
		return err
	}
	return y.each(ctx, len(plans), func(ctx context.Context, i int) error {
		if err := opened[i].Answer(ctx, plans[i].score, plans[i].words); err != nil {
			return fmt.Errorf("answer: %w", err)
		}
		return nil
	})
}

// each does n things, several at a time.
func (y *life) each(ctx context.Context, n int, do func(ctx context.Context, i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for i := range n {
		group.Go(func() error { return do(ctx, i) })
	}
	return group.Wait()
}
