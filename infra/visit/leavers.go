package visit

// Leavers are people who want no more mail.
var Leavers = []Visitor{
	{
		Name: "leaves", Does: "opens the link at the end of the mail, and presses the button",
		Act: func(v *Visit) {
			v.Open(v.Mail.Leave())
			v.Dwell()
			v.Click(`form button, button.live`)
			v.Reads("Done.")
		},
		Want: Outcome{Unsubscribes: true},
	},
	{
		Name: "never", Does: "chooses on the preferences page not to be asked again",
		Act:  func(v *Visit) { v.Prefers("never") },
		Want: Outcome{Unsubscribes: true},
	},
	{
		Name: "never, without cookies", Does: "takes no cookies, and chooses the same again when asked",
		Act: func(v *Visit) {
			v.Open(v.Mail.To("/p/"))
			v.chooses("never", v.Forget, chooseButton)
		},
		Want: Outcome{Unsubscribes: true},
	},
	{
		Name: "never, without scripts", Does: "sends the plain form, and chooses the same again when asked",
		Act: func(v *Visit) {
			v.Scriptless()
			v.Open(v.Mail.To("/p/"))
			v.chooses("never", func() {}, plainChoice)
		},
		Want: Outcome{Unsubscribes: true},
	},
	{
		Name: "leaves without scripts", Does: "does the same in a browser without scripts",
		Act: func(v *Visit) {
			v.Scriptless()
			v.Open(v.Mail.Leave())
			v.Click(`form button, button[form]`)
			v.Reads("Done.")
		},
		Want: Outcome{Unsubscribes: true},
	},
}

// chooses presses how often to be asked, and once more when asked, having done
// something before each press.
func (v *Visit) chooses(often string, before func(), button string) {
	radio := `input[name=often][value=` + often + `]`
	v.Click(radio)
	v.weigh()
	before()
	v.Click(button)
	v.says(v.Say.Page.Again.Title)
	v.Click(radio)
	v.Pause(between)
	before()
	v.Click(button)
	v.Reads(v.Say.Peace.Saved)
}
