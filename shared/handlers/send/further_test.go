package send_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/token"
)

const day = 24 * time.Hour

// mailed makes an invitation one that was mailed so long ago.
func mailed(ago time.Duration) func(*heed.Row) {
	return func(r *heed.Row) {
		r.Invitation.Claimed, r.Invitation.Sent, r.Invitation.MessageID = noon.Add(-ago), noon.Add(-ago), "m"
	}
}

// reminded has it reminded of a day after it went.
func reminded(r *heed.Row) { r.Invitation.Remind = day }

// wants has a further mail wait that is due since then.
func wants(kind heed.FurtherKind, since time.Duration) func(*heed.Row) {
	return func(r *heed.Row) {
		name := heed.FurtherName{Kind: kind, Round: 1}
		r.Invitation.Further = append(r.Invitation.Further, heed.Further{FurtherName: name, Due: noon.Add(-since)})
	}
}

// Each further mail goes once, and not where something came between.
func TestFurtherMails(t *testing.T) {
	t.Parallel()
	nothing := func(*heed.Row) {}
	answered := func(r *heed.Row) { r.Response = &heed.Response{Score: 5, At: noon.Add(-time.Minute)} }
	suspected := func(r *heed.Row) {
		r.Suspects = []heed.Response{{Score: 5, At: noon.Add(-time.Minute), Evidence: heed.Unscripted}}
	}
	noted := func(kind heed.NoteKind) func(*heed.Row) {
		return func(r *heed.Row) {
			r.Add(heed.Note{Kind: kind, At: noon.Add(-time.Minute), Score: heed.None, Text: "Thanks"})
		}
	}
	gone := func(r *heed.Row) { r.Program = "gone" }
	fated := func(fate heed.Fate) func(*heed.Row) {
		return func(r *heed.Row) { r.Invitation.Fate, r.Invitation.Failed = fate, noon.Add(-time.Minute) }
	}
	const window = 30 * day
	for name, c := range map[string]struct {
		kind heed.FurtherKind
		ago  time.Duration // since the invitation went
		due  time.Duration // since the mail is due; a reminder's is a day after the invitation
		why  sampling.Suppression
		is   func(*heed.Row)
		want string // its fate, or sent, or "" where it does not even wait
	}{
		"reminder":                           {heed.Reminder, 25 * time.Hour, 0, 0, nothing, "sent"},
		"reminder too early":                 {heed.Reminder, 23 * time.Hour, 0, 0, nothing, ""},
		"reminder, answered":                 {heed.Reminder, 25 * time.Hour, 0, 0, answered, ""},
		"reminder, a suspect":                {heed.Reminder, 25 * time.Hour, 0, 0, suspected, ""},
		"reminder, a reply without a score":  {heed.Reminder, 25 * time.Hour, 0, 0, noted(heed.Unscored), ""},
		"reminder, a stranger's reply":       {heed.Reminder, 25 * time.Hour, 0, 0, noted(heed.Forwarded), "sent"},
		"reminder, bounced":                  {heed.Reminder, 25 * time.Hour, 0, 0, fated(heed.Bounced), ""},
		"reminder, unsubscribed":             {heed.Reminder, 25 * time.Hour, 0, sampling.Unsubscribed, nothing, "cancelled"},
		"reminder, address bounced":          {heed.Reminder, 25 * time.Hour, 0, sampling.AddressBounced, nothing, "cancelled"},
		"reminder, no program":               {heed.Reminder, 25 * time.Hour, 0, 0, gone, "cancelled"},
		"reminder, too late":                 {heed.Reminder, 73*time.Hour + time.Second, 0, 0, nothing, "lapsed"},
		"reminder, hours left":               {heed.Reminder, window - 23*time.Hour, 0, 0, func(r *heed.Row) { r.Invitation.Remind = window - day }, "cancelled"},
		"reminder, a day left":               {heed.Reminder, window - 25*time.Hour, 0, 0, func(r *heed.Row) { r.Invitation.Remind = window - 26*time.Hour }, "sent"},
		"question":                           {heed.QuestionBack, time.Hour, time.Minute, 0, nothing, "sent"},
		"question, answered":                 {heed.QuestionBack, time.Hour, time.Minute, 0, answered, "cancelled"},
		"question, a suspect":                {heed.QuestionBack, time.Hour, time.Minute, 0, suspected, "sent"},
		"question, unsubscribed":             {heed.QuestionBack, time.Hour, time.Minute, sampling.Unsubscribed, nothing, "cancelled"},
		"question, window closed":            {heed.QuestionBack, window + time.Minute, time.Minute, 0, nothing, "cancelled"},
		"question, no program":               {heed.QuestionBack, time.Hour, time.Minute, 0, gone, "cancelled"},
		"question, too late":                 {heed.QuestionBack, 60 * time.Hour, 49 * time.Hour, 0, nothing, "lapsed"},
		"export":                             {heed.ExportLink, 50 * day, time.Minute, 0, answered, "sent"},
		"export, unsubscribed":               {heed.ExportLink, time.Hour, time.Minute, sampling.Unsubscribed, nothing, "sent"},
		"export, address bounced":            {heed.ExportLink, time.Hour, time.Minute, sampling.AddressBounced, nothing, "cancelled"},
		"export, complained":                 {heed.ExportLink, time.Hour, time.Minute, sampling.Unsubscribed, fated(heed.Complained), "cancelled"},
		"export, an hour later":              {heed.ExportLink, 2 * day, time.Hour, 0, nothing, "sent"},
		"export, more than that":             {heed.ExportLink, 2 * day, time.Hour + time.Second, 0, nothing, "lapsed"},
		"forget":                             {heed.ForgetLink, time.Hour, time.Minute, 0, nothing, "sent"},
		"forget, no program":                 {heed.ForgetLink, time.Hour, time.Minute, 0, gone, "sent"},
		"forget, reported as spam":           {heed.ForgetLink, time.Hour, time.Minute, sampling.ReportedSpam, nothing, "cancelled"},
		"forget, where a reminder came back": {heed.ForgetLink, time.Hour, time.Minute, 0, cameBack, "cancelled"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := open(t)
			o.Config.Programs[0].Window = window
			plan := reminded
			if c.kind != heed.Reminder {
				plan = wants(c.kind, c.due)
			}
			ref := o.invite(noon.Add(-c.ago-time.Minute), mailed(c.ago), plan, c.is)
			if c.why != 0 {
				o.must(o.all.Suppress(t.Context(), heed.Hash{7}, c.why))
			}
			for range 2 {
				o.must(o.Tick(t.Context()))
			}
			o.became(ref, heed.FurtherName{Kind: c.kind, Round: 1}, c.want)
		})
	}
}

