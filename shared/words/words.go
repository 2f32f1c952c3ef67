// Package words is everything a customer reads, in mail and on pages, by
// language. One file holds one language; nothing a customer reads is written
// anywhere else, so a language is added by adding a file and its line in All.
//
// No markup, no addresses and no decisions live here. What operators read is
// written where it is shown: it comes in English alone.
package words

import (
	"strings"

	"heed/shared/heed"
)

// A Phrase is text with holes: {brand}, {name}, {low}, {high}, {score}, {label}. Which
// of them it may have stands beside it in Words.
type Phrase string

// With fills the holes: hole and value in turn, the hole without braces. All
// are filled at once, so a value that looks like a hole stays as it is.
func (p Phrase) With(pairs ...string) string {
	filled := make([]string, len(pairs))
	for i, s := range pairs {
		if i%2 == 0 {
			s = "{" + s + "}"
		}
		filled[i] = s
	}
	return strings.NewReplacer(filled...).Replace(string(p))
}

// Words is one language.
type Words struct {
	Lang string // BCP 47
	Dir  string // ltr or rtl

	NPS, CSAT, CES Question
	OwnSubject     Phrase // {brand}; the subject where surveys.yaml asks in its own, longer words
	End            Phrase // {score} {label}; what an end of the scale means
	Score          Phrase // {score}; a number, to somebody who hears it

	Mail Mail
	Page Page
}

// A Question is one kind of question: its words, its mail's subject, and what
// the ends of its scale mean.
type Question struct {
	Text, Subject Phrase // {brand}
	Low, High     string
}

// Mail is what only a mail says.
type Mail struct {
	Hello      string // to somebody whose name is not known
	HelloName  Phrase // {name}
	Press      string // where replies are not read
	PressReply Phrase // {brand}; where they are
	Reply      Phrase // {brand} {low} {high}; in the plain text, where replying comes first
	Or         string // before the list of links
	Links      string // the same, where replies are not read
	Why        Phrase // {brand}; why this mail came
	Stop       Phrase // {brand}; the link that ends it
}

// Page is what only pages say.
type Page struct {
	Send     string // the button; the chosen number follows it
	Choose   string // before the scale, while nothing is chosen
	Confirm  string // before the scale, while something is
	Thanks   string
	Answer   string // before the number that was given
	Why      string // the comment's label
	Optional Phrase // {brand}; under it
	SendWhy  string
	Heard    Phrase // {brand}; the comment came
	Change   string // opens the scale again
	SendNew  string // the button there; the chosen number follows it
	Answered Notice
	Expired  Notice
	NotFound Notice
	Trouble  Notice
	Ask      Notice // before unsubscribing
	StopIt   string // the button there
	Stopped  Notice
}

// A Notice is a page that says one thing.
type Notice struct {
	Title, Text Phrase // {brand}
}

// All lists the languages; the first is what everybody else gets.
var All = []*Words{&english}

// For returns the words of the language that locale (BCP 47) names, the
// default's if there are none.
func For(locale string) *Words {
	lang, _, _ := strings.Cut(strings.ReplaceAll(locale, "_", "-"), "-")
	for _, w := range All {
		if strings.EqualFold(w.Lang, lang) {
			return w
		}
	}
	return All[0]
}

// Question returns the words of that kind of question.
func (w *Words) Question(ask heed.Ask) Question {
	switch ask {
	case heed.CSAT:
		return w.CSAT
	case heed.CES:
		return w.CES
	}
	return w.NPS
}
