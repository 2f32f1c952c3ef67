package words

var czech = Words{
	Lang: "cs",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Jak pravděpodobné je, že byste doporučili firmu {brand} přátelům nebo kolegům?",
		Subject: "Doporučili byste firmu {brand}?",
		Low:     "Zcela nepravděpodobné",
		High:    "Velmi pravděpodobné",
	},
	CSAT: Question{
		Text:    "Jak jste spokojeni se svou poslední zkušeností s firmou {brand}?",
		Subject: "Jaká byla vaše zkušenost s firmou {brand}?",
		Agent:   "Jak jste spokojeni s pomocí, kterou vám ve firmě {brand} poskytuje {agent}?",
		Low:     "Velmi nespokojeni",
		High:    "Velmi spokojeni",
	},
	CES: Question{
		Text:    "Jak snadné bylo vyřídit, co jste od firmy {brand} potřebovali?",
		Subject: "Jak snadné to bylo s firmou {brand}?",
		Agent:   "Jak snadné bylo vyřídit vaši záležitost, kterou má ve firmě {brand} na starosti {agent}?",
		Low:     "Velmi obtížné",
		High:    "Velmi snadné",
	},
	Faces:      [5]string{"Velmi nespokojeni", "Nespokojeni", "Ani tak, ani tak", "Spokojeni", "Velmi spokojeni"},
	Thumbs:     [2]string{"Špatné", "Dobré"},
	OwnSubject: "Jedna otázka od firmy {brand}",
	End:        "{score} = {label}",
	Score:      "Hodnocení {score}",

	Months: [12]string{"ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu", "prosince"},
	Date:   "{day}. {month}",

	Mail: Mail{
		Hello:      "Dobrý den,",
		HelloName:  "Dobrý den, {name},",
		Preview:    "Jen jedna otázka. Zabere pár vteřin.",
		Press:      "Odpovězte výběrem čísla. Zabere to pár vteřin.",
		PressReply: "Vyberte číslo, nebo na tento e-mail jednoduše odpovězte vlastními slovy a uveďte v nich číslo. Co napíšete, dostane firma {brand} jako váš komentář.",
		Reply:      "Na tento e-mail jednoduše odpovězte číslem od {low} do {high}. Vše ostatní, co napíšete, dostane firma {brand} jako váš komentář.",
		ReplyFaces: "Na tento e-mail jednoduše odpovězte číslem od {low} do {high} nebo jedním z obličejů níže. Vše ostatní, co napíšete, dostane firma {brand} jako váš komentář.",
		Or:         "Nebo otevřete odkaz se svou odpovědí:",
		Links:      "Otevřete odkaz se svou odpovědí:",
		Until:      "Odpovědět můžete do {date}.",
		Why:        "Tento e-mail jste dostali, protože jste nedávno byli v kontaktu s firmou {brand}.",
		Stop:       "Už žádné dotazníky od firmy {brand}",
		Settings:   "Zvolit, jak často se ptáme",

		RemindSubject: "Připomínka: {subject}",
		Remind:        "Nedávno jsme vám tuto otázku položili. Budete-li chtít, firma {brand} vaši odpověď stále ráda uvítá. Další připomínku už nepošleme.",
		Left: Plural{
			One:   "Na odpověď vám zbývá ještě jeden den.",
			Few:   "Na odpověď vám zbývají ještě {n} dny.",
			Other: "Na odpověď vám zbývá ještě {n} dní.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Děkujeme za vaši zprávu. Váš komentář firma {brand} dostala, jen si nejsme jisti, které číslo jste měli na mysli.",
		BackPress:   "Vyberte to správné. Znovu už se na to ptát nebudeme.",

		DoorSubject: "Odkaz, o který jste požádali, od firmy {brand}",
		Door:        "Na stránce nastavení dotazníku od firmy {brand} se někdo zeptal, co je o této adrese uloženo. Tudy se k tomu dostanete.",
		DoorExport:  "Zobrazit, co je o mně uloženo",
		DoorForget:  "Nechat vše smazat",
		DoorHour:    "Tento odkaz platí jednu hodinu.",
		DoorNotYou:  "Pokud jste to nebyli vy, nemusíte nic dělat: dokud odkaz nikdo nepoužije, nic se nestane.",
	},

	Page: Page{
		Send:     "Odeslat",
		Choose:   "Vyberte odpověď a pak „Odeslat“.",
		Confirm:  "Potvrďte tlačítkem „Odeslat“, nebo nejdřív vyberte jinou odpověď.",
		Failed:   "Odeslání se nezdařilo. Zkontrolujte prosím připojení a zkuste to znovu.",
		Trap:     "Toto pole prosím nechte prázdné",
		Thanks:   "Děkujeme.",
		Answer:   "Vaše odpověď:",
		Better:   "Firma {brand} to chce dělat lépe a vaše odpověď v tom pomáhá.",
		Noted:    "Vaše odpověď pomáhá firmě {brand} se zlepšovat.",
		Glad:     "Firma {brand} má velkou radost.",
		WhyLow:   "Co se nepovedlo a co by měla firma {brand} dělat lépe?",
		WhyMid:   "Co mohlo být lepší?",
		WhyHigh:  "Co se vám líbilo nejvíc?",
		Optional: "Jen pokud chcete. Firma {brand} text dostane tak, jak ho napíšete.",
		Quote:    "Firma {brand} smí tento komentář zveřejnit s mým křestním jménem.",
		SendWhy:  "Odeslat komentář",
		Heard:    "Firma {brand} váš komentář dostala.",
		Review:   "Řekněte o firmě {brand} ostatním ve veřejné recenzi",
		Change:   "Změnit mou odpověď",
		SendNew:  "Změnit na",
		Again: Notice{
			Title: "Prosíme ještě jednou.",
			Text:  "Programy, které kontrolují poštu, občas také mačkají tlačítka. Vyberte svou odpověď ještě jednou, ať firma {brand} ví, že je od vás.",
		},
		AgainWhy: "Nebo nám to řekněte slovy, i to se počítá:",
		Which: Notice{
			Title: "Kterou odpověď jste měli na mysli?",
			Text:  "Odsud přišly dvě různé odpovědi. Napište firmě {brand} několika slovy, která je vaše, a bude se počítat.",
		},
		Answered: Notice{
			Title: "Už jste odpověděli.",
			Text:  "Děkujeme! Firma {brand} vaši odpověď má a nic dalšího není potřeba.",
		},
		Elsewhere: Notice{
			Title: "Na tento dotazník už někdo odpověděl.",
			Text:  "Platí první odpověď; změnit ji lze v prohlížeči, ze kterého přišla. Co jste právě odeslali, dostane firma {brand} jako poznámku.",
		},
		Expired: Notice{
			Title: "Tento dotazník je uzavřen.",
			Text:  "Další odpovědi už nepřijímá. Děkujeme, že jste chtěli dát firmě {brand} tu svou.",
		},
		NotFound: Notice{
			Title: "Tento odkaz nefunguje.",
			Text:  "Možná se jeho část cestou ztratila. Otevřete ho prosím znovu z e-mailu, nebo ho zkopírujte celý.",
		},
		Trouble: Notice{
			Title: "Něco se u nás pokazilo.",
			Text:  "Vy za to nemůžete. Zkuste to prosím znovu za pár minut: odkaz ve vašem e-mailu platí dál.",
		},
		Ask: Notice{
			Title: "Už žádné dotazníky od firmy {brand}?",
			Text:  "Na této adrese se vás už nebudeme ptát. Ostatních e-mailů od firmy {brand} se to netýká.",
		},
		StopIt: "Zrušit dotazníky",
		Stopped: Notice{
			Title: "Hotovo.",
			Text:  "Na tuto adresu už od firmy {brand} žádné dotazníky nedostanete.",
		},
	},

	Peace: Peace{
		Title:  "Jak často se vás smí firma {brand} ptát?",
		Usual:  "Stejně často jako dosud",
		Less:   "Méně často: asi čtyřikrát méně",
		Never:  "Vůbec",
		Save:   "Uložit",
		Saved:  "Vaše volba je uložena.",
		Known:  "Co tady o vás firma {brand} ví",
		What:   "Co mezi vámi a firmou {brand} proběhlo (třeba vyřešený požadavek), na co jsme se ptali a co jste odpověděli. Aby to neviděl nikdo jiný, pošleme odkaz na vaši adresu.",
		Export: "Poslat mi odkaz k zobrazení",
		Forget: "Poslat mi odkaz ke smazání",
		Sent: Notice{
			Title: "Odkaz je na cestě.",
			Text:  "Přijde na adresu, na kterou přišel dotazník, a platí jednu hodinu. Pokud nedorazí, podívejte se do složky se spamem.",
		},
		Over: Notice{
			Title: "Platnost tohoto odkazu vypršela.",
			Text:  "Platil jednu hodinu. O nový si řekněte na stránce nastavení dotazníku: odkaz na ni je na konci každého jeho e-mailu.",
		},
		Yours: Notice{
			Title: "Co je o vás uloženo",
			Text:  "To je vše, co tu firma {brand} pod touto adresou uchovává.",
		},
		Download: "Stáhnout jako soubor",
		Sure: Notice{
			Title: "Smazat, co je o vás uloženo?",
			Text:  "Vaše adresa, jméno, odpovědi a komentáře budou natrvalo smazány. Zůstane jen značka, která nikoho nejmenuje, abychom se vás neptali příliš často nebo proti vaší vůli.",
		},
		Delete: "Smazat",
		Forgotten: Notice{
			Title: "Je to smazáno.",
			Text:  "Firma {brand} tu už neuchovává nic, co vás jmenuje nebo opakuje, co jste napsali. Kopie v zálohách zmizí do 35 dnů.",
		},
	},
}
