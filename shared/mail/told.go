package mail

import (
	"html/template"
	"strconv"
	"strings"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/words"
)

// told is what a mail's words are made of: the program's own, and those of the
// language for all the rest.
type told struct {
	*Occasion
	of     *surveys.Brand
	say    *words.Words
	locale string
	brand  string            // name
	holes  map[string]string // of the program's own words
}

// told gathers the words for an occasion, in the language of whoever is written
// to, or in the brand's where theirs is not known.
func (w *Writer) told(o Occasion) *told {
	t := &told{Occasion: &o, of: o.brand(w), locale: o.To.Locale}
	if t.locale == "" || t.of.Locale != "" && !words.Known(t.locale) {
		t.locale = t.of.Locale
	}
	t.say = words.For(t.locale)
	t.brand = line(t.of.Name)
	t.holes = map[string]string{
		"brand": t.brand, "name": words.Person(o.To.Name), "agent": words.Person(o.To.Agent), "product": words.Thing(o.To.Product),
	}
	return t
}

// own returns the program's own words, "" if it has none.
func (t *told) own(text surveys.Text) string {
	if len(text) == 0 {
		return ""
	}
	return line(surveys.Fill(text.In(t.locale), t.holes))
}

// tongue says how the program's own words are read where they are in another
// language than the mail, or nobody knows in which: as attributes, with a space
// before them.
func (t *told) tongue(text surveys.Text) template.HTMLAttr {
	own, lang := text.Said(t.locale)
	switch {
	case own == "" || strings.EqualFold(lang, t.say.Lang):
		return ""
	case lang == "":
		return ` dir="auto"`
	}
	return template.HTMLAttr(` lang="` + template.HTMLEscapeString(lang) + `" dir="` + words.Dir(lang) + `"`)
}

// letter begins a mail with what each of them says.
func (t *told) letter() *letter {
	l := &letter{
		Lang: t.say.Lang, Dir: t.say.Dir, Start: "left", Finish: "right", Paint: painted(t.of.Color),
		Brand: t.brand, Address: line(t.of.Address), Preview: t.say.Mail.Preview, Hello: t.say.Mail.Hello,
	}
	if l.Dir == "rtl" {
		l.Start, l.Finish = l.Finish, l.Start
	}
	if strings.HasPrefix(t.of.Logo, "https://") && plain(t.of.Logo) {
		l.Logo = t.of.Logo
	}
	if name := t.holes["name"]; name != "" {
		l.Hello = t.say.Mail.HelloName.With("name", name)
	}
	return l
}

// intro is what the program says before its question.
func (t *told) intro(l *letter) {
	l.Intro, l.Introduced = t.own(t.Program.Intro), t.tongue(t.Program.Intro)
}

// ask puts the program's question.
func (t *told) ask(l *letter) {
	p, say := t.Program, &t.say.Mail
	q := t.say.Question(p.Ask)
	if low := t.own(p.Low); low != "" {
		q.Low = low
	}
	if high := t.own(p.High); high != "" {
		q.High = high
	}
	l.Question, l.Subject = t.question(q)
	l.Asked = t.tongue(p.Question)
	l.Scale = t.scale(q, l)
	l.Note, l.Or = say.Press, say.Links
	if t.Links.Reply != "" {
		low, high := p.Ask.Range()
		reply := say.Reply
		if p.Style == surveys.Smileys && p.Ask == heed.CSAT {
			reply = say.ReplyFaces
		}
		l.Note = say.PressReply.With("brand", t.brand)
		l.Reply = reply.With("brand", t.brand, "low", strconv.Itoa(low), "high", strconv.Itoa(high))
		l.Or = say.Or
	}
	if p.Style == surveys.Thumbs && p.Ask == heed.CSAT {
		l.Note = "" // it speaks of numbers, which thumbs don't show
	}
	if !t.Closes.IsZero() {
		l.Until = say.Until.With("date", t.say.Day(t.Closes))
	}
	l.Why = say.Why.With("brand", t.brand)
	l.Stop, l.Unsubscribe = say.Stop.With("brand", t.brand), t.Links.Unsubscribe
	l.Settings, l.Preferences = say.Settings, t.Links.Preferences
}

// question returns the question and the mail's subject.
func (t *told) question(q words.Question) (question, subject string) {
	question, subject = q.Text.With("brand", t.brand), q.Subject.With("brand", t.brand)
	if agent := t.holes["agent"]; agent != "" && t.Program.Agent && q.Agent != "" {
		question = q.Agent.With("brand", t.brand, "agent", agent)
	}
	if own := t.own(t.Program.Question); own != "" {
		question, subject = own, own
		if !whole(own) {
			subject = t.say.OwnSubject.With("brand", t.brand)
		}
	}
	if own := t.own(t.Program.Subject); own != "" {
		subject = own
	}
	return question, subject
}
