package year

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"heed/shared/heed"
)

// An answer is what a customer will send, and where.
type answer struct {
	link  string
	score int
}

// mostNew is how many mails a day can bring.
const mostNew = 500

// read looks through the mails that came since the last time and plans who
// answers which, and when.
func (y *life) read(ctx context.Context, people []customer, day int) error {
	mails, err := y.Mailbox.List(ctx, mostNew)
	if err != nil {
		return err
	}
	for _, m := range mails {
		if m.ID == y.seen {
			break
		}
		var number int
		if _, err := fmt.Sscanf(m.To, "customer-%d@", &number); err != nil || number >= len(people) {
			continue
		}
		row, err := heed.ParseMailID(m.ID)
		if err != nil {
			return err
		}
		if err := y.plan(ctx, &people[number], row, m.Text, day); err != nil {
			return err
		}
	}
	if len(mails) > 0 {
		y.seen = mails[0].ID
	}
	return nil
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

// answer sends what was planned for the day, as the page would.
func (y *life) answer(ctx context.Context, day int) error {
	for _, a := range y.plans[day] {
		form := url.Values{"score": {fmt.Sprint(a.score)}}
		header := http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}
		if err := post(ctx, y.base+a.link, header, []byte(form.Encode())); err != nil {
			return fmt.Errorf("answer: %w", err)
		}
	}
	delete(y.plans, day)
	return nil
}
