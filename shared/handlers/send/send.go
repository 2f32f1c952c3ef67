// Package send mails what is due, at most once each: invitations, the further
// mails that belong to them, and notices to the team. Every mail is claimed in
// its row, or in its notice, before it is handed to the mail service, and what
// came of it is recorded after; what to write in it is package mail's.
//
//	waiting --claim--> claimed --hand over--> sent
//	   |                  |-- the service wants it later --> waiting
//	   |                  |-- the service refuses it ------> refused
//	   |                  '-- nothing was heard of it for an hour --> unsure
//	   |-- something came between -----------------> cancelled
//	   '-- its time is over -----------------------> lapsed
//
// What is unsure is never sent again, and told of at level ERROR; word of it
// from the mail service, or an answer, still settles it.
//
// A service that wants less mail is left alone for 1, 2, 4 and at most 10
// minutes, one that wants none for 10 minutes; all senders keep to it.
package send

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/mail"
	"heed/shared/records"
	"heed/shared/surveys"
)

// Times that bound a sender's work; sampling.Last bounds an invitation's.
const (
	UnsureAfter = time.Hour        // of being claimed, if nothing was heard of it
	leaseFor    = 2 * time.Minute  // longer than a sender may live
	stopBefore  = 15 * time.Second // the end of its time: longer than a mail takes, claimed, handed over and recorded
)

// A Sender hands one mail to a mail service and returns the service's name
// for it, or an error that is one of package mail's.
type Sender interface {
	Send(ctx context.Context, m mail.Mail) (messageID string, err error)
}

// A Witness is a Sender that can tell whether it took the mail of that id. Its
// mails are never unsure: what it did not take is sent.
type Witness interface {
	Sent(ctx context.Context, id string) (messageID string, ok bool, err error)
}

// A Handler sends.
type Handler struct {
	Config  *surveys.Config
	Ring    func(context.Context) (*keyring.Ring, error)
	Store   records.Store
	Mail    Sender
	Letter  Letter
	Sheets  Sheets                          // what digests are made of; nil for no digests
	Words   Words                           // that comments are looked through for; nil for none
	Observe bool                            // mail no customer
	Home    string                          // name of the table: a restored one has another
	Pace    func(ctx context.Context) error // waits until one more mail may go
	Now     func() time.Time
	Log     *slog.Logger
}

// Tick sends what is due and tells the team what it is to hear of. Only one
// sender works at a time: it holds a lease. What hinders the one does not
// hinder the other.
func (h *Handler) Tick(ctx context.Context) error {
	now := h.Now()
	news, failed := h.news(ctx, now)
	due, err := h.invites(ctx, now)
	failed = errors.Join(failed, err)
	if len(news) == 0 && !due {
		return failed
	}
	return errors.Join(failed, h.work(ctx, now, news, due))
}

// invites reports whether a customer's mail is due that nothing holds back.
func (h *Handler) invites(ctx context.Context, now time.Time) (bool, error) {
	if h.Observe {
		return false, nil
	}
	first, err := h.Store.FirstDue(ctx)
	if err != nil || first.IsZero() || first.After(now) {
		return false, err
	}
	paused, err := h.Store.Paused(ctx, h.Home)
	return err == nil && !paused, err
}

// work tells the news and sends what is due, as long as enough of the context's
// time is left for a mail that is begun to be seen through.
func (h *Handler) work(ctx context.Context, now time.Time, news []*heed.Notice, due bool) (err error) {
	if err := h.Store.PutHome(ctx, h.Home); err != nil {
		return err
	}
	holder := rand.Text()
	hold, free, err := h.Store.Lease(ctx, holder, now, now.Add(leaseFor))
	if err != nil || !free {
		return err
	}
	r := &round{Handler: h, hold: hold}
	defer func() {
		err = errors.Join(err, h.Store.Release(context.WithoutCancel(ctx), holder, now, r.hold))
	}()
	begins := ctx // while there is time to begin
	if deadline, ok := ctx.Deadline(); ok {
		var stop context.CancelFunc
		begins, stop = context.WithDeadline(ctx, deadline.Add(-stopBefore))
		defer stop()
	}
	if !r.tell(begins, news) || !due {
		return nil
	}
	if r.ring, err = h.Ring(ctx); err != nil {
		return fmt.Errorf("read the keys: %w", err)
	}
	return r.sendDue(begins)
}
