package mail_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"heed/shared/mail"
	"heed/shared/surveys"
	"heed/shared/words"
)

// Every mail, of every question in every style and language, keeps the rules
// that mail programs, readers of screens and spam filters have.
func TestRulesOfAllMails(t *testing.T) {
	for _, w := range words.All {
		for _, p := range questions() {
			p.Brand = surveys.Brand{Name: "Acme", Color: "#0b6e4f", Logo: "https://acme.example/logo.png", Address: "Acme Inc., 1 Main Street"}
			for _, kind := range kinds {
				t.Run(fmt.Sprintf("%s %s %s %s", w.Lang, p.Ask, p.Style, kind.name), func(t *testing.T) {
					o := in(w.Lang, occasion(p))
					lint(t, w, must(t, kind.write, o), strings.HasSuffix(kind.name, "link"))
				})
			}
		}
	}
}

func lint(t *testing.T, w *words.Words, m mail.Mail, door bool) {
	t.Helper()
	single(t, m)
	if len(m.HTML) > 30_000 { // Gmail cuts off at 102 kB
		t.Errorf("HTML of %d bytes", len(m.HTML))
	}
	for line := range strings.Lines(m.Text) {
		if len(line) > 998 {
			t.Errorf("a line of %d bytes", len(line))
		}
	}
	if strings.ContainsAny(strings.ReplaceAll(m.Text+m.Subject, "{}", ""), "{}") || strings.Contains(m.Text, "\n\n\n") || strings.Contains(m.HTML, "ZgotmplZ") {
		t.Errorf("a hole, or room for nothing:\n%s\n%s", m.Subject, m.Text)
	}
	doc, err := html.Parse(strings.NewReader(m.HTML))
	if err != nil {
		t.Fatal(err)
	}
	var hrefs []string
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			rules(t, w, n)
			if n.Data == "a" {
				hrefs = append(hrefs, attr(n, "href"))
			}
		}
	}
	want := 1
	if !door {
		want = strings.Count(m.Text, "?score=") + 2
	}
	if slices.Sort(hrefs); len(hrefs) != want || len(slices.Compact(slices.Clone(hrefs))) != want {
		t.Errorf("links %q, want %d different ones", hrefs, want)
	}
	for _, href := range hrefs {
		if strings.Count(m.Text, href+"\n") != 1 {
			t.Errorf("the text has not one line that ends in %s:\n%s", href, m.Text)
		}
	}
}

// rules are those of one element.
func rules(t *testing.T, w *words.Words, n *html.Node) {
	t.Helper()
	switch n.Data {
	case "html":
		if attr(n, "lang") != w.Lang || attr(n, "dir") != w.Dir {
			t.Errorf("the mail is in %s %s", attr(n, "lang"), attr(n, "dir"))
		}
	case "table":
		if attr(n, "role") != "presentation" || attr(n, "cellpadding") == "" || attr(n, "cellspacing") == "" || attr(n, "border") != "0" {
			t.Errorf("a table with %v", n.Attr)
		}
		if n.Parent.Data == "body" && (attr(n, "lang") != w.Lang || attr(n, "dir") != w.Dir) {
			t.Errorf("the outer table is in %s %s", attr(n, "lang"), attr(n, "dir"))
		}
	case "img":
		height, err := strconv.Atoi(attr(n, "height"))
		if attr(n, "alt") != "Acme" || err != nil || height > 40 || !strings.Contains(attr(n, "style"), "max-width:") {
			t.Errorf("a picture with %v", n.Attr)
		}
	case "a":
		target(t, n)
	case "link", "script", "iframe", "form", "input", "button", "object", "embed", "base", "svg", "video":
		t.Errorf("a mail has no place for <%s>", n.Data)
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" && (strings.Contains(a.Val, "url(") || strings.Contains(a.Val, "float") || strings.Contains(a.Val, "flex")) {
			t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
		}
	}
	if n.Data == "style" && strings.ContainsAny(n.FirstChild.Data, "@") && (strings.Contains(n.FirstChild.Data, "@import") || strings.Contains(n.FirstChild.Data, "url(")) {
		t.Error("the style comes from elsewhere")
	}
}

// target checks that what is pressed is at least 44 px high and, of the answers,
// 44 px wide: what the link itself says where styles are known, and what its
// cell says where only attributes are.
func target(t *testing.T, a *html.Node) {
	t.Helper()
	style := attr(a, "style")
	if high := 2*px(style, "padding:") + px(style, "line-height:"); strings.Contains(style, "inline-block") && high < 44 {
		t.Errorf("%s is %d px high", attr(a, "href"), high)
	}
	if a.Parent.Data != "td" || attr(a.Parent, "height") == "" {
		return
	}
	height, _ := strconv.Atoi(attr(a.Parent, "height"))
	width, share := attr(a.Parent, "width"), 100
	if s, ok := strings.CutSuffix(width, "%"); ok {
		share, _ = strconv.Atoi(s)
	}
	wide, err := strconv.Atoi(width)
	if err != nil {
		wide = share*(320-28)/100 - 4 // of the narrowest screen, less the letter's margins and the gap
	}
	if height < 44 || wide < 44 {
		t.Errorf("%s is %d px by %d", attr(a, "href"), wide, height)
	}
}

// px reads the number behind a word of a style.
func px(style, after string) (n int) {
	_, rest, _ := strings.Cut(style, after)
	digits, _, _ := strings.Cut(rest, "px")
	n, _ = strconv.Atoi(strings.TrimSpace(digits))
	return n
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
