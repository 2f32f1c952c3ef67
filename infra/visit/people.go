package visit

import (
	"time"

	"github.com/chromedp/chromedp/kb"

	"heed/infra/browser"
)

// People are those who answer, each on a way of their own. Every answer of
// theirs is to be recorded as they meant it.
var People = []Visitor{
	{
		Name: "mouse", Does: "presses a number in the mail, Send on the page, and writes a comment",
		Act:  func(v *Visit) { v.Answer(4); v.Comment("Quick & kind <b>") },
		Want: chose(4, "click").with("Quick & kind <b>"),
	},
	{
		Name: "other number", Does: "presses a number in the mail, then another one on the page",
		Act:  func(v *Visit) { v.Open(v.Mail.Score(2)); v.Click(radio(5)); v.Press(sendButton); v.Reads(thanks) },
		Want: chose(5, "page"),
	},
	{
		Name: "keyboard", Does: "opens the page without a number, and finds one with Tab, arrows and Enter",
		Act: func(v *Visit) {
			v.Open(v.Mail.Survey())
			v.Dwell()
			v.Keys(kb.Tab)
			v.Until(`document.activeElement.name == 'score'`)
			v.arrows(kb.ArrowRight, 2, 250*time.Millisecond)
			v.Until(`document.querySelector('` + radio(3) + `').checked`)
			v.Keys(kb.Tab)
			v.Until(`document.activeElement.matches('` + sendButton + `')`)
			v.Keys(kb.Enter)
			v.Reads(thanks)
		},
		Want: chose(3, "page"),
	},
	{
		Name: "Enter", Does: "presses a number in the mail, and the Enter key on the page",
		Act:  func(v *Visit) { v.Open(v.Mail.Score(5)); v.Dwell(); v.Keys(kb.Enter); v.Reads(thanks) },
		Want: chose(5, "click"),
	},
	{
		Name: "arrow held down", Does: "runs over the numbers by holding an arrow key down", Asked: Likely,
		Act: func(v *Visit) {
			v.Open(v.Mail.Score(0))
			v.Dwell()
			v.arrows(kb.ArrowRight, 9, 33*time.Millisecond)
			v.Until(`document.querySelector('` + radio(9) + `').checked`)
			v.Keys(kb.Tab)
			v.Until(`document.activeElement.matches('` + sendButton + `')`)
			v.Pause(300 * time.Millisecond)
			v.Keys(kb.Enter)
			v.Reads(thanks)
		},
		Want: chose(9, "page"),
	},
	{
		Name: "chords", Does: "steers a screen reader with Ctrl and Alt pressed as one, four times, then presses Send",
		Act: func(v *Visit) {
			v.Open(v.Mail.Score(4))
			v.Dwell()
			v.chords(4)
			v.Press(sendButton)
			v.Reads(thanks)
		},
		Want: chose(4, "click"),
	},
	{
		Name: "phone", Does: "taps on a phone",
		Act: func(v *Visit) {
			v.Look(browser.Phone)
			v.Open(v.Mail.Score(1))
			v.Dwell()
			v.Tap(radio(3))
			v.Tap(sendButton)
			v.Reads(thanks)
		},
		Want: chose(3, "page"),
	},
	{
		Name: "smileys", Does: "presses a face", Asked: Smileys,
		Act:  func(v *Visit) { v.Answer(5) },
		Want: chose(5, "click"),
	},
	{
		Name: "thumbs", Does: "presses thumb up, then thumb down", Asked: Thumbs,
		Act:  func(v *Visit) { v.Open(v.Mail.Score(5)); v.Click(radio(1)); v.Press(sendButton); v.Reads(thanks) },
		Want: chose(1, "page"),
	},
	{
		Name: "ease", Does: "answers from 1 to 7", Asked: Ease,
		Act:  func(v *Visit) { v.Answer(7) },
		Want: chose(7, "click"),
	},
	{
		Name: "right to left", Does: "answers in Arabic, on a phone in the dark", Asked: Likely, Locale: "ar",
		Act: func(v *Visit) {
			v.Look(browser.Phone.InDark())
			v.Open(v.Mail.Score(10))
			v.Until(`document.dir == 'rtl'`)
			v.Dwell()
			v.Tap(sendButton)
			v.Reads("10")
			v.Until(`document.querySelector('` + wordsField + `')`)
		},
		Want: chose(10, "click"),
	},
	{
		Name: "change", Does: "answers, comes back to the page, and changes the answer",
		Act: func(v *Visit) {
			v.Answer(2)
			v.Reload()
			v.Reads(thanks)
			v.Click(`summary`)
			v.Click(`details ` + radio(4))
			v.Click(`details button`)
			v.Until(`document.querySelector('.given') && document.querySelector('.given').textContent.includes('4')`)
		},
		Want: chose(4, "click"),
	},
	{
		Name: "change of mind", Does: "answers, and changes the answer in the same browser from the mail ten minutes later",
		Act: func(v *Visit) { v.Answer(2) },
		Return: func(v *Visit) {
			v.Open(v.Mail.Score(3))
			v.Reads(thanks)
			v.Click(`summary`)
			v.Click(`details ` + radio(3))
			v.Click(`details button`)
			v.Until(`document.querySelector('.given') && document.querySelector('.given').textContent.includes('3')`)
		},
		Want: chose(3, "click"),
	},
	{
		Name: "second browser", Does: "answers, then presses another number on another device",
		Act: func(v *Visit) { v.Answer(5) },
		Return: func(v *Visit) {
			v.Stranger()
			v.Open(v.Mail.Score(1))
			v.Until(`document.readyState == 'complete'`)
		},
		Want: chose(5, "click"),
	},
	{
		Name: "two at once", Does: "has the page open on two devices, and answers on both",
		Act: func(v *Visit) {
			v.Open(v.Mail.Score(4))
			other := v.beside()
			defer other.End()
			other.Open(v.Mail.Score(1))
			v.Press(sendButton)
			v.Reads(thanks)
			other.Press(sendButton)
			other.Reads(elsewhere)
			v.fails(other)
		},
		Want: chose(4, "click"),
	},
	{
		Name: "double press", Does: "presses the button twice, as on a desktop",
		Act: func(v *Visit) {
			v.Open(v.Mail.Score(4))
			v.Dwell()
			v.Do(v.twice(sendButton))
			v.Reads(thanks)
		},
		Want: chose(4, "click"),
	},
	{
		Name: "back button", Does: "answers, goes back, and presses once more",
		Act: func(v *Visit) {
			v.Answer(4)
			v.Back()
			v.Until(`document.readyState == 'complete' && (document.querySelector('` + sendButton + `') || document.querySelector('.given'))`)
			v.Dwell()
			v.Run(`document.querySelector('.given') || document.querySelector('` + sendButton + `').focus()`)
			v.Keys(kb.Enter)
			v.Reads(thanks)
		},
		Want: chose(4, "click"),
	},
	{
		Name: "impatient", Does: "presses as soon as the page is there, and again and again until it thanks",
		Act: func(v *Visit) {
			v.Open(v.Mail.Score(4))
			v.hammer(sendButton)
			v.Reads(thanks)
		},
		Want: chose(4, "click"),
	},
	{
		Name: "slow", Does: "leaves the page open for ten minutes before answering",
		Act:    func(v *Visit) { v.Open(v.Mail.Score(4)) },
		Return: func(v *Visit) { v.Press(sendButton); v.Reads(thanks) },
		Want:   chose(4, "click"),
	},
	{
		Name: "at once", Does: "opens the mail the moment it arrives, answers, and confirms it when asked", Soon: true,
		Act:  func(v *Visit) { v.Open(v.Mail.Score(4)); v.Press(sendButton); v.confirms(4, sendButton) },
		Want: chose(4, "click"),
	},
	{
		Name: "without scripts", Does: "sends the plain form, and presses the same number again when asked",
		Act: func(v *Visit) {
			v.Scriptless()
			v.Open(v.Mail.Score(4))
			v.Click(plainButton)
			v.confirms(4, plainButton)
		},
		Want: chose(4, "click"),
	},
	{
		Name: "without scripts, in words", Does: "sends the plain form, and writes a comment when asked to confirm",
		Act: func(v *Visit) {
			v.Scriptless()
			v.Open(v.Mail.Survey())
			v.Click(radio(2))
			v.Click(plainButton)
			v.Reads(again)
			v.Pause(between)
			v.Comment("Nobody called back.")
		},
		Want: chose(2, "page").with("Nobody called back."),
	},
	{
		Name: "without cookies", Does: "takes no cookies, and presses the same number again when asked",
		Act: func(v *Visit) {
			v.Open(v.Mail.Score(4))
			v.Forget()
			v.Press(sendButton)
			v.Reads(again)
			v.Forget()
			v.Pause(between)
			v.Click(radio(4))
			v.Click(sendButton)
			v.Reads(thanks)
		},
		Want: chose(4, "click"),
	},
	{
		Name: "after a machine", Does: "answers after a scanner has posted the form of the mail with another number",
		Act: func(v *Visit) {
			v.Agent = crawler
			v.SubmitAll(v.Get(v.Mail.Score(1)), Filling{})
			v.Stranger()
			v.Agent = Person
			v.Answer(5)
		},
		Want: chose(5, "click"),
	},
	{
		Name: "after its own scanner", Does: "answers what a scanner has rendered and clicked through minutes before",
		Act: func(v *Visit) {
			v.render(v.Mail.Surveys(), clickEverything, 1)
			v.Stranger()
		},
		Return: func(v *Visit) { v.Answer(2) },
		Want:   chose(2, "click"),
	},
}
