package words

var german = Words{
	Lang: "de",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Wie wahrscheinlich ist es, dass Sie {brand} im Freundes- oder Kollegenkreis weiterempfehlen?",
		Subject: "Würden Sie {brand} weiterempfehlen?",
		Low:     "Überhaupt nicht wahrscheinlich",
		High:    "Äußerst wahrscheinlich",
	},
	CSAT: Question{
		Text:    "Wie zufrieden sind Sie mit Ihrer letzten Erfahrung bei {brand}?",
		Subject: "Wie war es bei {brand}?",
		Agent:   "Wie zufrieden sind Sie mit der Hilfe, die Sie von {agent} bei {brand} bekommen haben?",
		Low:     "Sehr unzufrieden",
		High:    "Sehr zufrieden",
	},
	CES: Question{
		Text:    "Wie einfach war es, Ihr Anliegen bei {brand} zu klären?",
		Subject: "Wie einfach war es bei {brand}?",
		Agent:   "Wie einfach war es, Ihr Anliegen mit {agent} von {brand} zu klären?",
		Low:     "Sehr schwierig",
		High:    "Sehr einfach",
	},
	Faces:      [5]string{"Sehr unzufrieden", "Unzufrieden", "Weder noch", "Zufrieden", "Sehr zufrieden"},
	Thumbs:     [2]string{"Nicht gut", "Gut"},
	OwnSubject: "Eine Frage von {brand}",
	End:        "{score} = {label}",
	Score:      "Bewertung {score}",

	Months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
	Date:   "{day}. {month}",

	Mail: Mail{
		Hello:      "Guten Tag,",
		HelloName:  "Guten Tag {name},",
		Preview:    "Nur eine Frage. Das dauert ein paar Sekunden.",
		Press:      "Wählen Sie einfach eine Zahl aus. Das dauert nur ein paar Sekunden.",
		PressReply: "Wählen Sie eine Zahl aus oder antworten Sie einfach auf diese E-Mail: in Ihren eigenen Worten, mit einer Zahl darin. Was Sie schreiben, geht als Ihr Kommentar an {brand}.",
		Reply:      "Antworten Sie einfach auf diese E-Mail mit einer Zahl von {low} bis {high}. Was Sie sonst noch schreiben, geht als Ihr Kommentar an {brand}.",
		ReplyFaces: "Antworten Sie einfach auf diese E-Mail mit einer Zahl von {low} bis {high} oder mit einem der Gesichter unten. Was Sie sonst noch schreiben, geht als Ihr Kommentar an {brand}.",
		Or:         "Oder öffnen Sie den Link Ihrer Antwort:",
		Links:      "Öffnen Sie den Link Ihrer Antwort:",
		Until:      "Sie können bis zum {date} antworten.",
		Why:        "Sie erhalten diese E-Mail, weil Sie vor Kurzem Kontakt mit {brand} hatten.",
		Stop:       "Keine Umfragen mehr von {brand}",
		Settings:   "Einstellen, wie oft wir fragen",

		RemindSubject: "Erinnerung: {subject}",
		Remind:        "Vor Kurzem haben wir Ihnen diese Frage schon einmal gestellt. Wenn Sie mögen: {brand} freut sich weiterhin über Ihre Antwort. Es bleibt bei dieser einen Erinnerung.",
		Left: Plural{
			One:   "Sie können noch einen Tag lang antworten.",
			Other: "Sie können noch {n} Tage lang antworten.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Vielen Dank für Ihre Nachricht. Ihr Kommentar ist bei {brand} angekommen, nur welche Zahl Sie meinten, war nicht ganz klar.",
		BackPress:   "Wählen Sie bitte die richtige aus. Wir fragen danach nicht noch einmal.",

		DoorSubject: "Ihr angeforderter Link von {brand}",
		Door:        "Auf der Einstellungsseite einer Umfrage von {brand} hat jemand angefragt, was zu dieser Adresse gespeichert ist. Hier geht es dorthin.",
		DoorExport:  "Ansehen, was über mich gespeichert ist",
		DoorForget:  "Alles löschen lassen",
		DoorHour:    "Dieser Link gilt eine Stunde lang.",
		DoorNotYou:  "Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Solange niemand den Link benutzt, passiert nichts.",
	},

	Page: Page{
		Send:     "Senden",
		Choose:   "Wählen Sie eine Antwort aus und dann „Senden“.",
		Confirm:  "Bestätigen Sie mit „Senden“ oder wählen Sie vorher eine andere Antwort aus.",
		Failed:   "Das ließ sich nicht senden. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
		Trap:     "Bitte lassen Sie dieses Feld leer",
		Thanks:   "Vielen Dank.",
		Answer:   "Ihre Antwort:",
		Better:   "{brand} möchte es besser machen, und Ihre Antwort hilft dabei.",
		Noted:    "Ihre Antwort hilft {brand}, noch besser zu werden.",
		Glad:     "{brand} freut sich darüber.",
		WhyLow:   "Was ist schiefgelaufen, und was sollte {brand} besser machen?",
		WhyMid:   "Was hätte besser sein können?",
		WhyHigh:  "Was hat Ihnen am besten gefallen?",
		Optional: "Nur wenn Sie mögen. Ihr Text geht so an {brand}, wie Sie ihn schreiben.",
		Quote:    "{brand} darf diesen Kommentar mit meinem Vornamen veröffentlichen.",
		SendWhy:  "Kommentar senden",
		Heard:    "Ihr Kommentar ist bei {brand} angekommen.",
		Review:   "Anderen in einer öffentlichen Bewertung von {brand} erzählen",
		Change:   "Meine Antwort ändern",
		SendNew:  "Ändern auf",
		Again: Notice{
			Title: "Bitte noch einmal auswählen.",
			Text:  "Programme, die E-Mails prüfen, betätigen manchmal auch Schaltflächen. Wählen Sie Ihre Antwort bitte noch einmal aus, damit {brand} weiß, dass sie von Ihnen kommt.",
		},
		AgainWhy: "Oder sagen Sie es uns in Worten, auch das zählt:",
		Which: Notice{
			Title: "Welche war gemeint?",
			Text:  "Von hier kamen zwei verschiedene Antworten. Bitte schreiben Sie {brand} in wenigen Worten, welche die Ihre ist; dann zählt sie.",
		},
		Answered: Notice{
			Title: "Sie haben schon geantwortet.",
			Text:  "Vielen Dank! Ihre Antwort ist bei {brand} angekommen, mehr ist nicht zu tun.",
		},
		Elsewhere: Notice{
			Title: "Diese Umfrage wurde schon beantwortet.",
			Text:  "Es zählt die erste Antwort. Ändern lässt sie sich in dem Browser, in dem sie gegeben wurde. Was Sie gerade gesendet haben, geht als Hinweis an {brand}.",
		},
		Expired: Notice{
			Title: "Diese Umfrage ist beendet.",
			Text:  "Antworten werden hier nicht mehr angenommen. Danke, dass Sie {brand} Ihre Meinung sagen wollten.",
		},
		NotFound: Notice{
			Title: "Dieser Link funktioniert nicht.",
			Text:  "Vielleicht ist unterwegs ein Teil davon verloren gegangen. Bitte öffnen Sie ihn noch einmal aus der E-Mail oder kopieren Sie ihn vollständig.",
		},
		Trouble: Notice{
			Title: "Bei uns ist etwas schiefgegangen.",
			Text:  "Es liegt nicht an Ihnen. Bitte versuchen Sie es in ein paar Minuten noch einmal: Der Link in Ihrer E-Mail bleibt gültig.",
		},
		Ask: Notice{
			Title: "Keine Umfragen mehr von {brand}?",
			Text:  "Sie werden dann unter dieser Adresse nicht mehr gefragt. Andere E-Mails von {brand} sind davon nicht betroffen.",
		},
		StopIt: "Umfragen abbestellen",
		Stopped: Notice{
			Title: "Erledigt.",
			Text:  "Sie bekommen unter dieser Adresse keine Umfragen mehr von {brand}.",
		},
	},

	Peace: Peace{
		Title:  "Wie oft darf {brand} Sie fragen?",
		Usual:  "So oft wie bisher",
		Less:   "Seltener: etwa ein Viertel so oft",
		Never:  "Gar nicht",
		Save:   "Speichern",
		Saved:  "Ihre Auswahl ist gespeichert.",
		Known:  "Was {brand} hier über Sie weiß",
		What:   "Was zwischen Ihnen und {brand} war (zum Beispiel eine gelöste Anfrage), was Sie gefragt wurden und was Sie geantwortet haben. Damit niemand sonst es zu sehen bekommt, geht ein Link dazu per E-Mail an Ihre Adresse.",
		Export: "Link zum Ansehen zusenden",
		Forget: "Link zum Löschen zusenden",
		Sent: Notice{
			Title: "Der Link ist unterwegs.",
			Text:  "Er geht an die Adresse, an die auch die Umfrage ging, und gilt eine Stunde lang. Falls er nicht ankommt, sehen Sie bitte im Spam-Ordner nach.",
		},
		Over: Notice{
			Title: "Dieser Link ist abgelaufen.",
			Text:  "Er galt eine Stunde lang. Einen neuen bekommen Sie auf der Einstellungsseite einer Umfrage: Der Link dorthin steht am Ende jeder Umfrage-E-Mail.",
		},
		Yours: Notice{
			Title: "Was über Sie gespeichert ist",
			Text:  "Das ist alles, was {brand} hier unter dieser Adresse aufbewahrt.",
		},
		Download: "Als Datei herunterladen",
		Sure: Notice{
			Title: "Alles löschen, was über Sie gespeichert ist?",
			Text:  "Ihre Adresse, Ihr Name, Ihre Antworten und Ihre Kommentare werden endgültig gelöscht. Es bleibt nur ein Vermerk, der niemanden nennt, damit Sie nicht zu oft oder gegen Ihren Willen gefragt werden.",
		},
		Delete: "Löschen",
		Forgotten: Notice{
			Title: "Es ist gelöscht.",
			Text:  "{brand} bewahrt hier nichts mehr auf, was Sie nennt oder wiedergibt, was Sie geschrieben haben. Kopien in Datensicherungen verschwinden innerhalb von 35 Tagen.",
		},
	},
}
