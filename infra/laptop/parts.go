package laptop

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"time"

	"heed/shared/boards"
	"heed/shared/embedded"
	"heed/shared/handlers/decide"
	"heed/shared/handlers/delivery"
	"heed/shared/handlers/reply"
	"heed/shared/handlers/report"
	"heed/shared/handlers/respond"
	"heed/shared/handlers/rollup"
	"heed/shared/handlers/send"
	"heed/shared/handlers/webhook"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/topics"
	"heed/shared/wiring"
)

// A part is a wiring row and what runs it: whichever of the three its row
// has a trigger for.
type part struct {
	row    wiring.Function
	http   http.Handler
	worker queue.Worker
	tick   func(context.Context) error
	flush  func(context.Context) error // what its routes counted goes on its way; nil for nothing
}

// Sender and domain of the laptop's mails: names that nobody has (RFC 2606).
const (
	From   = "surveys@heed.example"
	Domain = "in.heed.example"
)

// home is the name of the laptop's table.
const home = "laptop"

// part puts the function of a wiring row together, as its main does in the
// cloud.
func (l *Laptop) part(row wiring.Function) (part, error) {
	p := part{row: row}
	store, now, log := l.store(row), l.Clock.Now, l.Log.With("function", row.Name)
	ring := func(context.Context) (*keyring.Ring, error) { return l.Keys, nil }
	switch row.Name {
	case "webhook":
		h := &webhook.Handler{
			Config: l.Config, Base: l.Base, Secrets: l.Secrets.Of, Queue: l.queues[wiring.Touchpoints],
			Every: cmp.Or(l.Tally, time.Minute/faster), Real: l.Real, Now: now, Log: log,
		}
		p.http, p.flush = h, h.Flush
	case "decide":
		p.worker = &decide.Handler{Config: l.Config, Ring: ring, Store: store, Vendors: l.vendors(), Topics: topics.New(l.Config), Observe: l.Observe, Now: now, Log: log}
	case "send":
		h := &send.Handler{
			Config: l.Config, Ring: ring, Store: store, Mail: l.Mailbox, Observe: l.Observe, Now: now, Log: log,
			Letter: send.Letter{Base: l.Base, From: From, Domain: Domain}, Home: home, Sheets: store, Words: topics.New(l.Config),
		}
		p.tick = h.Tick
	case "respond":
		p.http = &respond.Handler{Config: l.Config, Ring: ring, Store: store, Random: rand.Reader, Plain: true, Now: now, Log: log}
	case "reply":
		p.worker = &reply.Handler{Config: l.Config, Ring: ring, Store: store, Mails: bucket{l.Objects}, Base: l.Base, Now: now, Log: log}
	case "delivery":
		p.worker = &delivery.Handler{Store: store, Now: now, Log: log}
	case "rollup":
		p.tick = (&rollup.Handler{Config: l.Config, Reader: topics.New(l.Config), Store: store, Now: now, Log: log}).Tick
	case "report":
		h := &report.Handler{Config: l.Config, Ring: ring, Store: store, Queue: l.queues[wiring.Touchpoints], Dead: dead{l}, Observe: l.Observe, Home: home, Base: l.Base, Nav: []boards.Link{mailboxLink}, Now: now, Log: log}
		p.http = h.Routes()
	default:
		return p, fmt.Errorf("the laptop cannot start function %s", row.Name)
	}
	return p, nil
}

// bucket reads inbound mails, none larger than asked for.
type bucket struct{ *embedded.Objects }

// Get returns an object of at most limit bytes.
func (b bucket) Get(ctx context.Context, key string, limit int64) ([]byte, error) {
	data, err := b.Objects.Get(ctx, key)
	if int64(len(data)) > limit {
		return nil, heed.Errorf(heed.TooLarge, "an object of more than %d bytes", limit)
	}
	return data, err
}

// dead is the dead letters of all queues.
type dead struct{ *Laptop }

// Redrive moves them back.
func (d dead) Redrive(ctx context.Context) error {
	for _, row := range wiring.Queues {
		if _, err := d.queues[row.Name].Redrive(ctx); err != nil {
			return err
		}
	}
	return nil
}
