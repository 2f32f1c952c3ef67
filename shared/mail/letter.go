package mail

import (
	_ "embed"
	html "html/template"
	"strconv"
	"strings"
	"sync"
	text "text/template"

	"heed/shared/contrast"
	"heed/shared/heed"
	"heed/shared/words"
)

// letter is what the two templates say, in the order they say it.
type letter struct {
	paint
	*words.Words
	Links
	Brand, Subject  string
	Hello, Question string
	Low, High       string // what the ends of the scale mean
	Scores          []score
	Width           int // of a number, in px
	Across, Narrow  int // of all of them in one row, and where two are needed
	Press           string
	Reply, Or       string
	Why, Stop       string
}

// score is one number of the scale and its link.
type score struct {
	N     int
	URL   string
	Heard string // what a screen reader says; begins with the visible number's words
}

// scale sets out the numbers. A number is at least 44 px wide and 4 px from
// its neighbour: eleven fill the letter's 528 px in one row and 288 px, all
// that a screen of 320 leaves, in two; five fit one row there.
func (t *letter) scale(ask heed.Ask, q words.Question) {
	t.Width = map[heed.Ask]int{heed.CSAT: 52, heed.CES: 64}[ask]
	t.Width = max(t.Width, 44)
	low, high := ask.Range()
	for n := low; n <= high; n++ {
		digits := strconv.Itoa(n)
		heard := t.Words.Score.With("score", digits)
		switch n {
		case low:
			heard += ", " + q.Low
		case high:
			heard += ", " + q.High
		}
		t.Scores = append(t.Scores, score{n, t.Survey + "?score=" + digits, heard})
	}
	t.Across = len(t.Scores) * (t.Width + 4)
	t.Narrow = t.Across
	if t.Across > 288 {
		t.Narrow = (len(t.Scores) + 1) / 2 * (t.Width + 4)
	}
}

// paint is the brand's colour and what follows from it.
type paint struct {
	Fill, On, Rim   string // of a number: ground, digits and edge
	Accent, AtNight string // the brand's name, on the letter's ground by day and by night
}

// The letter's own colours stand in the template; these are its two grounds,
// against which the brand's must be seen.
var (
	day, _   = contrast.Parse("#ffffff")
	night, _ = contrast.Parse("#17191c")
)

// painted derives the colours from the brand's, #rrggbb, or from a blue that
// is nobody's. Where a mail program inverts what it likes, the digits keep
// their ground and the ground keeps an edge seen on white and on black.
func painted(color string) paint {
	fill, ok := contrast.Parse(color)
	if !ok {
		fill = contrast.Color{0x1d, 0x4f, 0x91}
	}
	return paint{
		Fill: fill.String(), On: contrast.On(fill).String(), Rim: contrast.Rim(fill).String(),
		Accent:  contrast.Against(fill, day, contrast.Text).String(),
		AtNight: contrast.Against(fill, night, contrast.Text).String(),
	}
}

//go:embed templates/invitation.html
var invitationHTML string

//go:embed templates/invitation.txt
var invitationText string

// Parsed with the first mail: functions that send none don't pay for it.
var (
	htmlPart = sync.OnceValue(func() *html.Template {
		return html.Must(html.New("invitation.html").Parse(invitationHTML))
	})
	textPart = sync.OnceValue(func() *text.Template {
		return text.Must(text.New("invitation.txt").Parse(invitationText))
	})
)

// render writes the HTML part and the plain one.
func (t *letter) render() (htmlBody, textBody string, err error) {
	var b strings.Builder
	if err = htmlPart().Execute(&b, t); err != nil {
		return "", "", err
	}
	htmlBody = b.String()
	b.Reset()
	err = textPart().Execute(&b, t)
	return htmlBody, b.String(), err
}
