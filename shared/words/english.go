package words

var english = Words{
	Lang: "en",
	Dir:  "ltr",

	NPS: Question{
		Text:    "How likely are you to recommend {brand} to a friend or colleague?",
		Subject: "How likely are you to recommend {brand}?",
		Low:     "Not at all likely",
		High:    "Extremely likely",
	},
	CSAT: Question{
		Text:    "How satisfied are you with your recent experience with {brand}?",
		Subject: "How was your experience with {brand}?",
		Agent:   "How satisfied are you with the help you received from {agent} at {brand}?",
		Low:     "Very dissatisfied",
		High:    "Very satisfied",
	},
	CES: Question{
		Text:    "How easy was it to get what you needed from {brand}?",
		Subject: "How easy was it with {brand}?",
		Agent:   "How easy was it to get what you needed from {agent} at {brand}?",
		Low:     "Very difficult",
		High:    "Very easy",
	},
	Faces:      [5]string{"Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"},
	Thumbs:     [2]string{"Not good", "Good"},
	OwnSubject: "One question from {brand}",
	End:        "{score} = {label}",
	Score:      "Score {score}",

	Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	Date:   "{month} {day}",

	Mail: Mail{
		Hello:      "Hello,",
		HelloName:  "Hello {name},",
		Preview:    "One question. It takes a few seconds.",
		Press:      "Press a number to answer. It takes a few seconds.",
		PressReply: "Press a number, or simply reply to this mail in your own words, with a number in them. What you write reaches {brand} as your comment.",
		Reply:      "Simply reply to this mail with a number from {low} to {high}. Whatever else you write reaches {brand} as your comment.",
		ReplyFaces: "Simply reply to this mail with a number from {low} to {high} or one of the faces below. Whatever else you write reaches {brand} as your comment.",
		Or:         "Or open the link of your answer:",
		Links:      "Open the link of your answer:",
		Until:      "You can answer until {date}.",
		Why:        "You receive this mail because you were recently in touch with {brand}.",
		Stop:       "No more surveys from {brand}",
		Settings:   "Choose how often we ask",

		RemindSubject: "Reminder: {subject}",
		Remind:        "We asked you this recently. If you like, {brand} would still be glad of your answer. This is the only reminder.",
		Left: Plural{
			One:   "You can answer for one more day.",
			Other: "You can answer for {n} more days.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Thank you for your reply. {brand} has your comment, but we could not tell for certain which number you meant.",
		BackPress:   "Press the one you meant. We won't ask about this again.",

		DoorSubject: "The link you asked for, from {brand}",
		Door:        "On the settings page of a survey from {brand}, somebody asked for what is stored about this address. Here is the way to it.",
		DoorExport:  "See what is stored about me",
		DoorForget:  "Have it deleted",
		DoorHour:    "This link works for one hour.",
		DoorNotYou:  "If that wasn't you, there is nothing to do: nothing happens until the link is used.",
	},

	Page: Page{
		Send:     "Send",
		Choose:   "Choose an answer, then press Send.",
		Confirm:  "Press Send to confirm, or choose another answer first.",
		Failed:   "That could not be sent. Please check your connection and press once more.",
		Trap:     "Please leave this field empty",
		Thanks:   "Thank you.",
		Answer:   "Your answer:",
		Better:   "{brand} wants to do better, and your answer helps.",
		Noted:    "Your answer helps {brand} to get better.",
		Glad:     "{brand} is glad to hear it.",
		WhyLow:   "What went wrong, and what should {brand} do better?",
		WhyMid:   "What would have made it better?",
		WhyHigh:  "What did you like most?",
		Optional: "Only if you like. It goes to {brand} as you write it.",
		Quote:    "{brand} may publish this comment with my first name.",
		SendWhy:  "Send comment",
		Heard:    "Your comment is with {brand}.",
		Review:   "Tell others about {brand} in a public review",
		Change:   "Change my answer",
		SendNew:  "Change to",
		Again: Notice{
			Title: "One more press, please.",
			Text:  "Programs that check mail sometimes press buttons, too. Press your answer once more, so that {brand} knows it comes from you.",
		},
		AgainWhy: "Or tell us in words; that counts as well:",
		Which: Notice{
			Title: "Which one did you mean?",
			Text:  "Two different answers came from here. Please tell {brand} in a few words which one is yours; then it counts.",
		},
		Answered: Notice{
			Title: "You have answered already.",
			Text:  "Thank you! {brand} has your answer, and there is nothing more to do.",
		},
		Elsewhere: Notice{
			Title: "This survey was answered before.",
			Text:  "The first answer counts; it can be changed in the browser that gave it. What you sent just now reaches {brand} as a note.",
		},
		Expired: Notice{
			Title: "This survey has closed.",
			Text:  "Answers are no longer taken for this one. Thank you for wanting to give yours to {brand}.",
		},
		NotFound: Notice{
			Title: "This link does not work.",
			Text:  "Part of it may have been lost on the way. Please open it from the mail once more, or copy all of it.",
		},
		Trouble: Notice{
			Title: "Something went wrong on our side.",
			Text:  "It is nothing you did. Please try again in a few minutes: the link in your mail stays good.",
		},
		Ask: Notice{
			Title: "No more surveys from {brand}?",
			Text:  "You will not be asked again at this address. Other mail from {brand} is not affected.",
		},
		StopIt: "Stop the surveys",
		Stopped: Notice{
			Title: "Done.",
			Text:  "You will get no more surveys from {brand} at this address.",
		},
	},

	Peace: Peace{
		Title:  "How often may {brand} ask you?",
		Usual:  "As often as until now",
		Less:   "Less: about a quarter as often",
		Never:  "Not at all",
		Save:   "Save",
		Saved:  "Your choice is saved.",
		Known:  "What {brand} knows about you here",
		What:   "What happened between you and {brand} (such as a solved ticket), what you were asked and what you answered. So that nobody else gets to see it, a link to it is mailed to your address.",
		Export: "Mail me a link to see it",
		Forget: "Mail me a link to have it deleted",
		Sent: Notice{
			Title: "The link is on its way.",
			Text:  "It goes to the address that the survey was sent to, and works for one hour. If it doesn't come, look into the spam folder.",
		},
		Over: Notice{
			Title: "The hour of this link is over.",
			Text:  "Ask for another one on the settings page of a survey: the link is at the end of each of its mails.",
		},
		Yours: Notice{
			Title: "What is stored about you",
			Text:  "This is all that {brand} has kept here under this address.",
		},
		Download: "Download as a file",
		Sure: Notice{
			Title: "Delete what is stored about you?",
			Text:  "Your address, name, answers and comments are deleted for good. Only a mark stays that names nobody, so that you are not asked too often or against your will.",
		},
		Delete: "Delete it",
		Forgotten: Notice{
			Title: "It is deleted.",
			Text:  "{brand} keeps nothing here that names you or repeats what you wrote. Copies in backups disappear within 35 days.",
		},
	},
}
