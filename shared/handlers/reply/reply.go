// Package reply takes a score from a mailed reply. The signed address finds
// the row, and only a mail from whoever was invited answers it; what a mail
// says is package replies' to read.
package reply

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"time"

	"heed/shared/handlers/window"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/replies"
	"heed/shared/surveys"
	"heed/shared/token"
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
		if err := h.message(ctx, m.Body); err != nil {
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
		if err := h.mail(ctx, key); err != nil {
			return err
		}
	}
	return nil
}

// mail reads one mail. What cannot be an answer is logged and left; only what
// may go better another time is an error.
func (h *Handler) mail(ctx context.Context, key string) error {
	raw, err := h.Mails.Get(ctx, key, replies.MaxBytes)
	if code := heed.CodeOf(err); code == heed.NotFound || code == heed.TooLarge {
		h.Log.Warn("mail left", "object", key, "why", string(code))
		return nil
	}
	if err != nil {
		return err
	}
	letter, err := replies.Read(raw)
	if err != nil {
		h.Log.Warn("mail left", "object", key, "why", heed.MessageOf(err))
		return nil
	}
	why, err := h.answer(ctx, letter)
	if why != "" {
		h.Log.Info("mail left", "object", key, "why", why)
	}
	return err
}

// answer records the letter's score, or says why it holds no answer.
func (h *Handler) answer(ctx context.Context, l *replies.Letter) (why string, err error) {
	switch {
	case l.Rejected:
		return "spam or virus", nil
	case l.Automatic:
		return "written by a machine", nil
	}
	ring, err := h.Ring(ctx)
	if err != nil {
		return "", fmt.Errorf("read the keys: %w", err)
	}
	ref, ok := addressed(ring, l.To)
	if !ok {
		return "not to an address of ours", nil
	}
	row, err := h.Store.Row(ctx, ref)
	switch {
	case heed.CodeOf(err) == heed.NotFound:
		return "no such row", nil
	case err != nil:
		return "", err
	case ring.Address(l.From) != row.Customer:
		return "not from whoever was invited", nil
	}
	score, comment, ok := replies.Score(l.Text, row.Ask)
	if !ok {
		return "no score on the first line", nil
	}
	_, err = h.Store.ChangeRow(ctx, ref, func(r *heed.Row) error {
		if r.Invitation == nil || r.Response != nil || window.Closed(h.Config, r, h.Now()) {
			return records.ErrUnchanged
		}
		r.Invitation.Arrived(h.Now(), "")
		r.Response = &heed.Response{Score: score, Channel: heed.Reply, At: h.Now(), Comment: comment}
		return nil
	})
	return "", err
}

// addressed finds the row that one of the addresses was signed for.
func addressed(ring *keyring.Ring, to []string) (heed.RowRef, bool) {
	for _, address := range to {
		local, _, _ := strings.Cut(address, "@")
		if _, text, ok := strings.Cut(local, "+"); ok {
			if ref, err := token.Read(ring, token.Reply, text); err == nil {
				return ref, true
			}
		}
	}
	return heed.RowRef{}, false
}
