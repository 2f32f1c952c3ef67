package boards

import (
	"io"
	"strings"
	"time"

	"heed/shared/heed"
)

// AnswersData is what customers sent, the latest first.
type AnswersData struct {
	Frame
	Only   []Link // what of it can be shown alone
	Rows   []BackData
	Looked int // how many of the latest were looked at for these; 0 where all were, or enough
}

// BackData is what came back to one invitation.
type BackData struct {
	Program  string
	Ask      heed.Ask
	Path     string    // of the touchpoint, with its decision explained
	At       time.Time // of the last of it, shown in its own location
	Answer   *heed.Response
	Suspects []heed.Response
	Notes    []heed.Note
}

// evidence says in words what speaks for a machine.
var evidence = map[string]string{
	"unscripted":  "the form without script was sent, which programs send as well as people",
	"no_cookie":   "the browser did not show the page's cookie",
	"bad_page":    "what the page gives to send back was missing or another visit's",
	"too_early":   "pressed sooner than anybody reads",
	"untrusted":   "the browser said that no person pressed",
	"trapped":     "a field was filled in that people don’t see",
	"at_delivery": "within seconds of the mail’s delivery",
	"known_agent": "the browser names itself as a scanner does",
	"contrary":    "several different answers from one visit",
	"hasty":       "answers were chosen faster than by hand",
}

// noteKinds says in words why something is a note.
var noteKinds = map[heed.NoteKind]string{
	heed.Elsewhere: "sent from another browser, after the answer",
	heed.Forwarded: "mailed by somebody else than was invited",
	heed.Unscored:  "mailed without a clear score",
	heed.Farewell:  "mailed to be asked no more; taken as an unsubscription",
	heed.Afterward: "mailed after the answer, or too late",
}

// Answers shows what came back: answers that count, those that a machine may
// have given, with what speaks for it, and notes.
func Answers(w io.Writer, d *AnswersData) error {
	p := &board{}
	p.begin(&d.Frame, "Answers")
	p.choice("Only", d.Only)
	if len(d.Rows) == 0 {
		p.Put(`<p class="empty">Nothing of this came back in these days.</p>`)
	}
	for i := range d.Rows {
		p.back(&d.Rows[i])
	}
	if d.Looked > 0 {
		p.Put(`<p class="soft">Only the latest `).Text(count(uint64(d.Looked))).Put(` that came back in these days were looked at.</p>`)
	}
	p.Put(`<footer class="soft"><p>Suspects are answers that a program which checks mail may have given. They are kept, and enter no score, until a second sign of a person confirms them.</p>`)
	p.Put(`<p>Notes change nothing: the first confirmed answer stands, and only who gave it can change it.</p></footer>`)
	p.end()
	return p.To(w)
}

// back is what came back to one invitation.
func (p *board) back(d *BackData) {
	p.Put(`<article class="back"><p class="soft"><a href="`).Text(d.Path).Put(`"><bdi>`).Text(d.Program).Put(`</bdi></a> · <time datetime="`)
	p.Text(d.At.Format(time.RFC3339)).Put(`">`).Text(d.At.Format("2 Jan 2006 15:04")).Put(`</time></p>`)
	if a := d.Answer; a != nil {
		p.Put(`<p><strong class="given">`).Num(a.Score).Put(`</strong> <span class="soft">by `).Text(a.Channel.String()).When(a.Quotable, `, may be published`).Put(`</span></p>`)
		p.said(a.Comment)
	}
	for i := range d.Suspects {
		s := &d.Suspects[i]
		p.Put(`<p><strong class="given apart">`).Num(s.Score).Put(`</strong> <span class="soft">suspect, not counted: `).Text(why(s.Evidence)).Put(`</span></p>`)
		p.said(s.Comment)
	}
	for i := range d.Notes {
		n := &d.Notes[i]
		p.Put(`<p class="soft">Note, `).Text(noteKinds[n.Kind])
		if n.Score != heed.None {
			p.Put(`: `).Num(n.Score)
		}
		p.Put(`</p>`)
		p.said(n.Text)
	}
	p.Put(`</article>`)
}

// said is a customer's own words.
func (p *board) said(words string) {
	if words != "" {
		p.Put(`<blockquote dir="auto">`).Text(words).Put(`</blockquote>`)
	}
}

func why(e heed.Evidence) string {
	var list []string
	for _, name := range e.Names() {
		list = append(list, evidence[name])
	}
	return strings.Join(list, "; ")
}
