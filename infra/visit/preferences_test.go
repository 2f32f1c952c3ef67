package visit_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"heed/infra/visit"
	"heed/shared/heed"
)

// Whoever wants to know what is known of them, or to be forgotten, gets a link
// by mail, and finds behind it a page that everybody can read.
func TestWhatIsKnown(t *testing.T) {
	t.Parallel()
	b := eyes(t)
	h := open(t)
	m := h.mailed([]visit.Visitor{{Locale: "en"}}, func(int) string { return "curious" })[0]
	h.advance(pause)
	v := visit.Begin(t.Context(), b, m)
	defer v.End()
	v.Answer(4)
	v.Comment("Quick & kind <b>")
	v.Wants("export")
	v.Open(h.door("curious", 2))
	v.Reads(v.Say.Peace.Yours.Title.With("brand", visit.Brand))
	v.Reads("Quick & kind <b>")
	checked(t, "what is known", v)
	v.Wants("forget")
	v.Open(h.door("curious", 3))
	v.Reads(v.Say.Peace.Sure.Title.With("brand", visit.Brand))
	checked(t, "before it is deleted", v)
	v.Dwell()
	v.Pause(500 * time.Millisecond)
	v.Click(`button[name=delete]`)
	v.Reads(v.Say.Peace.Forgotten.Title.With("brand", visit.Brand))
	checked(t, "deleted", v)
	if row := h.row(m); !row.Forgotten() || row.Response != nil {
		t.Errorf("what stays is %+v", row)
	}
}

// The preferences page keeps what a person chooses.
func TestLess(t *testing.T) {
	t.Parallel()
	b := eyes(t)
	h := open(t)
	m := h.mailed([]visit.Visitor{{Locale: "ar"}}, func(int) string { return "weary" })[0]
	h.advance(pause)
	v := visit.Begin(t.Context(), b, m)
	defer v.End()
	v.Prefers("less")
	if often, _, err := h.laptop.Store().Often(t.Context(), h.row(m).Customer); err != nil || often != heed.Less || v.Err != nil {
		t.Errorf("asked %v, %v, %v", often, err, v.Err)
	}
}

// door returns the link in the newest of so many mails to a customer.
func (h *house) door(object string, mails int) string {
	h.Helper()
	h.advance(time.Minute)
	h.advance(15 * time.Second) // nobody has opened it any sooner
	var list []struct {
		To string
		visit.Mail
	}
	h.call(http.MethodGet, "/local/mail/messages", nil, nil, &list)
	var theirs []visit.Mail
	for _, m := range list {
		if m.To == address(object) {
			theirs = append(theirs, m.Mail)
		}
	}
	if len(theirs) != mails {
		h.Fatalf("there are %d mails, want %d", len(theirs), mails)
	}
	link := theirs[0].To("/p/")
	if !strings.Contains(link, "/p/") {
		h.Fatalf("the mail leads nowhere: %s", theirs[0].Text)
	}
	return link
}
