package words

var romanian = Words{
	Lang: "ro",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Cât de probabil este să recomandați {brand} prietenilor sau colegilor?",
		Subject: "Ați recomanda {brand}?",
		Low:     "Deloc probabil",
		High:    "Foarte probabil",
	},
	CSAT: Question{
		Text:    "Cum apreciați experiența recentă cu {brand}?",
		Subject: "Cum a fost experiența cu {brand}?",
		Agent:   "Cum apreciați ajutorul primit de la {agent}, din echipa {brand}?",
		Low:     "Foarte slab",
		High:    "Foarte bine",
	},
	CES: Question{
		Text:    "Cât de ușor a fost să obțineți de la {brand} ce vă trebuia?",
		Subject: "Cât de ușor a fost cu {brand}?",
		Agent:   "Cât de ușor a fost să obțineți ce vă trebuia de la {agent}, din echipa {brand}?",
		Low:     "Foarte dificil",
		High:    "Foarte ușor",
	},
	Faces:      [5]string{"Foarte slab", "Slab", "Așa și așa", "Bine", "Foarte bine"},
	Thumbs:     [2]string{"Nu e bine", "Bine"},
	OwnSubject: "O întrebare de la {brand}",
	End:        "{score} = {label}",
	Score:      "Nota {score}",

	Months: [12]string{"ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie", "octombrie", "noiembrie", "decembrie"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Bună ziua!",
		HelloName:  "Bună ziua, {name}!",
		Preview:    "O singură întrebare. Durează câteva secunde.",
		Press:      "Alegeți un număr pentru a răspunde. Durează câteva secunde.",
		PressReply: "Alegeți un număr sau pur și simplu răspundeți la acest e-mail cu propriile cuvinte, incluzând un număr. Ceea ce scrieți ajunge la {brand} drept comentariul dumneavoastră.",
		Reply:      "Răspundeți pur și simplu la acest e-mail cu un număr de la {low} la {high}. Orice altceva scrieți ajunge la {brand} drept comentariul dumneavoastră.",
		ReplyFaces: "Răspundeți pur și simplu la acest e-mail cu un număr de la {low} la {high} sau cu una dintre fețele de mai jos. Orice altceva scrieți ajunge la {brand} drept comentariul dumneavoastră.",
		Or:         "Sau deschideți linkul răspunsului dumneavoastră:",
		Links:      "Deschideți linkul răspunsului dumneavoastră:",
		Until:      "Puteți răspunde până pe {date}.",
		Why:        "Primiți acest e-mail pentru că ați fost recent în contact cu {brand}.",
		Stop:       "Fără alte chestionare de la {brand}",
		Settings:   "Alegeți cât de des întrebăm",

		RemindSubject: "Reamintire: {subject}",
		Remind:        "V-am adresat recent această întrebare. Dacă doriți, {brand} vă așteaptă în continuare răspunsul. Nu veți mai primi altă reamintire.",
		Left: Plural{
			One:   "Mai puteți răspunde încă o zi.",
			Few:   "Mai puteți răspunde încă {n} zile.",
			Other: "Mai puteți răspunde încă {n} de zile.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Vă mulțumim pentru mesaj. Comentariul a ajuns la {brand}, dar nu ne-a fost clar la ce număr v-ați referit.",
		BackPress:   "Alegeți numărul potrivit. Nu vom reveni cu această întrebare.",

		DoorSubject: "Linkul cerut, de la {brand}",
		Door:        "Pe pagina de setări a unui chestionar de la {brand}, cineva a cerut să vadă ce se păstrează despre această adresă. Puteți ajunge acolo de aici.",
		DoorExport:  "Văd ce se păstrează despre mine",
		DoorForget:  "Cer ștergerea datelor",
		DoorHour:    "Acest link este valabil o oră.",
		DoorNotYou:  "Dacă nu ați fost dumneavoastră, nu trebuie să faceți nimic: cât timp linkul nu este folosit, nu se întâmplă nimic.",
	},

	Page: Page{
		Send:     "Trimite",
		Choose:   "Alegeți un răspuns, apoi „Trimite”.",
		Confirm:  "Confirmați cu „Trimite” sau alegeți mai întâi alt răspuns.",
		Failed:   "Trimiterea nu a reușit. Verificați conexiunea și încercați din nou.",
		Trap:     "Vă rugăm să lăsați acest câmp gol",
		Thanks:   "Vă mulțumim.",
		Answer:   "Răspunsul dumneavoastră:",
		Better:   "{brand} vrea să facă lucrurile mai bine, iar răspunsul dumneavoastră ajută.",
		Noted:    "Răspunsul dumneavoastră ajută {brand} să se îmbunătățească.",
		Glad:     "{brand} se bucură să afle acest lucru.",
		WhyLow:   "Ce nu a mers bine și ce ar trebui să îmbunătățească {brand}?",
		WhyMid:   "Ce ar fi putut fi mai bine?",
		WhyHigh:  "Ce v-a plăcut cel mai mult?",
		Optional: "Doar dacă doriți. Textul ajunge la {brand} exact așa cum îl scrieți.",
		Quote:    "{brand} poate publica acest comentariu cu prenumele meu.",
		SendWhy:  "Trimite comentariul",
		Heard:    "Comentariul dumneavoastră a ajuns la {brand}.",
		Review:   "Povestiți-le altora despre {brand} într-o recenzie publică",
		Change:   "Modific răspunsul",
		SendNew:  "Schimbă în",
		Again: Notice{
			Title: "Încă o dată, vă rugăm.",
			Text:  "Programele care verifică e-mailurile apasă uneori și pe butoane. Alegeți răspunsul încă o dată, pentru ca {brand} să știe că vine de la dumneavoastră.",
		},
		AgainWhy: "Sau spuneți-ne în cuvinte, contează și așa:",
		Which: Notice{
			Title: "La care răspuns v-ați gândit?",
			Text:  "De aici au venit două răspunsuri diferite. Spuneți-i {brand} în câteva cuvinte care este al dumneavoastră; atunci va conta.",
		},
		Answered: Notice{
			Title: "Ați răspuns deja.",
			Text:  "Vă mulțumim! {brand} a primit răspunsul și nu mai este nimic de făcut.",
		},
		Elsewhere: Notice{
			Title: "La acest chestionar s-a răspuns deja.",
			Text:  "Contează primul răspuns; el poate fi modificat în browserul din care a fost trimis. Ce ați trimis acum ajunge la {brand} ca notă.",
		},
		Expired: Notice{
			Title: "Acest chestionar s-a încheiat.",
			Text:  "Nu mai primește răspunsuri. Vă mulțumim că ați vrut să îi răspundeți echipei {brand}.",
		},
		NotFound: Notice{
			Title: "Acest link nu funcționează.",
			Text:  "Poate că o parte s-a pierdut pe drum. Deschideți-l din nou din e-mail sau copiați-l în întregime.",
		},
		Trouble: Notice{
			Title: "Ceva nu a mers bine la noi.",
			Text:  "Nu ați greșit cu nimic. Încercați din nou peste câteva minute: linkul din e-mail rămâne valabil.",
		},
		Ask: Notice{
			Title: "Fără alte chestionare de la {brand}?",
			Text:  "Nu veți mai primi întrebări la această adresă. Celelalte e-mailuri de la {brand} nu sunt afectate.",
		},
		StopIt: "Opresc chestionarele",
		Stopped: Notice{
			Title: "Gata.",
			Text:  "Nu veți mai primi chestionare de la {brand} la această adresă.",
		},
	},

	Peace: Peace{
		Title:  "Cât de des vă poate întreba {brand}?",
		Usual:  "La fel de des ca până acum",
		Less:   "Mai rar: cam o dată din patru",
		Never:  "Deloc",
		Save:   "Salvează",
		Saved:  "Alegerea a fost salvată.",
		Known:  "Ce știe {brand} aici despre dumneavoastră",
		What:   "Ce s-a întâmplat între dumneavoastră și {brand} (de exemplu, o solicitare rezolvată), ce întrebări ați primit și ce ați răspuns. Ca să nu le vadă altcineva, trimitem un link la adresa dumneavoastră.",
		Export: "Trimiteți-mi un link ca să văd datele",
		Forget: "Trimiteți-mi un link ca să șterg datele",
		Sent: Notice{
			Title: "Linkul este pe drum.",
			Text:  "Ajunge la adresa la care a fost trimis chestionarul și este valabil o oră. Dacă nu îl primiți, căutați în dosarul de spam.",
		},
		Over: Notice{
			Title: "Acest link a expirat.",
			Text:  "A fost valabil o oră. Cereți altul pe pagina de setări a unui chestionar: linkul către ea se află la sfârșitul fiecărui e-mail al acestuia.",
		},
		Yours: Notice{
			Title: "Ce se păstrează despre dumneavoastră",
			Text:  "Iată tot ce păstrează {brand} aici pentru această adresă.",
		},
		Download: "Descarcă fișierul",
		Sure: Notice{
			Title: "Ștergeți ce se păstrează despre dumneavoastră?",
			Text:  "Adresa, numele, răspunsurile și comentariile dumneavoastră vor fi șterse definitiv. Rămâne doar un semn care nu numește pe nimeni, ca să nu primiți întrebări prea des sau împotriva voinței dumneavoastră.",
		},
		Delete: "Șterge",
		Forgotten: Notice{
			Title: "Datele au fost șterse.",
			Text:  "{brand} nu mai păstrează aici nimic care să vă numească sau să repete ce ați scris. Copiile de siguranță dispar în cel mult 35 de zile.",
		},
	},
}
