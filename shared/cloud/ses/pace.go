package ses

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"golang.org/x/time/rate"
)

const (
	rateServes  = 10 * time.Minute // then SES is asked again: it raises the rate of who sends well
	askFor      = 3 * time.Second
	share       = 0.9           // of the rate: SES's second need not be ours, and others may send too
	unknownRate = rate.Limit(1) // what any account may send, even in the sandbox
)

// A pace knows when the next mail may go.
type pace struct {
	client  *sesv2.Client
	limiter *rate.Limiter
	now     func() time.Time
	log     *slog.Logger
	next    time.Time // SES is asked then
}

// Pace returns a function that waits until one more mail may go without the
// account's rate being exceeded. It is an error if ctx ends before. Only one
// goroutine may wait at a time.
func (s *Sender) Pace(now func() time.Time, log *slog.Logger) func(context.Context) error {
	return (&pace{client: s.Client, limiter: rate.NewLimiter(unknownRate, 1), now: now, log: log}).wait
}

func (p *pace) wait(ctx context.Context) error {
	if now := p.now(); !now.Before(p.next) {
		p.next = now.Add(rateServes)
		p.limiter.SetLimit(p.rate(context.WithoutCancel(ctx)))
	}
	return p.limiter.Wait(ctx)
}

// rate asks how many mails a second SES takes.
func (p *pace) rate(ctx context.Context) rate.Limit {
	ctx, cancel := context.WithTimeout(ctx, askFor)
	defer cancel()
	out, err := p.client.GetAccount(ctx, &sesv2.GetAccountInput{})
	if err == nil && (out.SendQuota == nil || out.SendQuota.MaxSendRate <= 0) {
		err = errors.New("no rate in the answer")
	}
	if err != nil {
		p.log.Warn("SES does not tell its rate", "cause", err.Error())
		return unknownRate
	}
	return rate.Limit(out.SendQuota.MaxSendRate * share)
}
