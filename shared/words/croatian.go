package words

var croatian = Words{
	Lang: "hr",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Koliko je vjerojatno da biste preporučili tvrtku {brand} prijateljima ili kolegama?",
		Subject: "Biste li preporučili tvrtku {brand}?",
		Low:     "Nimalo vjerojatno",
		High:    "Vrlo vjerojatno",
	},
	CSAT: Question{
		Text:    "Koliko ste zadovoljni svojim nedavnim iskustvom s tvrtkom {brand}?",
		Subject: "Kakvo je bilo vaše iskustvo s tvrtkom {brand}?",
		Agent:   "Koliko ste zadovoljni pomoći koju vam u tvrtki {brand} pruža {agent}?",
		Low:     "Vrlo nezadovoljni",
		High:    "Vrlo zadovoljni",
	},
	CES: Question{
		Text:    "Koliko je bilo lako dobiti ono što vam je trebalo od tvrtke {brand}?",
		Subject: "Koliko je bilo lako s tvrtkom {brand}?",
		Agent:   "Koliko je bilo lako riješiti ono o čemu u tvrtki {brand} brine {agent}?",
		Low:     "Vrlo teško",
		High:    "Vrlo lako",
	},
	Faces:      [5]string{"Vrlo nezadovoljni", "Nezadovoljni", "Ni jedno ni drugo", "Zadovoljni", "Vrlo zadovoljni"},
	Thumbs:     [2]string{"Nije dobro", "Dobro"},
	OwnSubject: "Jedno pitanje od tvrtke {brand}",
	End:        "{score} = {label}",
	Score:      "Ocjena {score}",

	Months: [12]string{"siječnja", "veljače", "ožujka", "travnja", "svibnja", "lipnja", "srpnja", "kolovoza", "rujna", "listopada", "studenoga", "prosinca"},
	Date:   "{day}. {month}",

	Mail: Mail{
		Hello:      "Dobar dan!",
		HelloName:  "Dobar dan, {name}!",
		Preview:    "Samo jedno pitanje. Traje nekoliko sekundi.",
		Press:      "Odaberite broj da biste odgovorili. Traje nekoliko sekundi.",
		PressReply: "Odaberite broj ili jednostavno odgovorite na ovu poruku svojim riječima, navodeći i broj. Ono što napišete stiže tvrtki {brand} kao vaš komentar.",
		Reply:      "Jednostavno odgovorite na ovu poruku brojem od {low} do {high}. Sve ostalo što napišete stiže tvrtki {brand} kao vaš komentar.",
		ReplyFaces: "Jednostavno odgovorite na ovu poruku brojem od {low} do {high} ili jednim od lica u nastavku. Sve ostalo što napišete stiže tvrtki {brand} kao vaš komentar.",
		Or:         "Ili otvorite poveznicu svojeg odgovora:",
		Links:      "Otvorite poveznicu svojeg odgovora:",
		Until:      "Možete odgovoriti do {date}.",
		Why:        "Primate ovu poruku jer ste nedavno bili u kontaktu s tvrtkom {brand}.",
		Stop:       "Bez daljnjih anketa tvrtke {brand}",
		Settings:   "Odaberite koliko često pitamo",

		RemindSubject: "Podsjetnik: {subject}",
		Remind:        "Nedavno smo vam postavili ovo pitanje. Ako želite, tvrtka {brand} i dalje bi rado čula vaš odgovor. Ovo je jedini podsjetnik.",
		Left: Plural{
			One:   "Za odgovor imate još {n} dan.",
			Few:   "Za odgovor imate još {n} dana.",
			Other: "Za odgovor imate još {n} dana.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Hvala na poruci. Tvrtka {brand} primila je vaš komentar, ali nismo sa sigurnošću razumjeli na koji ste broj mislili.",
		BackPress:   "Odaberite onaj pravi. Nećemo vas to ponovno pitati.",

		DoorSubject: "Poveznica koju ste zatražili od tvrtke {brand}",
		Door:        "Na stranici s postavkama ankete tvrtke {brand} netko je zatražio uvid u ono što je spremljeno o ovoj adresi. Ovuda se dolazi do toga.",
		DoorExport:  "Pogledati što je o meni spremljeno",
		DoorForget:  "Zatražiti brisanje",
		DoorHour:    "Ova poveznica vrijedi jedan sat.",
		DoorNotYou:  "Ako to niste bili vi, ne morate ništa učiniti: dok nitko ne upotrijebi poveznicu, ništa se ne događa.",
	},

	Page: Page{
		Send:     "Pošalji",
		Choose:   "Odaberite odgovor, a zatim „Pošalji”.",
		Confirm:  "Potvrdite s „Pošalji” ili najprije odaberite drugi odgovor.",
		Failed:   "Slanje nije uspjelo. Provjerite vezu i pokušajte ponovno.",
		Trap:     "Ostavite ovo polje praznim",
		Thanks:   "Hvala vam.",
		Answer:   "Vaš odgovor:",
		Better:   "Tvrtka {brand} želi biti bolja, a vaš odgovor u tome pomaže.",
		Noted:    "Vaš odgovor pomaže tvrtki {brand} da napreduje.",
		Glad:     "Tvrtki {brand} drago je to čuti.",
		WhyLow:   "Što je pošlo po zlu i što bi tvrtka {brand} trebala činiti bolje?",
		WhyMid:   "Što je moglo biti bolje?",
		WhyHigh:  "Što vam se najviše svidjelo?",
		Optional: "Samo ako želite. Tekst stiže tvrtki {brand} onako kako ga napišete.",
		Quote:    "Tvrtka {brand} smije objaviti ovaj komentar s mojim imenom, bez prezimena.",
		SendWhy:  "Pošalji komentar",
		Heard:    "Tvrtka {brand} primila je vaš komentar.",
		Review:   "Recite drugima o tvrtki {brand} u javnoj recenziji",
		Change:   "Promijeni moj odgovor",
		SendNew:  "Promijeni u",
		Again: Notice{
			Title: "Još jednom, molimo.",
			Text:  "Programi koji provjeravaju poštu ponekad pritišću i gumbe. Odaberite svoj odgovor još jednom kako bi tvrtka {brand} znala da dolazi od vas.",
		},
		AgainWhy: "Ili nam recite riječima, i to se računa:",
		Which: Notice{
			Title: "Na koji ste odgovor mislili?",
			Text:  "Odavde su stigla dva različita odgovora. Napišite tvrtki {brand} u nekoliko riječi koji je vaš i taj će se računati.",
		},
		Answered: Notice{
			Title: "Već ste odgovorili.",
			Text:  "Hvala! Tvrtka {brand} ima vaš odgovor i ništa više nije potrebno.",
		},
		Elsewhere: Notice{
			Title: "Na ovu je anketu već odgovoreno.",
			Text:  "Vrijedi prvi odgovor; može se promijeniti u pregledniku iz kojeg je poslan. Ono što ste upravo poslali stiže tvrtki {brand} kao bilješka.",
		},
		Expired: Notice{
			Title: "Ova je anketa zatvorena.",
			Text:  "Više ne prima odgovore. Hvala što ste tvrtki {brand} htjeli dati svoj.",
		},
		NotFound: Notice{
			Title: "Ova poveznica ne radi.",
			Text:  "Možda se njezin dio izgubio putem. Otvorite je ponovno iz poruke ili je kopirajte cijelu.",
		},
		Trouble: Notice{
			Title: "Nešto je kod nas pošlo po zlu.",
			Text:  "Niste ništa pogriješili. Pokušajte ponovno za nekoliko minuta: poveznica u vašoj poruci i dalje vrijedi.",
		},
		Ask: Notice{
			Title: "Bez daljnjih anketa tvrtke {brand}?",
			Text:  "Na ovoj vas adresi više nećemo pitati. Na ostale poruke tvrtke {brand} to ne utječe.",
		},
		StopIt: "Zaustavi ankete",
		Stopped: Notice{
			Title: "Gotovo.",
			Text:  "Na ovu adresu više nećete dobivati ankete tvrtke {brand}.",
		},
	},

	Peace: Peace{
		Title:  "Koliko vas često tvrtka {brand} smije pitati?",
		Usual:  "Jednako često kao dosad",
		Less:   "Rjeđe: otprilike četiri puta rjeđe",
		Never:  "Nikako",
		Save:   "Spremi",
		Saved:  "Vaš je odabir spremljen.",
		Known:  "Što tvrtka {brand} ovdje zna o vama",
		What:   "Što se dogodilo između vas i tvrtke {brand} (na primjer riješen upit), što smo vas pitali i što ste odgovorili. Kako to nitko drugi ne bi vidio, poveznicu šaljemo na vašu adresu.",
		Export: "Pošaljite mi poveznicu za uvid",
		Forget: "Pošaljite mi poveznicu za brisanje",
		Sent: Notice{
			Title: "Poveznica je na putu.",
			Text:  "Šalje se na adresu na koju je stigla anketa i vrijedi jedan sat. Ako ne stigne, pogledajte u mapu s neželjenom poštom.",
		},
		Over: Notice{
			Title: "Ova je poveznica istekla.",
			Text:  "Vrijedila je jedan sat. Zatražite novu na stranici s postavkama ankete: poveznica na nju nalazi se na kraju svake poruke s anketom.",
		},
		Yours: Notice{
			Title: "Što je o vama spremljeno",
			Text:  "To je sve što tvrtka {brand} ovdje čuva pod ovom adresom.",
		},
		Download: "Preuzmi kao datoteku",
		Sure: Notice{
			Title: "Izbrisati ono što je o vama spremljeno?",
			Text:  "Vaša adresa, ime, odgovori i komentari trajno se brišu. Ostaje samo oznaka koja nikoga ne imenuje, kako vas ne bismo pitali prečesto ili protiv vaše volje.",
		},
		Delete: "Izbriši",
		Forgotten: Notice{
			Title: "Izbrisano je.",
			Text:  "Tvrtka {brand} ovdje više ne čuva ništa što vas imenuje ili ponavlja ono što ste napisali. Sigurnosne kopije nestaju u roku od 35 dana.",
		},
	},
}
