package send

import (
	"context"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/surveys"
)

// begunAtOnce is how many copies of notices one tick begins, so that many low
// answers at once hold no invitation up for long.
const begunAtOnce = 20

// A telling is one copy of a notice on its way.
type telling struct {
	carrier
	notice *heed.Notice
	to     [8]byte
}

func (r *round) tellingOf(n *heed.Notice, c *heed.Copy) *telling {
	t := &telling{notice: n, to: c.To}
	t.carrier = carrier{round: r, about: t, claimed: c.Claimed}
	return t
}

func (t *telling) mailID() string { return t.notice.MailID(&heed.Copy{To: t.to}) }

func (t *telling) called() []any { return []any{"notice", t.notice.Name()} }

func (t *telling) alter(ctx context.Context, what func(*course) bool) error {
	return t.Store.ChangeNotice(ctx, t.notice, func(n *heed.Notice) error {
		c := n.Find(t.to)
		if c == nil || !c.Open() || !what(&course{&c.Claimed, &c.Sent, &c.Failed, &c.MessageID, &c.Fate}) {
			return records.ErrUnchanged
		}
		return nil
	})
}

// tell moves the open copies of notices as far as they can go, and reports
// whether the tick may go on to other mails.
func (r *round) tell(ctx context.Context, notices []*heed.Notice) bool {
	for _, n := range notices {
		for i := range n.Copies {
			c := &n.Copies[i]
			switch {
			case ctx.Err() != nil:
				return false
			case r.told == begunAtOnce:
				return true
			case !c.Open():
				continue
			}
			t := r.tellingOf(n, c)
			if err := t.move(ctx); err != nil && !r.goesOn(ctx, err, t.called()...) {
				return false
			}
		}
	}
	return true
}

func (t *telling) move(ctx context.Context) error {
	if t.claimed.IsZero() {
		return t.begin(ctx)
	}
	return t.settle(ctx, t.begin)
}

// begin sends a copy that surely was not sent yet, unless its time is over or
// nobody is to have it any more. No pause holds it back.
func (t *telling) begin(ctx context.Context) error {
	address := t.notice.Find(t.to).Among(addresses(t.Config, t.notice.Kind))
	switch {
	case t.Now().After(lastly(t.Config, t.notice)):
		return t.end(ctx, heed.Lapsed)
	case address == "":
		return t.end(ctx, heed.Cancelled)
	}
	m, wanted, err := t.write(ctx, t.notice, address, t.mailID())
	if err != nil {
		return fmt.Errorf("write a notice: %w", err)
	}
	if !wanted {
		return t.end(ctx, heed.Cancelled)
	}
	if err := t.room(ctx); err != nil {
		return err
	}
	t.told++
	// From the claim on, only the process's own end may come between.
	ctx = context.WithoutCancel(ctx)
	won := false
	err = t.alter(ctx, func(c *course) bool {
		if won = c.claimed.Equal(t.claimed); won {
			*c.claimed = t.Now()
		}
		return won
	})
	if err != nil || !won {
		return err
	}
	return t.handOver(ctx, m)
}

// addresses are those that notices of a kind go to.
func addresses(config *surveys.Config, kind heed.NoticeKind) []string {
	if kind == heed.Digest {
		return config.Notify.Digest
	}
	return config.Notify.Alerts
}

// lastly is the last moment at which a notice is of use.
func lastly(config *surveys.Config, n *heed.Notice) time.Time {
	if n.Kind == heed.Digest {
		if week, err := heed.ParsePeriod(n.Of); err == nil {
			return digested(week, config.Zone).Add(heed.NoticeServes)
		}
	}
	return n.Found.Add(heed.NoticeServes)
}
