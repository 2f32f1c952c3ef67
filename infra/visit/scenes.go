package visit

import (
	"time"

	"heed/shared/words"
)

// A Scene is a page that a customer can come to, and the way to it.
type Scene struct {
	Name  string
	Asked Asked
	Late  bool         // it is there only once the survey has closed
	Go    func(*Visit) // to the page
}

// Scenes are all pages there are for customers.
var Scenes = []Scene{
	{Name: "survey-nps", Asked: Likely, Go: func(v *Visit) { v.Open(v.Mail.Survey()) }},
	{Name: "survey-nps-chosen", Asked: Likely, Go: func(v *Visit) { v.Open(v.Mail.Score(9)) }},
	{Name: "survey-csat", Asked: Numbers, Go: func(v *Visit) { v.Open(v.Mail.Score(4)) }},
	{Name: "survey-smileys", Asked: Smileys, Go: func(v *Visit) { v.Open(v.Mail.Score(4)) }},
	{Name: "survey-thumbs", Asked: Thumbs, Go: func(v *Visit) { v.Open(v.Mail.Score(5)) }},
	{Name: "survey-ces", Asked: Ease, Go: func(v *Visit) { v.Open(v.Mail.Score(6)) }},
	{Name: "survey-nothing-chosen", Asked: Smileys, Go: func(v *Visit) {
		v.Open(v.Mail.Survey())
		v.Press(sendButton)
		v.Until(`document.querySelector('[role=alert]').textContent`)
	}},
	{Name: "survey-without-scripts", Asked: Numbers, Go: func(v *Visit) { v.Scriptless(); v.Open(v.Mail.Score(4)) }},
	{Name: "thanks-low", Asked: Likely, Go: func(v *Visit) { v.gives(3) }},
	{Name: "thanks-middling", Asked: Numbers, Go: func(v *Visit) { v.gives(3) }},
	{Name: "thanks-high", Asked: Smileys, Go: func(v *Visit) { v.gives(5) }},
	{Name: "thanks-thumbs", Asked: Thumbs, Go: func(v *Visit) { v.gives(1) }},
	{Name: "thanks-heard", Asked: Ease, Go: func(v *Visit) {
		v.gives(7)
		v.Write(wordsField, "Quick and kind.")
		v.Click(wordsButton)
		v.Until(`document.querySelector('[role=status]')`)
	}},
	{Name: "change", Asked: Likely, Go: func(v *Visit) { v.gives(8); v.Click(`summary`); v.Until(`document.querySelector('details').open`) }},
	{Name: "again", Asked: Numbers, Go: func(v *Visit) { v.doubted(4) }},
	{Name: "again-smileys", Asked: Smileys, Go: func(v *Visit) { v.doubted(2) }},
	{Name: "which", Asked: Numbers, Go: func(v *Visit) {
		v.doubted(4)
		v.Click(radio(2))
		v.Pause(900 * time.Millisecond)
		v.Click(sendButton)
		v.says(v.Say.Page.Which.Title)
	}},
	{Name: "answered", Asked: Numbers, Go: func(v *Visit) { v.gives(4); v.Stranger(); v.Open(v.Mail.Score(2)) }},
	{Name: "elsewhere", Asked: Numbers, Go: func(v *Visit) {
		v.Open(v.Mail.Score(4))
		v.fails(v.answered(2))
		v.Press(sendButton)
		v.says(v.Say.Page.Elsewhere.Title)
	}},
	{Name: "expired", Asked: Numbers, Late: true, Go: func(v *Visit) { v.Open(v.Mail.Score(4)); v.says(v.Say.Page.Expired.Title) }},
	{Name: "not-found", Asked: Numbers, Go: func(v *Visit) { v.Open(v.Mail.Survey() + "x"); v.says(words.For("en").Page.NotFound.Title) }},
	{Name: "unsubscribe", Asked: Numbers, Go: func(v *Visit) { v.Open(v.Mail.Leave()); v.says(v.Say.Page.Ask.Title) }},
	{Name: "unsubscribed", Asked: Numbers, Go: func(v *Visit) {
		v.Open(v.Mail.Leave())
		v.Press(leaveButton)
		v.says(v.Say.Page.Stopped.Title)
	}},
	{Name: "preferences", Asked: Numbers, Go: func(v *Visit) { v.Open(v.Mail.To("/p/")); v.says(v.Say.Peace.Title) }},
	{Name: "preferences-saved", Asked: Numbers, Go: func(v *Visit) { v.Prefers("less") }},
	{Name: "preferences-once-more", Asked: Numbers, Go: func(v *Visit) {
		v.Open(v.Mail.To("/p/"))
		v.Click(`input[name=often][value=less]`)
		v.Forget()
		v.weigh()
		v.Click(chooseButton)
		v.says(v.Say.Page.Again.Title)
	}},
	{Name: "link-sent", Asked: Numbers, Go: func(v *Visit) { v.Wants("export") }},
}

// Prefers chooses on the preferences page how often to be asked: usual, less
// or never.
func (v *Visit) Prefers(often string) {
	v.Open(v.Mail.To("/p/"))
	v.Click(`input[name=often][value=` + often + `]`)
	v.weigh()
	v.Click(chooseButton)
	v.Reads(v.Say.Peace.Saved)
}

// Wants asks on the preferences page for a link: export or forget.
func (v *Visit) Wants(link string) {
	v.Open(v.Mail.To("/p/"))
	v.weigh()
	v.Click(`button[value=` + link + `]`)
	v.says(v.Say.Peace.Sent.Title)
}

// weigh waits as somebody who weighs what to press.
func (v *Visit) weigh() {
	v.Dwell()
	v.Pause(500 * time.Millisecond)
}

// chooseButton is the one that sends what is chosen on the preferences page, and
// plainChoice the same without scripts.
const (
	chooseButton = `button[data-sends=choice]`
	plainChoice  = `button[form=choice]`
)

// leaveButton is the one that unsubscribes, whether a script works it or not.
const leaveButton = `form button, button.live`

// gives answers, on a page in whatever language.
func (v *Visit) gives(score int) {
	v.Open(v.Mail.Score(score))
	v.Press(sendButton)
	v.Until(`document.querySelector('.given')`)
}

// answered has somebody else answer the same survey.
func (v *Visit) answered(score int) *Visit {
	other := v.beside()
	other.gives(score)
	other.End()
	return other
}

// doubted answers without a cookie, and comes to the page that asks once more.
func (v *Visit) doubted(score int) {
	v.Open(v.Mail.Score(score))
	v.Forget()
	v.Press(sendButton)
	v.says(v.Say.Page.Again.Title)
}

// says waits until the page says a phrase of ours.
func (v *Visit) says(p words.Phrase) { v.Reads(p.With("brand", Brand)) }

// Brand is whose mails the visitors get.
const Brand = "Acme"
