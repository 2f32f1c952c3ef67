package respond_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"heed/shared/heed"
)

func TestAnswerByScript(t *testing.T) {
	d := open(t)
	page := d.browser().look("?score=9").says(http.StatusOK, "Press Send to confirm")
	d.stands(heed.None, 0, 0)
	thanks := page.press("9").says(http.StatusOK, "Hurray from Acme Support!").says(http.StatusOK, "What did you like most?")
	r := d.stands(9, 0, 0)
	if r.Response.Channel != heed.Click || !r.Response.At.Equal(d.now) || r.Response.Edit == [8]byte{} || r.Response.Evidence != 0 {
		t.Errorf("the answer is %+v", r.Response)
	}
	said := thanks.say("Quick & kind <b>", "quote", "yes").says(http.StatusOK, "Your comment is with Acme Support.")
	if a := d.stands(9, 0, 0).Response; a.Comment != "Quick & kind <b>" || !a.Quotable {
		t.Errorf("the answer is %+v", a)
	}
	at := d.row().Response.At
	said.plain("2").says(http.StatusOK, "<strong>2</strong>")
	if a := d.stands(2, 0, 0).Response; a.Comment != "Quick & kind <b>" || !a.At.After(at) {
		t.Errorf("the answer is %+v", a)
	}
}

func TestAnotherNumberThanTheLinksIsThePages(t *testing.T) {
	d := open(t)
	d.browser().look("?score=9").press("3").says(http.StatusOK, "What was it with Acme Support?")
	if a := d.stands(3, 0, 0).Response; a.Channel != heed.Page {
		t.Errorf("the answer is %+v", a)
	}
}

// TestPressedTwice: the same press, sent again at once or side by side, is one
// answer, and one write.
func TestPressedTwice(t *testing.T) {
	d := open(t)
	page := d.browser().look("?score=9")
	d.wait(3 * time.Second)
	page.cookie.Value += "" // the same one for all
	var work sync.WaitGroup
	for range 8 {
		copied := &sheet{&browser{door: d, cookie: page.cookie, header: page.header}, 0, page.text}
		work.Go(func() { copied.post("score", "9", "from", "script", "trusted", "1", "dwell", "900") })
	}
	work.Wait()
	d.stands(9, 0, 0)
}

// TestTwoBrowsersAtOnce: one answers, the other leaves a note.
func TestTwoBrowsersAtOnce(t *testing.T) {
	d := open(t)
	one, other := d.browser().look(""), d.browser().look("")
	d.wait(3 * time.Second)
	var work sync.WaitGroup
	var said [2]*sheet
	work.Go(func() { said[0] = one.post("score", "9", "from", "script", "trusted", "1", "dwell", "900") })
	work.Go(func() { said[1] = other.post("score", "2", "from", "script", "trusted", "1", "dwell", "900") })
	work.Wait()
	r := d.row()
	if r.Response == nil || len(r.Notes) != 1 || r.Notes[0].Kind != heed.Elsewhere || r.Response.Score+r.Notes[0].Score != 11 {
		t.Fatalf("the answer is %+v beside %+v", r.Response, r.Notes)
	}
	loser := said[0]
	if r.Response.Score == 9 {
		loser = said[1]
	}
	loser.says(http.StatusOK, "This survey was answered before.")
}

// TestFirstAnswerStands: nobody else changes it, whatever they show.
func TestFirstAnswerStands(t *testing.T) {
	d := open(t)
	giver := d.browser().look("")
	answered := giver.press("9")
	thief := &sheet{d.browser(), 0, answered.text} // has the page, and not the cookie
	thief.press("1").says(http.StatusOK, "This survey was answered before.")
	thief.say("mine")
	elsewhere := d.browser()
	elsewhere.look("?score=1").says(http.StatusOK, "You have answered already.")
	if elsewhere.cookie != nil {
		t.Error("a cookie for a page that can't be answered")
	}
	elsewhere.sheet(elsewhere.send(http.MethodGet, "/", nil)).press("1")
	r := d.stands(9, 0, 2)
	if r.Response.Comment != "" || r.Notes[0].Score != 1 || r.Notes[1].Text != "mine" || r.Notes[1].Score != heed.None {
		t.Errorf("%+v beside %+v", r.Response, r.Notes)
	}
	answered.say("my own").says(http.StatusOK, "Your comment")
}

