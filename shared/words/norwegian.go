package words

var norwegian = Words{
	Lang: "nb",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Hvor sannsynlig er det at du vil anbefale {brand} til en venn eller kollega?",
		Subject: "Vil du anbefale {brand}?",
		Low:     "Ikke sannsynlig i det hele tatt",
		High:    "Svært sannsynlig",
	},
	CSAT: Question{
		Text:    "Hvor fornøyd er du med den siste opplevelsen du hadde med {brand}?",
		Subject: "Hvordan var opplevelsen med {brand}?",
		Agent:   "Hvor fornøyd er du med hjelpen du fikk av {agent} hos {brand}?",
		Low:     "Svært misfornøyd",
		High:    "Svært fornøyd",
	},
	CES: Question{
		Text:    "Hvor enkelt var det å få det du trengte hos {brand}?",
		Subject: "Hvor enkelt gikk det hos {brand}?",
		Agent:   "Hvor enkelt var det å få det du trengte av {agent} hos {brand}?",
		Low:     "Svært vanskelig",
		High:    "Svært enkelt",
	},
	Faces:      [5]string{"Svært misfornøyd", "Misfornøyd", "Verken eller", "Fornøyd", "Svært fornøyd"},
	Thumbs:     [2]string{"Ikke bra", "Bra"},
	OwnSubject: "Ett spørsmål fra {brand}",
	End:        "{score} = {label}",
	Score:      "Vurdering {score}",

	Months: [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"},
	Date:   "{day}. {month}",

	Mail: Mail{
		Hello:      "Hei!",
		HelloName:  "Hei, {name}!",
		Preview:    "Bare ett spørsmål. Det tar noen få sekunder.",
		Press:      "Velg et tall for å svare. Det tar noen få sekunder.",
		PressReply: "Velg et tall, eller svar på denne e-posten med egne ord og et tall. Det du skriver, når fram til {brand} som kommentaren din.",
		Reply:      "Svar på denne e-posten med et tall fra {low} til {high}. Alt annet du skriver, når fram til {brand} som kommentaren din.",
		ReplyFaces: "Svar på denne e-posten med et tall fra {low} til {high} eller et av ansiktene nedenfor. Alt annet du skriver, når fram til {brand} som kommentaren din.",
		Or:         "Eller åpne lenken til svaret ditt:",
		Links:      "Åpne lenken til svaret ditt:",
		Until:      "Du kan svare til og med {date}.",
		Why:        "Du får denne e-posten fordi du nylig var i kontakt med {brand}.",
		Stop:       "Ikke flere undersøkelser fra {brand}",
		Settings:   "Velg hvor ofte vi spør",

		RemindSubject: "Påminnelse: {subject}",
		Remind:        "Vi stilte deg nylig dette spørsmålet. Hvis du har lyst, vil {brand} fortsatt gjerne ha svaret ditt. Dette er den eneste påminnelsen.",
		Left: Plural{
			One:   "Du kan svare i én dag til.",
			Other: "Du kan svare i {n} dager til.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Takk for e-posten. {brand} har fått kommentaren din, men vi er ikke helt sikre på hvilket tall du mente.",
		BackPress:   "Velg det du mente. Vi spør ikke om dette igjen.",

		DoorSubject: "Lenken du ba om, fra {brand}",
		Door:        "På innstillingssiden for en undersøkelse fra {brand} har noen bedt om å få se hva som er lagret om denne adressen. Her er veien dit.",
		DoorExport:  "Se hva som er lagret om meg",
		DoorForget:  "Få alt slettet",
		DoorHour:    "Lenken virker i én time.",
		DoorNotYou:  "Hvis det ikke var deg, trenger du ikke å gjøre noe: Ingenting skjer så lenge ingen bruker lenken.",
	},

	Page: Page{
		Send:     "Send svar",
		Choose:   "Velg et svar og deretter «Send svar».",
		Confirm:  "Bekreft med «Send svar», eller velg et annet svar først.",
		Failed:   "Det lot seg ikke sende. Sjekk forbindelsen og prøv igjen.",
		Trap:     "La dette feltet stå tomt",
		Thanks:   "Takk.",
		Answer:   "Svaret ditt:",
		Better:   "{brand} vil gjøre det bedre, og svaret ditt hjelper.",
		Noted:    "Svaret ditt hjelper {brand} med å bli bedre.",
		Glad:     "Det er {brand} glad for å høre.",
		WhyLow:   "Hva gikk galt, og hva bør {brand} gjøre bedre?",
		WhyMid:   "Hva kunne ha vært bedre?",
		WhyHigh:  "Hva likte du best?",
		Optional: "Bare hvis du vil. Det når fram til {brand} slik du skriver det.",
		Quote:    "{brand} kan publisere denne kommentaren med fornavnet mitt.",
		SendWhy:  "Send kommentaren",
		Heard:    "{brand} har fått kommentaren din.",
		Review:   "Fortell andre om {brand} i en offentlig anmeldelse",
		Change:   "Endre svaret mitt",
		SendNew:  "Endre til",
		Again: Notice{
			Title: "Én gang til, takk.",
			Text:  "Programmer som sjekker e-post, trykker av og til også på knapper. Velg svaret ditt én gang til, så {brand} vet at det kommer fra deg.",
		},
		AgainWhy: "Eller fortell oss det med ord, det teller også:",
		Which: Notice{
			Title: "Hvilket svar mente du?",
			Text:  "Det kom to forskjellige svar herfra. Fortell {brand} med noen få ord hvilket som er ditt, så teller det.",
		},
		Answered: Notice{
			Title: "Du har allerede svart.",
			Text:  "Tusen takk! {brand} har fått svaret ditt, og du trenger ikke å gjøre noe mer.",
		},
		Elsewhere: Notice{
			Title: "Denne undersøkelsen er allerede besvart.",
			Text:  "Det første svaret teller, og det kan endres i nettleseren det ble gitt i. Det du nettopp sendte, når fram til {brand} som et notat.",
		},
		Expired: Notice{
			Title: "Undersøkelsen er avsluttet.",
			Text:  "Den tar ikke imot flere svar. Takk for at du ville gi {brand} ditt.",
		},
		NotFound: Notice{
			Title: "Lenken virker ikke.",
			Text:  "En del av den kan ha blitt borte på veien. Åpne den fra e-posten igjen, eller kopier hele lenken.",
		},
		Trouble: Notice{
			Title: "Noe gikk galt hos oss.",
			Text:  "Det er ikke noe du har gjort. Prøv igjen om noen minutter: Lenken i e-posten din er fortsatt gyldig.",
		},
		Ask: Notice{
			Title: "Ikke flere undersøkelser fra {brand}?",
			Text:  "Du blir ikke spurt igjen på denne adressen. Annen e-post fra {brand} blir ikke berørt.",
		},
		StopIt: "Stopp undersøkelsene",
		Stopped: Notice{
			Title: "Det er gjort.",
			Text:  "Du får ikke flere undersøkelser fra {brand} på denne adressen.",
		},
	},

	Peace: Peace{
		Title:  "Hvor ofte kan {brand} spørre deg?",
		Usual:  "Like ofte som før",
		Less:   "Sjeldnere: omtrent en fjerdedel så ofte",
		Never:  "Ikke i det hele tatt",
		Save:   "Lagre",
		Saved:  "Valget ditt er lagret.",
		Known:  "Hva {brand} vet om deg her",
		What:   "Hva som har skjedd mellom deg og {brand} (for eksempel en løst henvendelse), hva du er blitt spurt om, og hva du har svart. For at ingen andre skal få se det, sender vi en lenke til e-postadressen din.",
		Export: "Send meg en lenke for å se det",
		Forget: "Send meg en lenke for å slette det",
		Sent: Notice{
			Title: "Lenken er på vei.",
			Text:  "Den sendes til adressen som fikk undersøkelsen, og virker i én time. Hvis den ikke kommer fram, kan du se i søppelposten.",
		},
		Over: Notice{
			Title: "Lenken er utløpt.",
			Text:  "Den virket i én time. Be om en ny på innstillingssiden for en undersøkelse: Lenken dit står nederst i hver e-post om den.",
		},
		Yours: Notice{
			Title: "Dette er lagret om deg",
			Text:  "Dette er alt {brand} har lagret her under denne adressen.",
		},
		Download: "Last ned som fil",
		Sure: Notice{
			Title: "Slette det som er lagret om deg?",
			Text:  "Adressen, navnet, svarene og kommentarene dine blir slettet for godt. Det eneste som blir igjen, er et merke uten navn, så du ikke blir spurt for ofte eller mot din vilje.",
		},
		Delete: "Slett",
		Forgotten: Notice{
			Title: "Det er slettet.",
			Text:  "{brand} har ingenting igjen her som nevner deg eller gjengir det du skrev. Sikkerhetskopier forsvinner innen 35 dager.",
		},
	},
}
