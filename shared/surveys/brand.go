package surveys

import (
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"heed/shared/heed"
	"heed/shared/words"
)

// The bounds of what mails and pages are made of.
const (
	maxAddress  = 160 // characters
	maxLink     = 400 // bytes
	maxSubject  = 100 // characters
	maxIntro    = 600
	maxLabel    = 40
	maxSentence = 300
)

func (c *Config) readBrand(s spot) {
	fields := append(c.Brand.fields("the customer must see who asks"),
		field{"domains", "", func(s spot) { c.Brand.Domains = s.list(spot.domain) }})
	s.object(fields...)
}

// fields are what a program may have of its own, and need of its name.
func (b *Brand) fields(need string) []field {
	return []field{
		{"name", need, func(s spot) { b.Name = s.line(maxName) }},
		{"color", "", func(s spot) { b.Color = s.color() }},
		{"logo", "", func(s spot) { b.Logo = s.link() }},
		{"sender", "", func(s spot) { b.Sender = s.address() }},
		{"address", "", func(s spot) { b.Address = s.line(maxAddress) }},
		{"locale", "", func(s spot) { b.Locale = s.spoken() }},
		{"review", "", func(s spot) { b.Review = s.link() }},
	}
}

// link reads an https URL of printable ASCII.
func (s spot) link() string {
	v, ok := s.text()
	if !ok {
		return ""
	}
	u, err := url.Parse(v)
	plain := !strings.ContainsFunc(v, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`<>"\`, r) })
	if err != nil || u.Scheme != "https" || !isDomain(strings.ToLower(u.Host)) || u.User != nil || !plain || len(v) > maxLink {
		s.wrong("%q is no address of the web; write one such as https://example.com/logo.png", v)
	}
	return v
}

// address reads a plain mail address.
func (s spot) address() string {
	v, ok := s.text()
	if !ok {
		return ""
	}
	a, err := mail.ParseAddress(v)
	if err != nil || a.Address != v || strings.ContainsFunc(v, func(r rune) bool { return r > unicode.MaxASCII }) {
		s.wrong("%q is no mail address; write one such as support@example.com, without a name", v)
	}
	return v
}

// spoken reads a language that Heed speaks.
func (s spot) spoken() string {
	v, ok := s.text()
	if ok && !words.Known(v) {
		s.wrong("Heed does not speak %q; write a language that it does, such as en, de or pt", v)
	}
	return v
}

// words reads words of at most that many characters: one text for every
// language, or texts by language. Of holes they may have brand and these.
func (s spot) words(most int, holes ...string) Text {
	m, ok := s.node.(*ast.MappingNode)
	if !ok {
		return Text{"": s.sentence(most, holes)}
	}
	t := Text{}
	for _, v := range m.Values {
		key := v.Key.GetToken()
		locale, at := strings.ToLower(key.Value), spot{v.Value, join(s.path, label(key.Value)), s.problems}
		switch _, double := t[locale]; {
		case !words.Known(locale):
			s.wrongAt(key, at.path, "Heed does not speak %q; write a language that it does, such as en, de or pt", key.Value)
		case double:
			s.wrongAt(key, at.path, "is given twice; keep one")
		}
		t[locale] = at.sentence(most, holes)
	}
	if len(t) == 0 {
		s.wrong("has no words; write them by language, such as {en: Hello, de: Hallo}")
	}
	return t
}

// sentence reads words in one language, and their holes.
func (s spot) sentence(most int, holes []string) string {
	v := s.line(most)
	for rest := v; ; {
		before, after, opened := strings.Cut(rest, "{")
		if strings.Contains(before, "}") || opened && !strings.Contains(after, "}") {
			s.wrong("has a brace that is not one of a pair; holes are written {name|there}")
			return v
		}
		if !opened {
			return v
		}
		var hole string
		hole, rest, _ = strings.Cut(after, "}")
		name, otherwise, barred := strings.Cut(hole, "|")
		switch {
		case name == "brand" && !barred:
		case name != "brand" && !slices.Contains(holes, name):
			s.wrong("{%s} is no hole here; there %s", hole, offered(holes))
		case !barred || strings.TrimSpace(otherwise) == "" || name == "brand":
			s.wrong("{%s} does not say what stands there where nothing is known; write {%s|%s}", hole, name, fallback(name))
		}
	}
}

func offered(holes []string) string {
	list := []string{"{brand}"}
	for _, hole := range holes {
		list = append(list, "{"+hole+"|"+fallback(hole)+"}")
	}
	if len(list) == 1 {
		return "is {brand} alone"
	}
	return "are " + strings.Join(list, ", ")
}

func fallback(hole string) string {
	return map[string]string{"name": "there", "agent": "our team", "product": "our product"}[hole]
}

// byThird reads words for low, middling and high scores.
func (s spot) byThird() (words ByScore) {
	read := func(third int) func(spot) {
		return func(s spot) { words[third] = s.words(maxSentence) }
	}
	s.object(field{"low", "", read(0)}, field{"middle", "", read(1)}, field{"high", "", read(2)})
	return words
}

// style reads how answers are shown; only CSAT has a choice.
func (s spot) style(ask heed.Ask) Style {
	v := Style(s.one([]string{string(Numbers), string(Smileys), string(Thumbs)}))
	if v != Numbers && ask != heed.CSAT && ask != "" {
		s.wrong("%s are for csat; leave the key out for %s", string(v), string(ask))
	}
	return v
}
