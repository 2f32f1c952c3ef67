package mail

import (
	"embed"
	"fmt"
	html "html/template"
	"strings"
	"sync"
	text "text/template"
)

// letter is what the templates say. It is flat, with what is said most often
// first: a template looks for each field by its name, every time.
type letter struct {
	Scale                *scale
	Lang, Dir            string
	Start, Finish        string // the sides where lines begin and end
	Paint                paint
	Brand, Logo, Address string
	Subject, Preview     string
	Hello                string
	Before               []string // paragraphs before the question
	Intro                string   // the program's own, after them
	Question             string
	Introduced, Asked    html.HTMLAttr // how those two are read, where that differs from all else
	Note, Until          string        // after it
	Reply, Or            string        // in the plain text
	Why                  string

	Stop, Unsubscribe     string // the links at the end, words and URL
	Settings, Preferences string
	Enter, Door           string        // the button of the mail that is for a link alone
	Button                html.HTMLAttr // its looks
	Hour, NotYou          string
}

//go:embed templates
var templates embed.FS

// html/template deletes comments. These are for Outlook's Word, which alone
// reads them: it knows no max-width, and takes pixels for points on a screen
// of another resolution.
var forWord = html.FuncMap{
	"pixels": func() html.HTML {
		return `<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->`
	},
	"ghost": func() html.HTML {
		return `<!--[if mso]><table role="presentation" width="608" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`
	},
	"ghostEnd": func() html.HTML { return `<!--[if mso]></td></tr></table><![endif]-->` },
	"pad":      func() html.HTML { return pad },
}

// pad is room that nobody sees, behind the line that a list of mails shows, so
// that the mail's first words don't run into it.
var pad = html.HTML(strings.Repeat("&#847;&zwnj;&nbsp;", 60))

// Parsed with the first mail: functions that send none don't pay for it.
var (
	htmlParts = sync.OnceValue(func() *html.Template {
		return html.Must(html.New("").Funcs(forWord).ParseFS(templates, "templates/*.html"))
	})
	textParts = sync.OnceValue(func() *text.Template {
		return text.Must(text.New("").ParseFS(templates, "templates/*.txt"))
	})
)

// render writes the HTML part and the plain one.
func (l *letter) render(name string) (htmlBody, textBody string, err error) { return render(name, l) }

// render writes what those templates make of a letter, or of what holds one.
func render(name string, l any) (htmlBody, textBody string, err error) {
	var b strings.Builder
	b.Grow(16 << 10)
	if err = htmlParts().ExecuteTemplate(&b, name+".html", l); err != nil {
		return "", "", fmt.Errorf("HTML part: %w", err)
	}
	htmlBody = b.String()
	b.Reset()
	b.Grow(4 << 10)
	if err = textParts().ExecuteTemplate(&b, name+".txt", l); err != nil {
		return "", "", fmt.Errorf("plain part: %w", err)
	}
	return htmlBody, folded(b.String()), nil
}

// folded breaks lines that are longer than a mail may have, which are 998 bytes
// (RFC 5322, 2.1.1). Only a team's own words get there.
func folded(s string) string {
	const most = 900
	if len(s) <= most {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for line := range strings.Lines(s) {
		for len(line) > most {
			end := most
			for end > most/2 && line[end] != ' ' {
				end--
			}
			if line[end] != ' ' {
				for end = most; !breaks(line, end); {
					end--
				}
			}
			b.WriteString(line[:end] + "\n")
			line = strings.TrimPrefix(line[end:], " ")
		}
		b.WriteString(line)
	}
	return b.String()
}