// cameBack is a row of which a reminder bounced.
func cameBack(r *heed.Row) {
	was := heed.Further{FurtherName: heed.FurtherName{Kind: heed.Reminder, Round: 1}, Sent: noon, Fate: heed.Bounced, Failed: noon}
	r.Invitation.Further = append(r.Invitation.Further, was)
}

// became checks what became of a further mail, and that nothing waits or is
// marked for it.
func (o *office) became(ref heed.RowRef, name heed.FurtherName, want string) {
	o.Helper()
	row, err := o.all.Row(o.Context(), ref)
	o.must(err)
	got, mails := "", o.ses.Sent()
	if f := row.Invitation.Find(name); f != nil {
		got = f.Fate.String()
		if f.Fate == heed.NoFate && !f.Sent.IsZero() && f.MessageID == mails[0].MessageID && !f.Claimed.IsZero() {
			got = "sent"
		}
	}
	if got != want || (want == "sent") != (len(mails) == 1) || len(mails) > 1 {
		o.Errorf("it is %q, want %q; %d mails; %+v; logged: %s", got, want, len(mails), row.Invitation.Further, &o.log)
	}
	if len(mails) == 1 && mails[0].Tags["heed-row"] != ref.FurtherID(name) {
		o.Errorf("it is tagged %v", mails[0].Tags)
	}
	if _, due, waits := row.Next(); waits && !due.After(noon) {
		o.Error("something still waits")
	}
	if marks, err := o.all.Marks(o.Context()); err != nil || len(marks) > 0 {
		o.Errorf("days are marked of which no cell changes: %v, error %v", marks, err)
	}
}

// An invitation that goes is followed by its reminder, a day later and once.
func TestInvitationAndReminder(t *testing.T) {
	t.Parallel()
	o := open(t)
	ref := o.invite(noon.Add(-time.Minute), reminded)
	for range 60 {
		o.must(o.Tick(t.Context()))
		o.now = o.now.Add(time.Hour)
	}
	row, err := o.all.Row(t.Context(), ref)
	o.must(err)
	f := row.Invitation.Last(heed.Reminder)
	if len(o.ses.Sent()) != 2 || f == nil || !f.Sent.Equal(noon.Add(day)) || len(row.Invitation.Further) != 1 {
		t.Errorf("%d mails, the reminder is %+v", len(o.ses.Sent()), f)
	}
}

