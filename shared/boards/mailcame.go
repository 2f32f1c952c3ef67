package boards

import "time"

// CameData is what a mail led to.
type CameData struct {
	Reply string     // what a reply that was just sent led to, one of the Came words; "" for none
	Steps []MailStep // in the order they happen in
	Back  *BackData  // what came back to its invitation; nil if nothing did
}

// MailStep is something that happened to a mail, or to another of the same
// invitation.
type MailStep struct {
	Text string
	Mail string    // id of the mail that it is about, where that is another one
	At   time.Time // zero where it has no time; shown in its own location
}

// What a reply led to.
const (
	CameAnswer  = "answer"
	CameComment = "comment"
	CameAsked   = "asked"
	CameNote    = "note"
	CameNothing = "nothing"
	CameGone    = "gone"
	CameLater   = "later"
)

var cameWords = map[string]string{
	CameAnswer:  "The reply was read, and it answers the survey.",
	CameComment: "The reply was read, and its words are the comment of the answer.",
	CameAsked:   "The reply was read. Its score is not clear, so its words are kept and a question back goes out, once.",
	CameNote:    "The reply was read and kept as a note, which changes nothing.",
	CameNothing: "The reply was read and left: nothing came of it. Where Heed runs with --verbose, the log says why.",
	CameGone:    "The reply was read and left: its customer is forgotten.",
	CameLater:   "The reply has not been read yet. Load this page again in a moment.",
}

// became is what became of the mail, and what came back.
func (p *board) became(d *CameData, v MailView) {
	p.Put(`<section class="became" id="came"><h3>What became of it</h3>`)
	if words := cameWords[d.Reply]; words != "" {
		p.Put(`<p class="notice" role="status">`).Text(words).Put(`</p>`)
	}
	p.Put(`<ul>`)
	for i := range d.Steps {
		p.step(&d.Steps[i], v)
	}
	p.Put(`</ul>`)
	if d.Back != nil {
		p.back(d.Back)
	} else {
		p.Put(`<p class="soft">Nothing has come back yet.</p>`)
	}
	p.Put(`</section>`)
}

func (p *board) step(s *MailStep, v MailView) {
	p.Put(`<li>`)
	if s.Mail != "" {
		p.Put(`<a href="`).Text(mailPath(s.Mail) + v.query()).Put(`">`).Text(s.Text).Put(`</a>`)
	} else {
		p.Text(s.Text)
	}
	if !s.At.IsZero() {
		p.Put(` <time class="soft" datetime="`).Text(s.At.Format(time.RFC3339)).Put(`">`).Text(s.At.Format("2 Jan 15:04")).Put(`</time>`)
	}
	p.Put(`</li>`)
}
