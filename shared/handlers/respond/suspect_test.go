package respond_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
)

const (
	oneMore  = "One more press, please."
	thankYou = "<h1>Thank you.</h1>"
	which    = "Which one did you mean?"
)

// TestPlainFormNeedsASecondSign: the same number once more, or words.
func TestPlainFormNeedsASecondSign(t *testing.T) {
	d := open(t)
	again := d.browser().look("?score=9").plain("9").says(http.StatusOK, oneMore)
	if s := d.stands(heed.None, 1, 0).Suspects[0]; s.Evidence != heed.Unscripted || s.Score != 9 || s.Channel != heed.Click {
		t.Errorf("the suspect is %+v", s)
	}
	if log := d.log.String(); strings.Count(log, "answer kept apart") != 1 || !strings.Contains(log, "evidence=[unscripted]\n") {
		t.Errorf("the log says %q", log)
	}
	again.look("?score=9").says(http.StatusOK, oneMore) // looking changes nothing
	again.plain("9").says(http.StatusOK, thankYou)
	if a := d.stands(9, 0, 0).Response; a.Evidence != 0 || !a.At.Equal(d.now) {
		t.Errorf("the answer is %+v", a)
	}
	if log := d.log.String(); strings.Count(log, "answer kept apart") != 1 {
		t.Errorf("the log says %q", log)
	}

	d = open(t)
	d.browser().look("").plain("2").say("It broke", "quote", "yes").says(http.StatusOK, "Your comment is with Acme Support.")
	if a := d.stands(2, 0, 0).Response; a.Comment != "It broke" || !a.Quotable {
		t.Errorf("the answer is %+v", a)
	}
}

// TestSecondSignMustBeOne: what a machine would do once more confirms nothing.
func TestSecondSignMustBeOne(t *testing.T) {
	for name, c := range map[string]struct {
		first  func(*sheet) *sheet // nil for a plain press of 9
		second func(first, again *sheet) *sheet
		says   string
	}{
		"at once": {nil, func(_, s *sheet) *sheet { return s.post("score", "9") }, oneMore},
		"a second later": {nil, func(_, s *sheet) *sheet {
			s.wait(1900 * time.Millisecond)
			return s.post("score", "9")
		}, oneMore},
		"the first page again": {nil, func(s, _ *sheet) *sheet { return s.plain("9") }, oneMore},
		"no number":            {nil, func(_, s *sheet) *sheet { return s.plain("") }, oneMore},
		"no words":             {nil, func(_, s *sheet) *sheet { return s.say(" \n ") }, oneMore},
		"into the trap":        {nil, func(_, s *sheet) *sheet { return s.plain("9", "reference", "x") }, oneMore},
		"words and trap":       {nil, func(_, s *sheet) *sheet { return s.say("Great", "reference", "x") }, oneMore},
		"words at once":        {nil, func(_, s *sheet) *sheet { return s.post("comment", "Great") }, oneMore},
		"words without page":   {nil, func(_, s *sheet) *sheet { return s.say("Great", "page", "") }, oneMore},
		"untrusted":            {nil, func(_, s *sheet) *sheet { return s.press("9", "trusted", "0") }, oneMore},
		"hasty":                {nil, func(_, s *sheet) *sheet { return s.press("9", "quick", "5") }, oneMore},
		"another number":       {nil, func(_, s *sheet) *sheet { return s.plain("8") }, which},
		"another, then the first": {nil, func(_, s *sheet) *sheet {
			s.plain("8")
			return s.plain("9")
		}, which},
		"no cookie": {nil, func(_, s *sheet) *sheet {
			s.cookie = nil
			return s.plain("9")
		}, oneMore},
	} {
		d := open(t)
		page := d.browser().look("")
		again := page.plain("9").says(http.StatusOK, oneMore)
		got := c.second(page, again)
		if r := d.row(); r.Response != nil || len(r.Suspects) == 0 {
			t.Errorf("%s: the answer is %+v beside %+v", name, r.Response, r.Suspects)
		}
		if got.status == http.StatusOK {
			got.says(http.StatusOK, c.says)
		}
	}
}

// TestContraryNeedsWords: after two numbers of one visit only words tell that a
// person is there, and the later number is theirs.
func TestContraryNeedsWords(t *testing.T) {
	d := open(t)
	page := d.browser().look("").plain("9").plain("3")
	if s := d.stands(heed.None, 1, 0).Suspects[0]; s.Evidence&heed.Contrary == 0 || s.Score != 3 {
		t.Errorf("the suspect is %+v", s)
	}
	asked := page.press("3").says(http.StatusOK, which)
	if strings.Contains(body(asked.text), "<strong>") || strings.Contains(body(asked.text), "Only if you like") {
		t.Error("an answer that doesn't count is taken for given")
	}
	d.stands(heed.None, 1, 0)
	page.say("That was me").says(http.StatusOK, "Your comment")
	d.stands(3, 0, 0)
}

// TestContraryWordsTell which of the answers it was, where they name one.
func TestContraryWordsTell(t *testing.T) {
	d := open(t)
	d.browser().look("?score=9").plain("9").plain("3").says(http.StatusOK, which).say("My answer is 9").says(http.StatusOK, "Your comment")
	if a := d.stands(9, 0, 0).Response; a.Comment != "My answer is 9" || a.Channel != heed.Page {
		t.Errorf("the answer is %+v", a)
	}
}

// TestDictatedWordsConfirm: whoever dictates writes at the speed of a machine.
func TestDictatedWordsConfirm(t *testing.T) {
	d := open(t)
	d.browser().look("").plain("9").says(http.StatusOK, oneMore).say("Great", "from", "script", "trusted", "1", "dwell", "3000", "quick", "9").says(http.StatusOK, "Your comment")
	d.stands(9, 0, 0)
}

