package words

var italian = Words{
	Lang: "it",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Con quale probabilità consiglierebbe {brand} a conoscenti o colleghi?",
		Subject: "Consiglierebbe {brand}?",
		Low:     "Per niente probabile",
		High:    "Estremamente probabile",
	},
	CSAT: Question{
		Text:    "Quanto è soddisfacente la Sua recente esperienza con {brand}?",
		Subject: "Com’è andata con {brand}?",
		Agent:   "Quanto è stato soddisfacente l’aiuto ricevuto da {agent} di {brand}?",
		Low:     "Molto insoddisfacente",
		High:    "Molto soddisfacente",
	},
	CES: Question{
		Text:    "Quanto è stato facile ottenere da {brand} ciò che Le serviva?",
		Subject: "È stato facile con {brand}?",
		Agent:   "Quanto è stato facile ottenere ciò che Le serviva da {agent} di {brand}?",
		Low:     "Molto difficile",
		High:    "Molto facile",
	},
	Faces:      [5]string{"Molto insoddisfacente", "Insoddisfacente", "Neutrale", "Soddisfacente", "Molto soddisfacente"},
	Thumbs:     [2]string{"Non bene", "Bene"},
	OwnSubject: "Una domanda da {brand}",
	End:        "{score} = {label}",
	Score:      "Voto {score}",

	Months: [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Buongiorno,",
		HelloName:  "Buongiorno {name},",
		Preview:    "Una sola domanda. Bastano pochi secondi.",
		Press:      "Scelga un numero per rispondere. Bastano pochi secondi.",
		PressReply: "Scelga un numero, oppure risponda semplicemente a questa e-mail con parole Sue, indicando un numero. Ciò che scrive arriva a {brand} come Suo commento.",
		Reply:      "Risponda semplicemente a questa e-mail con un numero da {low} a {high}. Tutto ciò che aggiunge arriva a {brand} come Suo commento.",
		ReplyFaces: "Risponda semplicemente a questa e-mail con un numero da {low} a {high} o con una delle faccine qui sotto. Tutto ciò che aggiunge arriva a {brand} come Suo commento.",
		Or:         "Oppure apra il link della Sua risposta:",
		Links:      "Apra il link della Sua risposta:",
		Until:      "Ultimo giorno per rispondere: {date}.",
		Why:        "Riceve questa e-mail perché di recente ha avuto un contatto con {brand}.",
		Stop:       "Niente più sondaggi da {brand}",
		Settings:   "Scegliere ogni quanto ricevere domande",

		RemindSubject: "Promemoria: {subject}",
		Remind:        "Di recente Le abbiamo fatto questa domanda. Se Le va, a {brand} farebbe ancora piacere conoscere la Sua risposta. Non riceverà altri promemoria.",
		Left: Plural{
			One:   "Ha ancora un giorno per rispondere.",
			Other: "Ha ancora {n} giorni per rispondere.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Grazie per il Suo messaggio. Il Suo commento è arrivato a {brand}, ma non abbiamo capito con certezza quale numero intendesse.",
		BackPress:   "Scelga quello giusto. Non glielo chiederemo un’altra volta.",

		DoorSubject: "Il link richiesto, da {brand}",
		Door:        "Nella pagina delle preferenze di un sondaggio di {brand} qualcuno ha chiesto quali dati sono conservati su questo indirizzo. Da qui può accedervi.",
		DoorExport:  "Vedere che cosa è conservato su di me",
		DoorForget:  "Far cancellare tutto",
		DoorHour:    "Questo link è valido per un’ora.",
		DoorNotYou:  "Se non è stata una Sua richiesta, non deve fare nulla: finché nessuno usa il link, non succede niente.",
	},

	Page: Page{
		Send:     "Invia",
		Choose:   "Scelga una risposta, poi prema «Invia».",
		Confirm:  "Prema «Invia» per confermare, oppure scelga prima un’altra risposta.",
		Failed:   "L’invio non è riuscito. Controlli la connessione e riprovi.",
		Trap:     "Lasci vuoto questo campo",
		Thanks:   "Grazie.",
		Answer:   "La Sua risposta:",
		Better:   "{brand} vuole fare meglio, e la Sua risposta è di aiuto.",
		Noted:    "La Sua risposta aiuta {brand} a migliorare.",
		Glad:     "A {brand} fa molto piacere.",
		WhyLow:   "Che cosa non ha funzionato, e che cosa dovrebbe migliorare {brand}?",
		WhyMid:   "Che cosa sarebbe potuto andare meglio?",
		WhyHigh:  "Che cosa Le è piaciuto di più?",
		Optional: "Solo se vuole. Arriva a {brand} così come lo scrive.",
		Quote:    "{brand} può pubblicare questo commento con il mio nome di battesimo.",
		SendWhy:  "Invia il commento",
		Heard:    "Il Suo commento è arrivato a {brand}.",
		Review:   "Racconti ad altri di {brand} in una recensione pubblica",
		Change:   "Modifica la mia risposta",
		SendNew:  "Cambia in",
		Again: Notice{
			Title: "Ancora una volta, per favore.",
			Text:  "I programmi che controllano la posta a volte premono anche i pulsanti. Scelga ancora una volta la Sua risposta, così {brand} sa che viene da Lei.",
		},
		AgainWhy: "Oppure ce lo dica a parole, vale lo stesso:",
		Which: Notice{
			Title: "Quale intendeva?",
			Text:  "Da qui sono arrivate due risposte diverse. Scriva a {brand} in poche parole qual è la Sua: così sarà valida.",
		},
		Answered: Notice{
			Title: "Ha già risposto.",
			Text:  "Grazie! {brand} ha ricevuto la Sua risposta e non c’è altro da fare.",
		},
		Elsewhere: Notice{
			Title: "A questo sondaggio è già stata data una risposta.",
			Text:  "Vale la prima risposta, che si può modificare nel browser da cui è stata inviata. Ciò che ha appena inviato arriva a {brand} come nota.",
		},
		Expired: Notice{
			Title: "Questo sondaggio è chiuso.",
			Text:  "Non si accettano più risposte. Grazie per aver voluto dare la Sua a {brand}.",
		},
		NotFound: Notice{
			Title: "Questo link non funziona.",
			Text:  "Forse una parte è andata persa lungo la strada. Lo apra di nuovo dall’e-mail oppure lo copi per intero.",
		},
		Trouble: Notice{
			Title: "Qualcosa è andato storto da parte nostra.",
			Text:  "Non dipende da Lei. Riprovi tra qualche minuto: il link nella Sua e-mail resta valido.",
		},
		Ask: Notice{
			Title: "Niente più sondaggi da {brand}?",
			Text:  "A questo indirizzo non Le faremo più domande. Le altre e-mail di {brand} continueranno ad arrivare.",
		},
		StopIt: "Niente più sondaggi",
		Stopped: Notice{
			Title: "Fatto.",
			Text:  "A questo indirizzo non riceverà più sondaggi da {brand}.",
		},
	},

	Peace: Peace{
		Title:  "Con quale frequenza {brand} può farLe domande?",
		Usual:  "Con la stessa frequenza di adesso",
		Less:   "Meno spesso: circa una volta su quattro",
		Never:  "Mai",
		Save:   "Salva",
		Saved:  "La Sua scelta è stata salvata.",
		Known:  "Che cosa {brand} conserva qui su di Lei",
		What:   "Che cosa c’è stato tra Lei e {brand} (per esempio una richiesta risolta), che cosa Le è stato chiesto e che cosa ha risposto. Perché nessun altro possa vederlo, inviamo un link al Suo indirizzo.",
		Export: "Inviatemi un link per vedere tutto",
		Forget: "Inviatemi un link per cancellare tutto",
		Sent: Notice{
			Title: "Il link è in arrivo.",
			Text:  "È stato inviato all’indirizzo a cui è arrivato il sondaggio e vale un’ora. Se non lo trova, guardi nella cartella della posta indesiderata.",
		},
		Over: Notice{
			Title: "Questo link è scaduto.",
			Text:  "Era valido per un’ora. Ne chieda un altro nella pagina delle preferenze di un sondaggio: il link a quella pagina si trova in fondo a ogni sua e-mail.",
		},
		Yours: Notice{
			Title: "Che cosa è conservato su di Lei",
			Text:  "Questo è tutto ciò che {brand} conserva qui con questo indirizzo.",
		},
		Download: "Scarica come file",
		Sure: Notice{
			Title: "Cancellare ciò che è conservato su di Lei?",
			Text:  "Il Suo indirizzo, il Suo nome, le Sue risposte e i Suoi commenti vengono cancellati per sempre. Resta solo un contrassegno che non nomina nessuno, per non farLe domande troppo spesso o contro la Sua volontà.",
		},
		Delete: "Cancella",
		Forgotten: Notice{
			Title: "Tutto cancellato.",
			Text:  "{brand} non conserva più nulla qui che La nomini o che ripeta ciò che ha scritto. Le copie di sicurezza spariscono entro 35 giorni.",
		},
	},
}
