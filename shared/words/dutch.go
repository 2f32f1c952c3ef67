package words

var dutch = Words{
	Lang: "nl",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Hoe waarschijnlijk is het dat u {brand} zou aanbevelen aan vrienden of collega’s?",
		Subject: "Zou u {brand} aanbevelen?",
		Low:     "Zeer onwaarschijnlijk",
		High:    "Zeer waarschijnlijk",
	},
	CSAT: Question{
		Text:    "Hoe tevreden bent u over uw recente ervaring met {brand}?",
		Subject: "Hoe was uw ervaring met {brand}?",
		Agent:   "Hoe tevreden bent u over de hulp die u kreeg van {agent} van {brand}?",
		Low:     "Zeer ontevreden",
		High:    "Zeer tevreden",
	},
	CES: Question{
		Text:    "Hoe makkelijk was het om bij {brand} te krijgen wat u nodig had?",
		Subject: "Hoe makkelijk ging het bij {brand}?",
		Agent:   "Hoe makkelijk was het om via {agent} van {brand} te krijgen wat u nodig had?",
		Low:     "Zeer moeilijk",
		High:    "Zeer makkelijk",
	},
	Faces:      [5]string{"Zeer ontevreden", "Ontevreden", "Neutraal", "Tevreden", "Zeer tevreden"},
	Thumbs:     [2]string{"Niet goed", "Goed"},
	OwnSubject: "Eén vraag van {brand}",
	End:        "{score} = {label}",
	Score:      "Score {score}",

	Months: [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Goedendag,",
		HelloName:  "Beste {name},",
		Preview:    "Eén vraag. Het kost u een paar seconden.",
		Press:      "Kies een cijfer om te antwoorden. Het kost u een paar seconden.",
		PressReply: "Kies een cijfer, of beantwoord deze e-mail gewoon in uw eigen woorden, met een cijfer erin. Wat u schrijft, komt als uw opmerking bij {brand} terecht.",
		Reply:      "Beantwoord deze e-mail gewoon met een cijfer van {low} tot en met {high}. Wat u verder schrijft, komt als uw opmerking bij {brand} terecht.",
		ReplyFaces: "Beantwoord deze e-mail gewoon met een cijfer van {low} tot en met {high} of met een van de gezichtjes hieronder. Wat u verder schrijft, komt als uw opmerking bij {brand} terecht.",
		Or:         "Of open de link van uw antwoord:",
		Links:      "Open de link van uw antwoord:",
		Until:      "U kunt antwoorden tot en met {date}.",
		Why:        "U krijgt deze e-mail omdat u onlangs contact had met {brand}.",
		Stop:       "Geen enquêtes meer van {brand}",
		Settings:   "Kiezen hoe vaak we iets vragen",

		RemindSubject: "Herinnering: {subject}",
		Remind:        "Onlangs stelden we u deze vraag. Als u wilt, hoort {brand} uw antwoord nog steeds graag. Dit is de enige herinnering.",
		Left: Plural{
			One:   "U kunt nog één dag antwoorden.",
			Other: "U kunt nog {n} dagen antwoorden.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Bedankt voor uw bericht. {brand} heeft uw opmerking ontvangen, maar we weten niet zeker welk cijfer u bedoelde.",
		BackPress:   "Kies het cijfer dat u bedoelde. We vragen dit niet nog een keer.",

		DoorSubject: "De link waar u om vroeg, van {brand}",
		Door:        "Op de instellingenpagina van een enquête van {brand} heeft iemand gevraagd wat er over dit adres wordt bewaard. Via deze knoppen komt u daar.",
		DoorExport:  "Bekijken wat er over mij wordt bewaard",
		DoorForget:  "Alles laten wissen",
		DoorHour:    "Deze link werkt één uur.",
		DoorNotYou:  "Was u dit niet? Dan hoeft u niets te doen: zolang niemand de link gebruikt, gebeurt er niets.",
	},

	Page: Page{
		Send:     "Versturen",
		Choose:   "Kies een antwoord en daarna ‘Versturen’.",
		Confirm:  "Bevestig met ‘Versturen’, of kies eerst een ander antwoord.",
		Failed:   "Dit kon niet worden verstuurd. Controleer uw verbinding en probeer het nog een keer.",
		Trap:     "Laat dit veld leeg",
		Thanks:   "Dank u wel.",
		Answer:   "Uw antwoord:",
		Better:   "{brand} wil het beter doen, en uw antwoord helpt daarbij.",
		Noted:    "Uw antwoord helpt {brand} om beter te worden.",
		Glad:     "{brand} is blij dit te horen.",
		WhyLow:   "Wat ging er mis, en wat zou {brand} beter moeten doen?",
		WhyMid:   "Wat had er beter gekund?",
		WhyHigh:  "Wat beviel u het meest?",
		Optional: "Alleen als u wilt. Uw tekst gaat naar {brand} zoals u die schrijft.",
		Quote:    "{brand} mag deze opmerking met mijn voornaam publiceren.",
		SendWhy:  "Opmerking versturen",
		Heard:    "Uw opmerking is bij {brand} aangekomen.",
		Review:   "Vertel anderen over {brand} in een openbare beoordeling",
		Change:   "Mijn antwoord wijzigen",
		SendNew:  "Wijzigen in",
		Again: Notice{
			Title: "Nog één keer, alstublieft.",
			Text:  "Programma’s die e-mail controleren, drukken soms ook op knoppen. Kies uw antwoord nog één keer, zodat {brand} weet dat het van u komt.",
		},
		AgainWhy: "Of vertel het ons in woorden, dat telt ook:",
		Which: Notice{
			Title: "Welk antwoord bedoelde u?",
			Text:  "Er kwamen hiervandaan twee verschillende antwoorden. Laat {brand} in een paar woorden weten welk antwoord van u is; dan telt het.",
		},
		Answered: Notice{
			Title: "U hebt al geantwoord.",
			Text:  "Dank u wel! {brand} heeft uw antwoord ontvangen. U hoeft verder niets te doen.",
		},
		Elsewhere: Notice{
			Title: "Deze enquête is al ingevuld.",
			Text:  "Het eerste antwoord telt; het kan worden gewijzigd in de browser waarin het is gegeven. Wat u net hebt verstuurd, komt als notitie bij {brand} terecht.",
		},
		Expired: Notice{
			Title: "Deze enquête is gesloten.",
			Text:  "U kunt hier niet meer antwoorden. Fijn dat u {brand} uw mening wilde geven.",
		},
		NotFound: Notice{
			Title: "Deze link werkt niet.",
			Text:  "Misschien is er onderweg een stukje verloren gegaan. Open de link nog een keer vanuit de e-mail, of kopieer hem helemaal.",
		},
		Trouble: Notice{
			Title: "Er ging iets mis aan onze kant.",
			Text:  "Het ligt niet aan u. Probeer het over een paar minuten opnieuw: de link in uw e-mail blijft geldig.",
		},
		Ask: Notice{
			Title: "Geen enquêtes meer van {brand}?",
			Text:  "U krijgt op dit adres dan geen vragen meer. Andere e-mail van {brand} blijft gewoon komen.",
		},
		StopIt: "Enquêtes stoppen",
		Stopped: Notice{
			Title: "Geregeld.",
			Text:  "U krijgt op dit adres geen enquêtes meer van {brand}.",
		},
	},

	Peace: Peace{
		Title:  "Hoe vaak mag {brand} u iets vragen?",
		Usual:  "Even vaak als tot nu toe",
		Less:   "Minder: ongeveer een kwart zo vaak",
		Never:  "Helemaal niet",
		Save:   "Opslaan",
		Saved:  "Uw keuze is opgeslagen.",
		Known:  "Wat {brand} hier over u weet",
		What:   "Wat er tussen u en {brand} is gebeurd (zoals een opgeloste vraag), wat we u hebben gevraagd en wat u hebt geantwoord. Zodat niemand anders dit te zien krijgt, sturen we een link naar uw e-mailadres.",
		Export: "Stuur mij een link om het te bekijken",
		Forget: "Stuur mij een link om het te wissen",
		Sent: Notice{
			Title: "De link is onderweg.",
			Text:  "De link gaat naar het adres waar de enquête heen ging en werkt één uur. Komt er niets aan? Kijk dan in de spammap.",
		},
		Over: Notice{
			Title: "Deze link is verlopen.",
			Text:  "De link werkte één uur. Vraag een nieuwe aan op de instellingenpagina van een enquête: de link daarnaartoe staat onderaan elke enquêtemail.",
		},
		Yours: Notice{
			Title: "Wat er over u wordt bewaard",
			Text:  "Dit is alles wat {brand} hier onder dit adres heeft bewaard.",
		},
		Download: "Downloaden als bestand",
		Sure: Notice{
			Title: "Wissen wat er over u wordt bewaard?",
			Text:  "Uw adres, naam, antwoorden en opmerkingen worden definitief gewist. Er blijft alleen een kenmerk over dat niemand noemt, zodat we u niet te vaak of tegen uw wil iets vragen.",
		},
		Delete: "Wissen",
		Forgotten: Notice{
			Title: "Het is gewist.",
			Text:  "{brand} bewaart hier niets meer dat u noemt of herhaalt wat u schreef. Kopieën in back-ups verdwijnen binnen 35 dagen.",
		},
	},
}