// TestReplayOfAnOldForm: what the giver's browser sent once changes nothing back.
func TestReplayOfAnOldForm(t *testing.T) {
	d := open(t)
	page := d.browser().look("?score=9")
	thanks := page.press("9")
	thanks.plain("2").says(http.StatusOK, "<strong>2</strong>")
	page.press("9").says(http.StatusOK, "<strong>2</strong>")
	thanks.plain("7").says(http.StatusOK, "<strong>2</strong>")
	d.stands(2, 0, 0)
	thanks.say("Better now").says(http.StatusOK, "Your comment") // the first words come from wherever
	d.stands(2, 0, 0)
}

// TestWithoutCookies the pages that follow a press carry the visit on, so that
// a person can press again, comment and change.
func TestWithoutCookies(t *testing.T) {
	d := open(t)
	b := d.browser()
	b.refuses = true
	again := b.look("?score=9").press("9").says(http.StatusOK, oneMore)
	if s := d.stands(heed.None, 1, 0).Suspects[0]; s.Evidence != heed.NoCookie {
		t.Errorf("the suspect is %+v", s)
	}
	thanks := again.press("9").says(http.StatusOK, thankYou)
	d.stands(9, 0, 0)
	thanks.say("Good").says(http.StatusOK, "Your comment")
	thanks.plain("7").says(http.StatusOK, "<strong>7</strong>")
	if a := d.stands(7, 0, 0).Response; a.Comment != "Good" {
		t.Errorf("the answer is %+v", a)
	}
}

// TestPersonAnswersBesideTheMachine: what a scanner pressed doesn't keep the
// customer from answering, nor does it change what they say.
func TestPersonAnswersBesideTheMachine(t *testing.T) {
	d := open(t)
	machine := d.browser().look("?score=1")
	machine.plain("1")
	d.browser().look("?score=9").press("9").says(http.StatusOK, thankYou)
	d.stands(9, 1, 0)
	machine.plain("1")
	machine.plain("2")
	d.stands(9, 1, 2)
}

// TestJustDelivered: nobody has opened a mail within seconds of its delivery.
// Whoever is that quick is asked once more.
func TestJustDelivered(t *testing.T) {
	d := open(t)
	d.now = delivered
	again := d.browser().look("?score=9").press("9").says(http.StatusOK, oneMore)
	if s := d.stands(heed.None, 1, 0).Suspects[0]; s.Evidence != heed.AtDelivery {
		t.Errorf("the suspect is %+v", s)
	}
	again.press("9").says(http.StatusOK, thankYou)
	d.stands(9, 0, 0)
}

// TestMachinesPushNobodyOut: however many posted what no person sends, whoever
// runs no script is still asked once more.
func TestMachinesPushNobodyOut(t *testing.T) {
	d := open(t)
	for range 2 * heed.MaxSuspects {
		d.browser().look("").post("score", "1")
	}
	if heed.MaxSuspects/2 != 4 {
		t.Error("machines take another room than they may")
	}
	d.stands(heed.None, heed.MaxSuspects/2, 0)
	d.browser().look("?score=9").plain("9").says(http.StatusOK, oneMore).plain("9").says(http.StatusOK, thankYou)
	d.stands(9, heed.MaxSuspects/2, 0)
}

// TestReplayOfASuspect without its cookie is a visit of its own: it neither
// changes what it repeats nor confirms it.
func TestReplayOfASuspect(t *testing.T) {
	d := open(t)
	page := d.browser().look("?score=9")
	again := page.plain("9").says(http.StatusOK, oneMore)
	copied := &sheet{d.browser(), 0, page.text}
	copied.plain("1").says(http.StatusOK, oneMore)
	copied.plain("9")
	if s := d.row().Suspects[0]; s.Score != 9 || s.Evidence != heed.Unscripted || d.row().Response != nil {
		t.Errorf("the suspect is %+v, the answer %+v", s, d.row().Response)
	}
	again.plain("9").says(http.StatusOK, thankYou)
}

// TestJustReminded: the same goes for the mails that ask again, and for no
// others.
func TestJustReminded(t *testing.T) {
	for kind, says := range map[heed.FurtherKind]string{heed.Reminder: oneMore, heed.QuestionBack: oneMore, heed.ExportLink: thankYou} {
		d := open(t)
		d.wait(5 * 24 * time.Hour)
		d.change(func(r *heed.Row) {
			r.Invitation.Further = []heed.Further{{FurtherName: heed.FurtherName{Kind: kind, Round: 1}, Due: d.now, Claimed: d.now, Sent: d.now}}
		})
		page := d.browser().look("?score=9").press("9").says(http.StatusOK, says)
		if says == oneMore {
			d.wait(10 * time.Second)
			page.press("9").says(http.StatusOK, thankYou)
		}
	}
}

// TestPageOfAnotherTime: the clock may go back, a page may lie open for days.
func TestPageOfAnotherTime(t *testing.T) {
	d := open(t)
	page := d.browser().look("")
	d.wait(-time.Hour)
	page.press("9").says(http.StatusOK, oneMore)
	if s := d.stands(heed.None, 1, 0).Suspects[0]; s.Evidence&heed.TooEarly == 0 {
		t.Errorf("the suspect is %+v", s)
	}
	d = open(t)
	page = d.browser().look("")
	d.wait(10 * 24 * time.Hour)
	page.press("9").says(http.StatusOK, thankYou)
	d.stands(9, 0, 0)
}
