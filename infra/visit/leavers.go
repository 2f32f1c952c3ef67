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
