package reply

import (
	"strconv"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/words"
)

// ours are the sentences of the mails that the row sent, by which they are known
// where a mail program quotes them without saying so. Words that a person might
// choose, such as what the ends of the scale mean, are not among them.
func ours(program *surveys.Program, row *heed.Row) []string {
	i := row.Invitation
	var own surveys.Program
	if program != nil {
		own = *program
	}
	locale := spoken(program, row)
	say, brand := words.For(locale), own.Brand.Name
	low, high := row.Ask.Range()
	holes := map[string]string{"brand": brand, "name": i.Name, "agent": i.Agent, "product": i.Product}
	var list []string
	for _, text := range []surveys.Text{own.Question, own.Intro, own.Subject} {
		if s := text.In(locale); s != "" {
			list = append(list, surveys.Fill(s, holes))
		}
	}
	question := say.Question(row.Ask)
	for _, p := range []words.Phrase{
		question.Text, question.Agent, question.Subject, say.Mail.PressReply, say.Mail.Reply, say.Mail.ReplyFaces,
		say.Mail.Why, say.Mail.Stop, say.Mail.Remind, say.Mail.Back, say.OwnSubject,
		words.Phrase(say.Mail.Preview), words.Phrase(say.Mail.Press), words.Phrase(say.Mail.Or), words.Phrase(say.Mail.Links),
		words.Phrase(say.Mail.Settings), words.Phrase(say.Mail.BackPress),
	} {
		list = append(list, p.With("brand", brand, "agent", i.Agent, "low", strconv.Itoa(low), "high", strconv.Itoa(high)))
	}
	return list
}

// spoken is the locale of the mails that the row sent, "" if none is known: they
// are English then, but for the program's own words.
func spoken(program *surveys.Program, row *heed.Row) string {
	locale, brand := row.Invitation.Locale, ""
	if program != nil {
		brand = program.Brand.Locale
	}
	if locale == "" || brand != "" && !words.Known(locale) {
		locale = brand
	}
	return locale
}