// A mail of which nothing is known yet does not hold up another of its row.
func TestFurtherMailsBesideEachOther(t *testing.T) {
	t.Parallel()
	o := open(t)
	ref := o.invite(noon.Add(-day), mailed(day), wants(heed.QuestionBack, 2*time.Minute), wants(heed.ExportLink, time.Minute), func(r *heed.Row) {
		r.Invitation.Further[0].Claimed = noon.Add(-time.Minute)
	})
	o.must(o.Tick(t.Context()))
	row, err := o.all.Row(t.Context(), ref)
	o.must(err)
	if question, link := row.Invitation.Further[0], row.Invitation.Further[1]; !question.Open() || link.Sent.IsZero() {
		t.Errorf("the question is %+v, the link %+v", question, link)
	}
	o.now = noon.Add(time.Hour)
	o.must(o.Tick(t.Context()))
	row, err = o.all.Row(t.Context(), ref)
	o.must(err)
	if question := row.Invitation.Further[0]; question.Fate != heed.Unsure || !o.logged(`level=ERROR msg="mail unsure"`) {
		t.Errorf("the question is %+v, logged: %s", question, &o.log)
	}
}

// The mailed links hold what they are for, for an hour.
func TestLinksServeForAnHour(t *testing.T) {
	t.Parallel()
	o := open(t)
	ref := o.invite(noon.Add(-day), mailed(day), wants(heed.ExportLink, time.Minute), wants(heed.ForgetLink, time.Minute))
	o.must(o.Tick(t.Context()))
	ring, err := o.Ring(t.Context())
	o.must(err)
	for i, purpose := range []token.Purpose{token.Export, token.Forget} {
		found := regexp.MustCompile(`https://ask\.example\.com/p/([a-z2-7]{55})\b`).FindStringSubmatch(o.ses.Sent()[i].Text)
		if found == nil {
			t.Fatalf("no link in %s", o.ses.Sent()[i].Text)
		}
		if got, err := token.ReadUntil(ring, purpose, found[1], noon.Add(59*time.Minute)); got != ref || err != nil {
			t.Errorf("it names %v, error %v", got, err)
		}
		if _, err := token.ReadUntil(ring, purpose, found[1], noon.Add(61*time.Minute)); err == nil {
			t.Error("it serves for longer")
		}
	}
}

// What a customer finds in a mail leads back to the row, whatever is pressed.
func TestLinksOfAnInvitation(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.Letter.Domain = "in.example.com"
	ref := o.invite(noon)
	o.must(o.Tick(t.Context()))
	ring, err := o.Ring(t.Context())
	o.must(err)
	m := o.ses.Sent()[0]
	ways := m.Headers["List-Unsubscribe"]
	for what, c := range map[string]struct {
		purpose token.Purpose
		pattern string
		in      string
	}{
		"page":          {token.Answer, `https://ask\.example\.com/s/([a-z2-7]{48})\?score=3`, m.Text},
		"preferences":   {token.Preferences, `https://ask\.example\.com/p/([a-z2-7]{48})`, m.HTML},
		"one click":     {token.Unsubscribe, `<https://ask\.example\.com/u/([a-z2-7]{48})>`, ways},
		"by mail":       {token.Unsubscribe, `<mailto:unsubscribe\+([a-z2-7]{48})@in\.example\.com`, ways},
		"reply address": {token.Reply, `^reply\+([a-z2-7]{48})@in\.example\.com$`, strings.Join(m.ReplyTo, ",")},
	} {
		found := regexp.MustCompile(c.pattern).FindStringSubmatch(c.in)
		if found == nil {
			t.Errorf("%s: not in %.300q", what, c.in)
			continue
		}
		if got, err := token.Read(ring, c.purpose, found[1]); got != ref || err != nil {
			t.Errorf("%s: it names %v, error %v", what, got, err)
		}
	}
}

// A mail that a newer Heed planned, before somebody went back to this one, is
// told of and holds up no other.
func TestKindOfANewerHeed(t *testing.T) {
	t.Parallel()
	o := open(t)
	newer := o.invite(noon.Add(-day), mailed(day), wants(heed.FurtherKind(9), time.Minute))
	ref := o.invite(noon)
	o.must(o.Tick(t.Context()))
	row, err := o.all.Row(t.Context(), ref)
	o.must(err)
	if row.Invitation.Sent.IsZero() || !o.logged(`level=ERROR msg="mail not sent"`) {
		t.Errorf("the next mail is %s; logged: %s", row.Invitation.State(), &o.log)
	}
	if _, _, err := heed.ParseMailID(newer.FurtherID(heed.FurtherName{Kind: 9, Round: 1})); err == nil {
		t.Error("its name is read as another's")
	}
}
