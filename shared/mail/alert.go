package mail

import (
	"strings"
	"unicode/utf8"

	"heed/shared/heed"
)

// An Alert is what the team is told at once: in English, in sentences of ours,
// with a customer's words apart from them.
type Alert struct {
	ID, To      string
	Subject     string
	Title       string   // what happened
	Says        []string // paragraphs below it
	Quote       string   // a customer's comment, as it came; "" for none
	Facts       []Fact
	Enter, Link string // where to look: the words and the URL of a page of ours
}

// A Fact is a name and what stands beside it.
type Fact struct{ Name, Value string }

// A bulletin is a mail to the team, as its templates say it.
type bulletin struct {
	*letter
	Title    string
	Quote    []string // lines
	Facts    []Fact
	Programs []scored
}

// longestQuote is how many bytes of a comment stand in a mail: the whole of it
// is on the page.
const longestQuote = 4000

const (
	whyAlert  = "You get this because surveys.yaml names your address under notify, alerts. It is sent once, and nobody reads replies to it."
	whyDigest = "You get this each Monday because surveys.yaml names your address under notify, digest. Nobody reads replies to it."
)

// Alert writes an alert.
func (w *Writer) Alert(a Alert) (Mail, error) {
	b := w.bulletin(a.Subject, whyAlert, a.Enter, a.Link)
	b.Title, b.Quote = line(a.Title), quoted(a.Quote)
	b.Preview = b.Title
	for _, said := range a.Says {
		b.Before = append(b.Before, line(said))
	}
	for _, f := range a.Facts {
		if f.Value = clip(line(f.Value), 300); f.Value != "" {
			b.Facts = append(b.Facts, Fact{line(f.Name), f.Value})
		}
	}
	return w.toTeam(a.ID, a.To, b, "alert")
}

// bulletin begins a mail to the team.
func (w *Writer) bulletin(subject, why, enter, link string) *bulletin {
	l := &letter{
		Lang: "en", Dir: "ltr", Start: "left", Finish: "right", Paint: painted(w.Brand.Color),
		Brand: line(w.Brand.Name), Address: line(w.Brand.Address),
		Subject: line(subject), Why: why, Enter: enter, Door: link,
	}
	if strings.HasPrefix(w.Brand.Logo, "https://") && plain(w.Brand.Logo) {
		l.Logo = w.Brand.Logo
	}
	l.Button = l.Paint.Link("", " padding:0 24px;")
	return &bulletin{letter: l}
}

// toTeam finishes a mail to somebody of the team. It has no way to unsubscribe:
// who gets it stands in surveys.yaml.
func (w *Writer) toTeam(id, to string, b *bulletin, template string) (Mail, error) {
	if !leads(b.Door) {
		return Mail{}, heed.Errorf(heed.Invalid, "a mail to the team leads to a page of ours")
	}
	o := Occasion{ID: id, To: &heed.Invitation{To: to}}
	m, err := w.envelope(o, b.letter, generated)
	if err != nil {
		return Mail{}, err
	}
	m.HTML, m.Text, err = render(template, b)
	return m, err
}

// quoted is a comment's lines, without empty ones at its ends or several in a
// row, and without what reaches beyond its place.
func quoted(comment string) []string {
	var lines []string
	for text := range strings.Lines(clip(strings.ToValidUTF8(comment, string(utf8.RuneError)), longestQuote)) {
		text = line(text)
		if text == "" && (len(lines) == 0 || lines[len(lines)-1] == "") {
			continue
		}
		lines = append(lines, text)
	}
	if n := len(lines); n > 0 && lines[n-1] == "" {
		lines = lines[:n-1]
	}
	return lines
}
