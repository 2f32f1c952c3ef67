// Package words is everything a customer reads, in mail and on pages, by
// language. One file holds one language; nothing a customer reads is written
// anywhere else, so a language is added by adding a file and its line in All; the
// tests say what it lacks.
//
// No markup, no addresses and no decisions live here. What operators read is
// written where it is shown: it comes in English alone.
package words

import (
	"strings"

	"heed/shared/heed"
)

// A Phrase is text with holes: {brand}, {name}, {score} ... Which of them it may
// have stands beside it in Words.
type Phrase string

// With fills the holes: hole and value in turn, the hole without braces. All
// are filled at once, so a value that looks like a hole stays as it is.
func (p Phrase) With(pairs ...string) string {
	rest := string(p)
	if !strings.Contains(rest, "{") {
		return rest
	}
	filled := make([]byte, 0, len(rest)+64)
	for {
		before, after, more := strings.Cut(rest, "{")
		filled = append(filled, before...)
		if !more {
			return string(filled)
		}
		if value, behind, ok := hole(after, pairs); ok {
			filled, rest = append(filled, value...), behind
		} else {
			filled, rest = append(filled, '{'), after
		}
	}
}

// hole returns what fills the hole that text is the rest of, and what stands
// behind it.
func hole(text string, pairs []string) (value, behind string, ok bool) {
	for i := 0; i < len(pairs); i += 2 {
		if behind, ok = strings.CutPrefix(text, pairs[i]); ok && strings.HasPrefix(behind, "}") {
			return pairs[i+1], behind[1:], true
		}
	}
	return "", "", false
}

// Words is one language.
type Words struct {
	Lang string // BCP 47
	Dir  string // ltr or rtl

	NPS, CSAT, CES Question
	Faces          [5]string // what the five smileys of CSAT mean, the saddest first
	Thumbs         [2]string // what thumb down and thumb up mean
	OwnSubject     Phrase    // {brand}; the subject where surveys.yaml asks in its own, longer words
	End            Phrase    // {score} {label}; what an end of the scale means
	Score          Phrase    // {score}; a number, to somebody who hears it

	Months [12]string // as they stand in Date
	Date   Phrase     // {day} {month}; a day without its year

	Mail  Mail
	Page  Page
	Peace Peace
}

// A Question is one kind of question: its words, its mail's subject, and what
// the ends of its scale mean.
type Question struct {
	Text, Subject Phrase // {brand}
	Agent         Phrase // {brand} {agent}; the question where the agent is named; "" where there is none
	Low, High     string
}

// Mail is what only a mail says.
type Mail struct {
	Hello      string // to somebody whose name is not known
	HelloName  Phrase // {name}
	Preview    string // what a list of mails shows behind the subject
	Press      string // where replies are not read
	PressReply Phrase // {brand}; where they are
	Reply      Phrase // {brand} {low} {high}; in the plain text, where replying comes first
	ReplyFaces Phrase // {brand} {low} {high}; the same where mails show faces: what the numbers mean stands beside them
	Or         string // before the list of links
	Links      string // the same, where replies are not read
	Until      Phrase // {date}; the last day to answer
	Why        Phrase // {brand}; why this mail came
	Stop       Phrase // {brand}; the link that ends it
	Settings   string // the link to the preferences

	RemindSubject Phrase // {subject}; of a reminder
	Remind        Phrase // {brand}; why it comes
	Left          Plural // {n}; days that are left to answer

	BackSubject Phrase // {subject}; of the question back to a reply whose number was not clear
	Back        Phrase // {brand}; why it comes: the comment has arrived, the number is not clear
	BackPress   string // press the number; it is the last time we ask

	DoorSubject Phrase // {brand}; of the mail with the one-hour link
	Door        Phrase // {brand}; why it comes: somebody asked for it on the preferences page
	DoorExport  string // its button: see what is stored
	DoorForget  string // its button: have it deleted
	DoorHour    string // it works for an hour
	DoorNotYou  string // if it was somebody else, nothing happens
}

// A Plural is a phrase in the forms that a language has for numbers, by the
// categories of CLDR. A form that the language doesn't have is "".
type Plural struct{ Zero, One, Two, Few, Many, Other Phrase }

// Page is what only the survey's pages say.
type Page struct {
	Send     string // the button; the chosen number follows it
	Choose   string // before the scale, while nothing is chosen
	Confirm  string // before the scale, while something is
	Failed   string // it could not be sent: try again
	Trap     string // label of a field for machines, which people neither see nor fill
	Thanks   string
	Answer   string // before the number that was given
	Better   Phrase // {brand}; under Thanks, after a low score
	Noted    Phrase // {brand}; after a middling one
	Glad     Phrase // {brand}; after a high one
	WhyLow   Phrase // {brand}; the comment's label after a low score
	WhyMid   Phrase // {brand}; after a middling one
	WhyHigh  Phrase // {brand}; after a high one
	Optional Phrase // {brand}; under it
	Quote    Phrase // {brand}; a tick that lets the comment be published
	SendWhy  string
	Heard    Phrase // {brand}; the comment came
	Review   Phrase // {brand}; the link to a public review
	Change   string // opens the scale again
	SendNew  string // the button there; the chosen number follows it

	Again     Notice // an answer that no script vouches for: press the same number once more
	AgainWhy  string // before the comment there, which confirms as well
	Which     Notice // several different answers came from one visit: only words tell which is meant; Text is the comment's label
	Answered  Notice
	Elsewhere Notice // the survey is answered from another device; what was sent now is kept as a note
	Expired   Notice
	NotFound  Notice
	Trouble   Notice
	Ask       Notice // before unsubscribing
	StopIt    string // the button there
	Stopped   Notice
}

// Peace is what the preferences page says: how often, and what is known.
type Peace struct {
	Title  Phrase // {brand}; how often may we ask?
	Usual  string // as until now
	Less   string // about a quarter as often
	Never  string // not at all
	Save   string
	Saved  string // the choice is kept
	Known  Phrase // {brand}; heading: what is known about you
	What   Phrase // {brand}; what is stored, in a sentence, and that a link is mailed for safety
	Export string // button: mail me the link to see it
	Forget string // button: mail me the link to have it deleted

	Sent      Notice // the link is on its way, to the address that the survey went to; good for one hour
	Over      Notice // the link's hour is over
	Yours     Notice // the page behind the link: here it is
	Download  string // its button: a file
	Sure      Notice // before all of it is deleted: what goes, what stays (that one must not be asked again)
	Delete    string // the button there
	Forgotten Notice
}

// A Notice is a page that says one thing.
type Notice struct {
	Title, Text Phrase // {brand}
}

// All lists the languages; the first is what everybody else gets.
var All = []*Words{
	&english,
	&german, &french, &spanish, &italian, &portuguese, &dutch, &catalan,
	&swedish, &danish, &norwegian, &finnish,
	&polish, &czech, &slovak, &hungarian, &romanian, &bulgarian, &croatian,
	&greek, &turkish, &russian, &ukrainian,
	&arabic, &hebrew, &japanese,
	&chinese, &chineseTraditional, &korean,
	&thai, &hindi, &indonesian, &vietnamese,
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
