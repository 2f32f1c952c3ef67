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
		Low:     "Very dissatisfied",
		High:    "Very satisfied",
	},
	CES: Question{
		Text:    "How easy was it to get what you needed from {brand}?",
		Subject: "How easy was it with {brand}?",
		Low:     "Very difficult",
		High:    "Very easy",
	},
	OwnSubject: "One question from {brand}",
	End:        "{score} = {label}",
	Score:      "Score {score}",

	Mail: Mail{
		Hello:      "Hello,",
		HelloName:  "Hello {name},",
		Press:      "Press a number to answer. It takes a few seconds.",
		PressReply: "Press a number, or simply reply to this mail with one on the first line. What you write behind it, reaches {brand} as your comment.",
		Reply:      "Simply reply to this mail with a number from {low} to {high} on the first line. What you write behind it, on the same line, reaches {brand} as your comment.",
		Or:         "Or open the link of your number:",
		Links:      "Open the link of your number:",
		Why:        "You receive this mail because you were recently in touch with {brand}.",
		Stop:       "No more surveys from {brand}",
	},

	Page: Page{
		Send:     "Send",
		Choose:   "Choose a number, then press Send.",
		Confirm:  "Press Send to confirm, or choose another number first.",
		Thanks:   "Thank you.",
		Answer:   "Your answer:",
		Why:      "What is the main reason for it?",
		Optional: "Only if you like. It goes to {brand} as you write it.",
		SendWhy:  "Send comment",
		Heard:    "Your comment is with {brand}.",
		Change:   "Change my answer",
		SendNew:  "Change to",
		Answered: Notice{
			Title: "You have answered already.",
			Text:  "Thank you! {brand} has your answer, and there is nothing more to do.",
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
}
