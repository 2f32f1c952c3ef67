package visit

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
)

// A Mail is an invitation as it arrived.
type Mail struct {
	HTML, Text string
	Headers    map[string]string
	Locale     string // that it was to be written in
}

var (
	inHTML = regexp.MustCompile(`(?:href|src)="(https?://[^"]+)"`)
	inText = regexp.MustCompile(`https?://[^\s<>"]+`)
)

// Links returns the addresses of the mail, each once, in the order in which
// they stand: those of the HTML, of the text, and of the headers.
func (m Mail) Links() (links []string) {
	add := func(link string) {
		if !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	for _, found := range inHTML.FindAllStringSubmatch(m.HTML, -1) {
		add(html.UnescapeString(found[1]))
	}
	for _, found := range inText.FindAllString(m.Text, -1) {
		add(found)
	}
	for _, found := range inText.FindAllString(m.Headers["List-Unsubscribe"], -1) {
		add(found)
	}
	return links
}

// To returns the first link of which a part is as given, "" if there is none.
func (m Mail) To(part string) string {
	for _, link := range m.Links() {
		if strings.Contains(link, part) {
			return link
		}
	}
	return ""
}

// Score returns the link of a score.
func (m Mail) Score(score int) string { return m.Survey() + fmt.Sprint("?score=", score) }

// Survey returns the link of the survey, without a score.
func (m Mail) Survey() string {
	link, _, _ := strings.Cut(m.To("/s/"), "?")
	return link
}

// Leave returns the link that mail programs post to, to unsubscribe.
func (m Mail) Leave() string { return m.To("/u/") }

// Surveys returns the links of the survey alone.
func (m Mail) Surveys() []string {
	return slices.DeleteFunc(m.Links(), func(link string) bool { return !strings.Contains(link, "/s/") })
}
