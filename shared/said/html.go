package said

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxOpen bounds the elements that are remembered as open; deeper ones change
// nothing.
const maxOpen = 4096

// An element is one that is open.
type element struct {
	tag    string
	mark   mark
	hidden bool
	pre    bool
}

// A page is lines in the making.
type page struct {
	open   []element
	count  map[string]int // open elements by tag
	lines  []line
	text   []byte
	here   mark // of the line in the making
	space  bool // a space is owed before the next word
	marked bool // something was known by its element
}

// parse makes lines of an HTML body, and says whether its elements told what
// is quoted or signed. It is one turn over the tokens: what is open is a list,
// not a tree, so that depth costs nothing.
func parse(body string) (lines []line, marked bool) {
	if body == "" {
		return nil, false
	}
	p := &page{count: map[string]int{}}
	tokens := html.NewTokenizer(strings.NewReader(valid(clip(body))))
	for {
		switch tokens.Next() {
		case html.ErrorToken: // only the end: a string does not fail
			p.end()
			return p.lines, p.marked
		case html.TextToken:
			if !p.top().hidden {
				p.write(tokens.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(tokens)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			p.close(tagOf(name))
		}
	}
}

func (p *page) top() element {
	if len(p.open) == 0 {
		return element{}
	}
	return p.open[len(p.open)-1]
}

// tagOf is a tag that is known and its name, 0 and the name of any other.
func tagOf(name []byte) (kind atom.Atom, tag string) {
	if kind = atom.Lookup(name); kind != 0 {
		return kind, kind.String()
	}
	return 0, string(name)
}

// start opens an element: what it is marked as, or else what it stands in.
func (p *page) start(tokens *html.Tokenizer) {
	name, more := tokens.TagName()
	kind, tag := tagOf(name)
	var attrs attributes
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		attrs.note(key, value)
	}
	if kind == atom.P || kind == atom.Br && len(p.text) == 0 {
		p.end()
		p.blank()
	} else if blocks[kind] {
		p.end()
	}
	e := p.top()
	e.tag = tag
	e.hidden = e.hidden || kind == atom.Script || kind == atom.Style || kind == atom.Title || kind == atom.Template || kind == atom.Textarea || attrs.hidden()
	e.pre = e.pre || kind == atom.Pre
	if known := attrs.mark(kind); known != unmarked && e.mark != quoted {
		e.mark, p.marked = known, true
	}
	switch {
	case kind == atom.Blockquote:
		e.mark = p.quote(e.mark, attrs)
	case e.mark == end:
		p.add(line{mark: end})
	}
	if voids[kind] || len(p.open) >= maxOpen {
		return
	}
	p.open = append(p.open, e)
	p.count[tag]++
}

// quote says what is in a blockquote. The element around it no longer only
// introduces.
func (p *page) quote(around mark, a attributes) mark {
	p.marked = p.marked || !a.plain()
	for i := len(p.open) - 1; i >= 0 && p.open[i].mark == prefix; i-- {
		p.open[i].mark = unmarked
		p.marked = true
	}
	if around == prefix || around == quoted || !a.plain() {
		return quoted
	}
	return perhaps
}

// close closes the last open element of a tag and those left open in it. Each
// was opened once, so all closing together is no more than all opening.
func (p *page) close(kind atom.Atom, tag string) {
	if blocks[kind] {
		p.end()
	}
	if p.count[tag] == 0 {
		return
	}
	for {
		last := p.top().tag
		p.open = p.open[:len(p.open)-1]
		p.count[last]--
		if last == tag {
			break
		}
	}
	if kind == atom.P {
		p.blank()
	}
}
