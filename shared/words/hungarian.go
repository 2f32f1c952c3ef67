package words

var hungarian = Words{
	Lang: "hu",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Mennyire valószínű, hogy ajánlana minket ({brand}) egy barátjának vagy kollégájának?",
		Subject: "{brand}: ajánlana minket másoknak?",
		Low:     "Egyáltalán nem valószínű",
		High:    "Nagyon valószínű",
	},
	CSAT: Question{
		Text:    "Mennyire elégedett a velünk ({brand}) szerzett legutóbbi tapasztalatával?",
		Subject: "{brand}: milyen tapasztalatokat szerzett nálunk?",
		Agent:   "Mennyire elégedett a munkatársunktól ({agent}, {brand}) kapott segítséggel?",
		Low:     "Nagyon elégedetlen",
		High:    "Nagyon elégedett",
	},
	CES: Question{
		Text:    "Mennyire volt könnyű elintéznie nálunk ({brand}), amire szüksége volt?",
		Subject: "{brand}: mennyire ment könnyen az ügyintézés?",
		Agent:   "Mennyire volt könnyű munkatársunkkal ({agent}, {brand}) elintéznie, amire szüksége volt?",
		Low:     "Nagyon nehéz",
		High:    "Nagyon könnyű",
	},
	Faces:      [5]string{"Nagyon elégedetlen", "Elégedetlen", "Semleges", "Elégedett", "Nagyon elégedett"},
	Thumbs:     [2]string{"Nem jó", "Jó"},
	OwnSubject: "{brand}: egyetlen kérdés Önhöz",
	End:        "{score} = {label}",
	Score:      "Értékelés: {score}",

	Months: [12]string{"január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október", "november", "december"},
	Date:   "{month} {day}.",

	Mail: Mail{
		Hello:      "Kedves Ügyfelünk!",
		HelloName:  "Kedves {name}!",
		Preview:    "Egyetlen kérdés. Csak néhány másodperc.",
		Press:      "A válaszhoz válasszon egy számot. Csak néhány másodperc.",
		PressReply: "Válasszon egy számot, vagy egyszerűen válaszoljon erre a levélre a saját szavaival úgy, hogy szám is legyen benne. Amit ír, megjegyzésként jut el hozzánk.",
		Reply:      "Egyszerűen válaszoljon erre a levélre egy számmal ({low}–{high}). Amit ezenkívül ír, megjegyzésként jut el hozzánk.",
		ReplyFaces: "Egyszerűen válaszoljon erre a levélre egy számmal ({low}–{high}) vagy az alábbi arcok egyikével. Amit ezenkívül ír, megjegyzésként jut el hozzánk.",
		Or:         "Vagy nyissa meg a válaszához tartozó linket:",
		Links:      "Nyissa meg a válaszához tartozó linket:",
		Until:      "A válaszadás utolsó napja: {date}",
		Why:        "Azért kapta ezt a levelet, mert nemrég kapcsolatban állt velünk ({brand}).",
		Stop:       "Nem kérek több felmérést ({brand})",
		Settings:   "Megadom, milyen gyakran kérdezzenek",

		RemindSubject: "Emlékeztető: {subject}",
		Remind:        "Nemrég már feltettük Önnek ezt a kérdést. Ha van kedve, továbbra is szívesen fogadjuk a válaszát. Több emlékeztetőt nem küldünk.",
		Left: Plural{
			One:   "Még egy napig válaszolhat.",
			Other: "Még {n} napig válaszolhat.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Köszönjük a levelét. A megjegyzése megérkezett hozzánk, de nem volt egyértelmű, melyik számra gondolt.",
		BackPress:   "Kérjük, válassza ki a megfelelőt. Erre többet nem kérdezünk rá.",

		DoorSubject: "{brand}: a kért link",
		Door:        "Egyik felmérésünk ({brand}) beállítási oldalán valaki lekérte, mit tárolunk erről a címről. Itt érheti el.",
		DoorExport:  "Megnézem, mit tárolnak rólam",
		DoorForget:  "Töröltetem",
		DoorHour:    "Ez a link egy óráig működik.",
		DoorNotYou:  "Ha nem Ön volt, nincs teendője: amíg a linket senki sem használja, nem történik semmi.",
	},

	Page: Page{
		Send:     "Küldés",
		Choose:   "Jelölje meg a válaszát, majd nyomja meg a „Küldés” gombot.",
		Confirm:  "Erősítse meg a „Küldés” gombbal, vagy előbb jelöljön meg másik választ.",
		Failed:   "Nem sikerült elküldeni. Kérjük, ellenőrizze a kapcsolatot, és próbálja újra.",
		Trap:     "Kérjük, hagyja üresen ezt a mezőt",
		Thanks:   "Köszönjük.",
		Answer:   "Az Ön válasza:",
		Better:   "Szeretnénk jobban csinálni, és az Ön válasza segít ebben.",
		Noted:    "Az Ön válasza segít, hogy jobbak legyünk.",
		Glad:     "Nagyon örülünk neki!",
		WhyLow:   "Mi nem sikerült jól, és mit csináljunk jobban?",
		WhyMid:   "Mi lehetett volna jobb?",
		WhyHigh:  "Mi tetszett a legjobban?",
		Optional: "Csak ha szeretné. Pontosan úgy kapjuk meg, ahogyan leírja.",
		Quote:    "Hozzájárulok, hogy ezt a megjegyzést a keresztnevemmel együtt közzétegyék ({brand}).",
		SendWhy:  "Megjegyzés küldése",
		Heard:    "A megjegyzése megérkezett hozzánk.",
		Review:   "Meséljen rólunk ({brand}) másoknak egy nyilvános értékelésben",
		Change:   "Módosítom a válaszomat",
		SendNew:  "Módosítás erre:",
		Again: Notice{
			Title: "Kérjük, még egyszer.",
			Text:  "A leveleket ellenőrző programok néha gombokat is megnyomnak. Jelölje meg még egyszer a válaszát, hogy biztosan tudjuk: Öntől jött.",
		},
		AgainWhy: "Vagy írja le saját szavaival, az is számít:",
		Which: Notice{
			Title: "Melyikre gondolt?",
			Text:  "Innen két különböző válasz érkezett. Kérjük, írja meg néhány szóban, melyik az Öné; akkor az számít.",
		},
		Answered: Notice{
			Title: "Ön már válaszolt.",
			Text:  "Köszönjük! A válasza megérkezett hozzánk, nincs több teendője.",
		},
		Elsewhere: Notice{
			Title: "Erre a felmérésre már válaszoltak.",
			Text:  "Az első válasz számít; abban a böngészőben módosítható, amelyikből érkezett. Amit most küldött, jegyzetként jut el hozzánk.",
		},
		Expired: Notice{
			Title: "Ez a felmérés lezárult.",
			Text:  "Már nem fogad több választ. Köszönjük, hogy elmondta volna nekünk a véleményét.",
		},
		NotFound: Notice{
			Title: "Ez a link nem működik.",
			Text:  "Lehet, hogy egy része útközben elveszett. Kérjük, nyissa meg újra a levélből, vagy másolja ki az egészet.",
		},
		Trouble: Notice{
			Title: "Nálunk történt valami hiba.",
			Text:  "Nem az Ön hibája. Kérjük, próbálja újra néhány perc múlva: a levelében lévő link továbbra is érvényes.",
		},
		Ask: Notice{
			Title: "{brand}: nem kér több felmérést?",
			Text:  "Ezen a címen nem kérdezzük többet. A többi levelünket ez nem érinti.",
		},
		StopIt: "Nem kérek több felmérést",
		Stopped: Notice{
			Title: "Kész.",
			Text:  "Erre a címre nem küldünk több felmérést ({brand}).",
		},
	},

	Peace: Peace{
		Title:  "{brand}: milyen gyakran kérdezhetjük Önt?",
		Usual:  "Olyan gyakran, mint eddig",
		Less:   "Ritkábban: nagyjából negyedannyiszor",
		Never:  "Egyáltalán ne",
		Save:   "Mentés",
		Saved:  "A választását elmentettük.",
		Known:  "Amit itt Önről tudunk ({brand})",
		What:   "Ami Ön és cégünk között történt (például egy megoldott ügy), amit kérdeztünk, és amit Ön válaszolt. Hogy más ne láthassa, a hozzá vezető linket az Ön címére küldjük.",
		Export: "Kérek egy linket a megtekintéshez",
		Forget: "Kérek egy linket a törléshez",
		Sent: Notice{
			Title: "A link úton van.",
			Text:  "Arra a címre küldjük, amelyikre a felmérés ment, és egy óráig működik. Ha nem érkezik meg, nézze meg a levélszemét mappában.",
		},
		Over: Notice{
			Title: "Ez a link már lejárt.",
			Text:  "Egy óráig működött. Kérjen újat egy felmérés beállítási oldalán: az oda vezető link minden felméréshez küldött levelünk végén megtalálható.",
		},
		Yours: Notice{
			Title: "Amit Önről tárolunk",
			Text:  "Ez minden, amit ehhez a címhez itt őrzünk ({brand}).",
		},
		Download: "Letöltés fájlként",
		Sure: Notice{
			Title: "Törli, amit Önről tárolunk?",
			Text:  "A címét, a nevét, a válaszait és a megjegyzéseit véglegesen töröljük. Csak egy jelölés marad, amely senkit sem nevez meg, hogy ne kérdezzük túl gyakran vagy akarata ellenére.",
		},
		Delete: "Törlés",
		Forgotten: Notice{
			Title: "Töröltük.",
			Text:  "Itt már semmit sem őrzünk, ami megnevezné Önt, vagy megismételné, amit írt. A biztonsági mentések másolatai 35 napon belül eltűnnek.",
		},
	},
}
