package year

import (
	"context"
	"fmt"
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
}

// read looks through the mails that came since the last time and plans who
// answers which, and when.
func (y *life) read(ctx context.Context, people []customer, day int) error {
	mails, err := y.unread(ctx)
	if err != nil {
		return err
	}
	for _, m := range mails {
		var number int
		if _, err := fmt.Sscanf(m.To, "customer-%d@", &number); err != nil || number < first || number-first >= len(people) {
			continue
		}
		row, _, err := heed.ParseMailID(m.ID)
		if err != nil {
			return err
		}
		if err := y.plan(ctx, &people[number-first], row, m.Text, day); err != nil {
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

func (y *life) plan(ctx context.Context, c *customer, ref heed.RowRef, text string, day int) error {
	row, err := y.Store().Row(ctx, ref)
	if err != nil {
		return err
	}
	low, high := row.Ask.Range()
	answers, later, score := y.random.Float64() < c.answers, y.random.IntN(4), c.score(y.random, low, high)
	if _, link, ok := strings.Cut(text, y.Base); ok && answers {
		link, _, _ = strings.Cut(link, "?")
		y.plans[day+later] = append(y.plans[day+later], answer{link, score})
	}
	return nil
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
		after, err := opened[i].Press(ctx, plans[i].score)
		if err == nil && !after.Answered() {
			err = fmt.Errorf("status %d, and no thanks", after.Status)
		}
		if err != nil {
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