// TestNotesAreBounded: however much comes, the row stays small.
func TestNotesAreBounded(t *testing.T) {
	d := open(t)
	d.browser().look("").press("9")
	for n := range 30 {
		said := "What you sent just now reaches Acme Support as a note."
		if n >= heed.MaxNotes/2 {
			said = "You have answered already."
		}
		d.browser().look("").post("comment", strings.Repeat("x", n+1)).says(http.StatusOK, said)
	}
	d.browser().look("").post("comment", "x").says(http.StatusOK, "as a note") // it is one
	d.stands(9, 0, heed.MaxNotes/2)                                            // there is room for what the customer mails
	bare := open(t)
	for range 30 {
		bare.browser().look("").plain("1")
	}
	bare.stands(heed.None, heed.MaxSuspects, 0)
}

// TestTooLate: an answer, a change or a second sign that comes after the window
// changes nothing.
func TestTooLate(t *testing.T) {
	d := open(t)
	page := d.browser().look("")
	suspect := d.browser().look("").plain("4").says(http.StatusOK, "One more press")
	d.wait(14*24*time.Hour - 2*time.Hour)
	d.browser().look("").says(http.StatusOK, "Choose an answer")
	d.wait(2 * time.Hour)
	const closed = "This survey has closed."
	for _, s := range []*sheet{page.press("9"), suspect.plain("4"), suspect.say("late"), d.browser().look("?score=9")} {
		s.says(http.StatusGone, closed)
	}
	d.stands(heed.None, 1, 0)
	other := open(t)
	thanks := other.browser().look("").press("9")
	other.wait(14 * 24 * time.Hour)
	thanks.say("late").says(http.StatusGone, closed)
	thanks.plain("1").says(http.StatusGone, closed)
	other.browser().look("").says(http.StatusOK, "You have answered already.").plain("1").says(http.StatusGone, closed)
	if a := other.stands(9, 0, 0).Response; a.Comment != "" {
		t.Errorf("the answer is %+v", a)
	}
}

// TestAnsweredByMailFirst: what is pressed then is a note, and no cookie owns
// an answer that has no key.
func TestAnsweredByMailFirst(t *testing.T) {
	d := open(t)
	page := d.browser().look("?score=9")
	d.change(func(r *heed.Row) { r.Response = &heed.Response{Score: 4, Channel: heed.Reply, At: d.now} })
	page.press("9").says(http.StatusOK, "This survey was answered before.")
	nobody := d.browser()
	nobody.cookie = &http.Cookie{Name: "heed", Value: "0000000000000000"}
	nobody.look("").says(http.StatusOK, "You have answered already.")
	nobody.look("").post("score", "1")
	d.stands(4, 0, 2)
}

// TestWordsMailedBeforeAreTheComment of an answer that comes without any.
func TestWordsMailedBeforeAreTheComment(t *testing.T) {
	for comment, want := range map[string]string{"": "fine, mostly", "my own": "my own"} {
		d := open(t)
		d.change(func(r *heed.Row) {
			r.Add(heed.Note{Kind: heed.Forwarded, Score: 1, Text: "not theirs"})
			r.Add(heed.Note{Kind: heed.Unscored, Score: heed.None, Text: "fine, mostly"})
		})
		d.browser().look("").press("8", "comment", comment)
		if a := d.stands(8, 0, 2).Response; a.Comment != want {
			t.Errorf("the comment is %q, want %q", a.Comment, want)
		}
	}
}

// TestAnswerProvesThatTheMailWent, though nobody knew.
func TestAnswerProvesThatTheMailWent(t *testing.T) {
	for name, plain := range map[string]bool{"answer": false, "suspect": true} {
		d := open(t)
		d.change(func(r *heed.Row) {
			r.Invitation.Sent, r.Invitation.Delivered, r.Invitation.Fate, r.Invitation.Failed = time.Time{}, time.Time{}, heed.Unsure, delivered
		})
		if page := d.browser().look(""); plain {
			page.plain("9")
		} else {
			page.press("9")
		}
		if i := d.row().Invitation; i.Sent.IsZero() || i.Fate != heed.NoFate {
			t.Errorf("%s: the invitation is %+v", name, i)
		}
	}
}
