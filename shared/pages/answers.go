package pages

import (
	"io"
	"strings"
	"time"

	"heed/shared/heed"
)

// AnswersPath is where Answers is.
const AnswersPath = "/answers"

// AnswersData is what customers sent, the latest first.
type AnswersData struct {
	Brand    string
	Nav      []Link
	Zone     string // of its times
	From, To string // first and last day, 2006-01-02
	Only     []Link // what of it can be shown alone
	Rows     []BackData
	Looked   int // how many of the latest were looked at for these; 0 where all were, or enough
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
	p.begin(d.Brand, d.Nav)
	p.put(`<main><div class="top"><div><h1>Answers</h1><p class="soft">`).text(d.From).put(` to `).text(d.To).put(`, the latest first, times as in `).text(d.Zone)
	p.put(`</p></div></div>`)
	p.periods(d.Only)
	if len(d.Rows) == 0 {
		p.put(`<p class="empty">Nothing of this came back in these days.</p>`)
	}
	for i := range d.Rows {
		p.back(&d.Rows[i])
	}
	if d.Looked > 0 {
		p.put(`<p class="soft">Only the latest `).text(count(uint64(d.Looked))).put(` that came back in these days were looked at.</p>`)
	}
	p.put(`<footer class="soft"><p>Suspects are answers that a program which checks mail may have given. They are kept, and enter no score, until a second sign of a person confirms them.</p>`)
	p.put(`<p>Notes change nothing: the first confirmed answer stands, and only who gave it can change it.</p></footer></main>`)
	return p.to(w)
}

// back is what came back to one invitation.
func (p *board) back(d *BackData) {
	p.put(`<article class="back"><p class="soft"><a href="`).text(d.Path).put(`"><bdi>`).text(d.Program).put(`</bdi></a> · <time datetime="`)
	p.text(d.At.Format(time.RFC3339)).put(`">`).text(d.At.Format("2 Jan 2006 15:04")).put(`</time></p>`)
	if a := d.Answer; a != nil {
		p.put(`<p><strong class="given">`).num(a.Score).put(`</strong> <span class="soft">by `).text(a.Channel.String()).when(a.Quotable, `, may be published`).put(`</span></p>`)
		p.said(a.Comment)
	}
	for i := range d.Suspects {
		s := &d.Suspects[i]
		p.put(`<p><strong class="given apart">`).num(s.Score).put(`</strong> <span class="soft">suspect, not counted: `).text(why(s.Evidence)).put(`</span></p>`)
		p.said(s.Comment)
	}
	for i := range d.Notes {
		n := &d.Notes[i]
		p.put(`<p class="soft">Note, `).text(noteKinds[n.Kind])
		if n.Score != heed.None {
			p.put(`: `).num(n.Score)
		}
		p.put(`</p>`)
		p.said(n.Text)
	}
	p.put(`</article>`)
}

// said is a customer's own words.
func (p *board) said(words string) {
	if words != "" {
		p.put(`<blockquote dir="auto">`).text(words).put(`</blockquote>`)
	}
}

func why(e heed.Evidence) string {
	var list []string
	for _, name := range e.Names() {
		list = append(list, evidence[name])
	}
	return strings.Join(list, "; ")
}
