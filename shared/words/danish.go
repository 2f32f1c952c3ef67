package words

var danish = Words{
	Lang: "da",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Hvor sandsynligt er det, at du vil anbefale {brand} til en ven eller kollega?",
		Subject: "Vil du anbefale {brand}?",
		Low:     "Slet ikke sandsynligt",
		High:    "Meget sandsynligt",
	},
	CSAT: Question{
		Text:    "Hvor tilfreds er du med din seneste oplevelse med {brand}?",
		Subject: "Hvordan var din oplevelse med {brand}?",
		Agent:   "Hvor tilfreds er du med den hjælp, du fik af {agent} hos {brand}?",
		Low:     "Meget utilfreds",
		High:    "Meget tilfreds",
	},
	CES: Question{
		Text:    "Hvor nemt var det at få det, du havde brug for, hos {brand}?",
		Subject: "Hvor nemt gik det hos {brand}?",
		Agent:   "Hvor nemt var det at få det, du havde brug for, af {agent} hos {brand}?",
		Low:     "Meget svært",
		High:    "Meget nemt",
	},
	Faces:      [5]string{"Meget utilfreds", "Utilfreds", "Hverken eller", "Tilfreds", "Meget tilfreds"},
	Thumbs:     [2]string{"Ikke godt", "Godt"},
	OwnSubject: "Et spørgsmål fra {brand}",
	End:        "{score} = {label}",
	Score:      "Bedømmelse {score}",

	Months: [12]string{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"},
	Date:   "{day}. {month}",

	Mail: Mail{
		Hello:      "Hej",
		HelloName:  "Hej {name}",
		Preview:    "Kun ét spørgsmål. Det tager få sekunder.",
		Press:      "Vælg et tal for at svare. Det tager få sekunder.",
		PressReply: "Vælg et tal, eller svar bare på denne mail med dine egne ord og et tal. Det, du skriver, når frem til {brand} som din kommentar.",
		Reply:      "Svar bare på denne mail med et tal fra {low} til {high}. Alt andet, du skriver, når frem til {brand} som din kommentar.",
		ReplyFaces: "Svar bare på denne mail med et tal fra {low} til {high} eller et af ansigterne nedenfor. Alt andet, du skriver, når frem til {brand} som din kommentar.",
		Or:         "Eller åbn linket til dit svar:",
		Links:      "Åbn linket til dit svar:",
		Until:      "Du kan svare til og med den {date}.",
		Why:        "Du får denne mail, fordi du for nylig var i kontakt med {brand}.",
		Stop:       "Ikke flere undersøgelser fra {brand}",
		Settings:   "Vælg, hvor ofte vi spørger",

		RemindSubject: "Påmindelse: {subject}",
		Remind:        "Vi stillede dig spørgsmålet for nylig. Hvis du har lyst, vil {brand} stadig gerne høre dit svar. Dette er den eneste påmindelse.",
		Left: Plural{
			One:   "Du kan svare én dag endnu.",
			Other: "Du kan svare {n} dage endnu.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Tak for din mail. {brand} har fået din kommentar, men vi kunne ikke se helt sikkert, hvilket tal du mente.",
		BackPress:   "Vælg det, du mente. Vi spørger ikke om det igen.",

		DoorSubject: "Linket, du bad om, fra {brand}",
		Door:        "På indstillingssiden for en undersøgelse fra {brand} har nogen bedt om at se, hvad der er gemt om denne adresse. Her er vejen dertil.",
		DoorExport:  "Se, hvad der er gemt om mig",
		DoorForget:  "Få det hele slettet",
		DoorHour:    "Linket virker i én time.",
		DoorNotYou:  "Hvis det ikke var dig, skal du ikke gøre noget: Der sker intet, så længe ingen bruger linket.",
	},

	Page: Page{
		Send:     "Send svar",
		Choose:   "Vælg et svar, og vælg derefter »Send svar«.",
		Confirm:  "Bekræft med »Send svar«, eller vælg først et andet svar.",
		Failed:   "Det kunne ikke sendes. Tjek din forbindelse, og prøv igen.",
		Trap:     "Lad dette felt være tomt",
		Thanks:   "Tak.",
		Answer:   "Dit svar:",
		Better:   "{brand} vil gerne gøre det bedre, og dit svar hjælper.",
		Noted:    "Dit svar hjælper {brand} med at blive bedre.",
		Glad:     "Det er {brand} glad for at høre.",
		WhyLow:   "Hvad gik galt, og hvad burde {brand} gøre bedre?",
		WhyMid:   "Hvad kunne have været bedre?",
		WhyHigh:  "Hvad var du gladest for?",
		Optional: "Kun hvis du har lyst. Det når frem til {brand}, som du skriver det.",
		Quote:    "{brand} må offentliggøre denne kommentar med mit fornavn.",
		SendWhy:  "Send kommentar",
		Heard:    "{brand} har fået din kommentar.",
		Review:   "Fortæl andre om {brand} i en offentlig anmeldelse",
		Change:   "Ret mit svar",
		SendNew:  "Ret til",
		Again: Notice{
			Title: "Én gang til, tak.",
			Text:  "Programmer, der tjekker mails, trykker somme tider også på knapper. Vælg dit svar én gang til, så {brand} ved, at det kommer fra dig.",
		},
		AgainWhy: "Eller fortæl os det med ord, det tæller også:",
		Which: Notice{
			Title: "Hvilket svar mente du?",
			Text:  "Der kom to forskellige svar herfra. Fortæl {brand} med et par ord, hvilket der er dit, så tæller det.",
		},
		Answered: Notice{
			Title: "Du har allerede svaret.",
			Text:  "Tak! {brand} har fået dit svar, og du skal ikke gøre mere.",
		},
		Elsewhere: Notice{
			Title: "Denne undersøgelse er allerede besvaret.",
			Text:  "Det er det første svar, der tæller. Det kan rettes i den browser, det blev givet i. Det, du lige har sendt, når frem til {brand} som en note.",
		},
		Expired: Notice{
			Title: "Undersøgelsen er lukket.",
			Text:  "Den tager ikke imod flere svar. Tak, fordi du ville give {brand} dit.",
		},
		NotFound: Notice{
			Title: "Linket virker ikke.",
			Text:  "En del af det kan være gået tabt undervejs. Åbn det fra mailen igen, eller kopiér det hele.",
		},
		Trouble: Notice{
			Title: "Noget gik galt hos os.",
			Text:  "Det er ikke noget, du har gjort. Prøv igen om et par minutter: Linket i din mail virker stadig.",
		},
		Ask: Notice{
			Title: "Ikke flere undersøgelser fra {brand}?",
			Text:  "Du bliver ikke spurgt igen på denne adresse. Andre mails fra {brand} påvirkes ikke.",
		},
		StopIt: "Stop undersøgelserne",
		Stopped: Notice{
			Title: "Det er gjort.",
			Text:  "Du får ikke flere undersøgelser fra {brand} på denne adresse.",
		},
	},

	Peace: Peace{
		Title:  "Hvor ofte må {brand} spørge dig?",
		Usual:  "Lige så ofte som hidtil",
		Less:   "Sjældnere: cirka en fjerdedel så ofte",
		Never:  "Slet ikke",
		Save:   "Gem",
		Saved:  "Dit valg er gemt.",
		Known:  "Det ved {brand} om dig her",
		What:   "Hvad der er sket mellem dig og {brand} (for eksempel en løst henvendelse), hvad du er blevet spurgt om, og hvad du har svaret. For at ingen andre skal se det, mailer vi et link til din adresse.",
		Export: "Mail mig et link, så jeg kan se det",
		Forget: "Mail mig et link, så jeg kan slette det",
		Sent: Notice{
			Title: "Linket er på vej.",
			Text:  "Det bliver sendt til den adresse, der fik undersøgelsen, og virker i én time. Hvis det ikke kommer, så kig i spammappen.",
		},
		Over: Notice{
			Title: "Linket er udløbet.",
			Text:  "Det virkede i én time. Bed om et nyt på indstillingssiden for en undersøgelse: Linket dertil står nederst i hver af dens mails.",
		},
		Yours: Notice{
			Title: "Det er gemt om dig",
			Text:  "Det her er alt, hvad {brand} har gemt her under denne adresse.",
		},
		Download: "Hent som fil",
		Sure: Notice{
			Title: "Slet det, der er gemt om dig?",
			Text:  "Din adresse, dit navn, dine svar og dine kommentarer bliver slettet for altid. Kun et mærke uden navn bliver tilbage, så du ikke bliver spurgt for ofte eller mod din vilje.",
		},
		Delete: "Slet",
		Forgotten: Notice{
			Title: "Det er slettet.",
			Text:  "{brand} har intet tilbage her, som nævner dig eller gengiver, hvad du skrev. Sikkerhedskopier forsvinder inden for 35 dage.",
		},
	},
}
