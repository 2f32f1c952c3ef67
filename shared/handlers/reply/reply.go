// Package reply takes what customers mail back: a score, a comment, or both;
// and what machines say of our mails. What a mail is, package replies reads;
// which of its words are the person's, package said; which score they say,
// package score. Here is decided what that changes.
//
//   - find.go: the signed address names the row. Where it got lost, a token of
//     ours in what the mail quotes or returns does: in References, in the links
//     of the quoted invitation, in the header of a returned one. In-Reply-To
//     holds only the id that the mail service gave our mail; an index of those
//     would cost a write for every mail, so it is not kept.
//   - answer.go: whoever was invited answers by it, once. Without a clear score
//     they are asked back, once. All else is kept as a note.
//   - returned.go: who bounced for good, or complained, is never mailed again.
//   - leave.go: so is whoever writes to the address that unsubscribes; and who
//     answers that they want no more mails.
//
// Mail that a machine wrote is never scored and never answered. A mail may come
// twice, in any order, and at once with itself; it changes a row once, which its
// fingerprint there shows.
package reply

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/url"
	"path"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/replies"
	"heed/shared/surveys"
)

// Objects is where inbound mails lie.
type Objects interface {
	// Get returns an object of at most limit bytes. heed.NotFound if there is none.
	Get(ctx context.Context, key string, limit int64) ([]byte, error)
}

// A Handler works through the inbound queue.
type Handler struct {
	Config *surveys.Config
	Ring   func(context.Context) (*keyring.Ring, error)
	Store  records.Store
	Mails  Objects
	Base   string // what links in mails begin with: its host is in X-Loop of our own mails
	Now    func() time.Time
	Log    *slog.Logger
}

// notification is what S3 says of a new object.
type notification struct {
	Records []struct {
		S3 struct {
			Object struct {
				Key string `json:"key"` // escaped as in a URL's query
			} `json:"object"`
		} `json:"s3"`
	}
}

// Work reads the mails of a batch.
func (h *Handler) Work(ctx context.Context, batch []queue.Message) (failed []queue.Failure) {
	for _, m := range batch {
		err := queue.Rescue(h.Log, m.ID, func() error { return h.message(ctx, m.Body) })
		if err != nil {
			h.Log.Warn("mail not read", "messageId", m.ID, "cause", err.Error())
			failed = append(failed, queue.Failure{ID: m.ID})
		}
	}
	return failed
}

func (h *Handler) message(ctx context.Context, body []byte) error {
	var n notification
	if err := json.Unmarshal(body, &n); err != nil {
		return fmt.Errorf("read notification: %w", err)
	}
	for _, record := range n.Records {
		key, err := url.QueryUnescape(record.S3.Object.Key)
		if err != nil {
			return fmt.Errorf("read notification: %w", err)
		}
		if err := h.object(ctx, key); err != nil {
			return fmt.Errorf("object %s: %w", key, err)
		}
	}
	return nil
}

// setup is the object that SES writes when it is told of the bucket.
const setup = "AMAZON_SES_SETUP_NOTIFICATION"

// object reads one mail. What cannot be an answer is logged and left; only what
// may go better another time is an error.
func (h *Handler) object(ctx context.Context, key string) error {
	if path.Base(key) == setup {
		return nil
	}
	raw, err := h.Mails.Get(ctx, key, replies.MaxBytes)
	if code := heed.CodeOf(err); code == heed.NotFound || code == heed.TooLarge {
		h.Log.Warn("mail left", "object", key, "why", string(code))
		return nil
	}
	if err != nil {
		return fmt.Errorf("read mail: %w", err)
	}
	letter, err := replies.Read(raw)
	if err != nil {
		h.Log.Warn("mail left", "object", key, "why", heed.MessageOf(err))
		return nil
	}
	ring, err := h.Ring(ctx)
	if err != nil {
		return fmt.Errorf("read the keys: %w", err)
	}
	m := mail{Handler: h, ring: ring, Letter: letter, id: fingerprint(letter, key)}
	why, err := m.route(ctx)
	if why != "" && err == nil {
		h.Log.Info("mail left", "object", key, "why", why, "rule", letter.Rule)
	}
	return err
}

// fingerprint is by what a mail is known again: the id its sender gave it or,
// where there is none, the name that SES gave it.
func fingerprint(l *replies.Letter, key string) [8]byte {
	id := l.MessageID
	if id == "" {
		id = path.Base(key)
	}
	sum := heed.Fingerprint("mail/v1", id)
	return [8]byte(sum[:8])
}
