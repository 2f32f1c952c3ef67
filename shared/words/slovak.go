package words

var slovak = Words{
	Lang: "sk",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Ako pravdepodobné je, že by ste odporučili firmu {brand} priateľom alebo kolegom?",
		Subject: "Odporučili by ste firmu {brand}?",
		Low:     "Úplne nepravdepodobné",
		High:    "Veľmi pravdepodobné",
	},
	CSAT: Question{
		Text:    "Ako ste spokojní so svojou poslednou skúsenosťou s firmou {brand}?",
		Subject: "Aká bola vaša skúsenosť s firmou {brand}?",
		Agent:   "Ako ste spokojní s pomocou, ktorú vám vo firme {brand} poskytuje {agent}?",
		Low:     "Veľmi nespokojní",
		High:    "Veľmi spokojní",
	},
	CES: Question{
		Text:    "Aké ľahké bolo vybaviť, čo ste od firmy {brand} potrebovali?",
		Subject: "Aké ľahké to bolo s firmou {brand}?",
		Agent:   "Aké ľahké bolo vybaviť vašu záležitosť, ktorú má vo firme {brand} na starosti {agent}?",
		Low:     "Veľmi ťažké",
		High:    "Veľmi ľahké",
	},
	Faces:      [5]string{"Veľmi nespokojní", "Nespokojní", "Ani tak, ani tak", "Spokojní", "Veľmi spokojní"},
	Thumbs:     [2]string{"Zlé", "Dobré"},
	OwnSubject: "Jedna otázka od firmy {brand}",
	End:        "{score} = {label}",
	Score:      "Hodnotenie {score}",

	Months: [12]string{"januára", "februára", "marca", "apríla", "mája", "júna", "júla", "augusta", "septembra", "októbra", "novembra", "decembra"},
	Date:   "{day}. {month}",

	Mail: Mail{
		Hello:      "Dobrý deň,",
		HelloName:  "Dobrý deň, {name},",
		Preview:    "Len jedna otázka. Zaberie pár sekúnd.",
		Press:      "Odpovedzte výberom čísla. Zaberie to pár sekúnd.",
		PressReply: "Vyberte číslo alebo na tento e-mail jednoducho odpovedzte vlastnými slovami a uveďte v nich číslo. Čo napíšete, dostane firma {brand} ako váš komentár.",
		Reply:      "Na tento e-mail jednoducho odpovedzte číslom od {low} do {high}. Všetko ostatné, čo napíšete, dostane firma {brand} ako váš komentár.",
		ReplyFaces: "Na tento e-mail jednoducho odpovedzte číslom od {low} do {high} alebo jednou z tvárí nižšie. Všetko ostatné, čo napíšete, dostane firma {brand} ako váš komentár.",
		Or:         "Alebo otvorte odkaz so svojou odpoveďou:",
		Links:      "Otvorte odkaz so svojou odpoveďou:",
		Until:      "Odpovedať môžete do {date}.",
		Why:        "Tento e-mail ste dostali, pretože ste boli nedávno v kontakte s firmou {brand}.",
		Stop:       "Už žiadne dotazníky od firmy {brand}",
		Settings:   "Zvoliť, ako často sa pýtame",

		RemindSubject: "Pripomienka: {subject}",
		Remind:        "Nedávno sme vám túto otázku položili. Ak budete chcieť, firma {brand} vašu odpoveď stále rada privíta. Ďalšiu pripomienku už nepošleme.",
		Left: Plural{
			One:   "Na odpoveď vám zostáva ešte jeden deň.",
			Few:   "Na odpoveď vám zostávajú ešte {n} dni.",
			Other: "Na odpoveď vám zostáva ešte {n} dní.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Ďakujeme za vašu správu. Firma {brand} váš komentár dostala, len si nie sme istí, ktoré číslo ste mali na mysli.",
		BackPress:   "Vyberte to správne. Znova sa na to už pýtať nebudeme.",

		DoorSubject: "Odkaz, o ktorý ste požiadali, od firmy {brand}",
		Door:        "Na stránke nastavení dotazníka od firmy {brand} sa niekto spýtal, čo je o tejto adrese uložené. Tadiaľto sa k tomu dostanete.",
		DoorExport:  "Zobraziť, čo je o mne uložené",
		DoorForget:  "Dať všetko vymazať",
		DoorHour:    "Tento odkaz platí jednu hodinu.",
		DoorNotYou:  "Ak ste to neboli vy, nemusíte nič robiť: kým odkaz nikto nepoužije, nič sa nestane.",
	},

	Page: Page{
		Send:     "Odoslať",
		Choose:   "Vyberte odpoveď a potom „Odoslať“.",
		Confirm:  "Potvrďte tlačidlom „Odoslať“ alebo najprv vyberte inú odpoveď.",
		Failed:   "Odoslanie sa nepodarilo. Skontrolujte, prosím, pripojenie a skúste to znova.",
		Trap:     "Toto pole nechajte, prosím, prázdne",
		Thanks:   "Ďakujeme.",
		Answer:   "Vaša odpoveď:",
		Better:   "Firma {brand} to chce robiť lepšie a vaša odpoveď v tom pomáha.",
		Noted:    "Vaša odpoveď pomáha firme {brand} zlepšovať sa.",
		Glad:     "Firma {brand} má veľkú radosť.",
		WhyLow:   "Čo sa nepodarilo a čo by mala firma {brand} robiť lepšie?",
		WhyMid:   "Čo mohlo byť lepšie?",
		WhyHigh:  "Čo sa vám páčilo najviac?",
		Optional: "Len ak chcete. Firma {brand} text dostane tak, ako ho napíšete.",
		Quote:    "Firma {brand} smie tento komentár zverejniť s mojím krstným menom.",
		SendWhy:  "Odoslať komentár",
		Heard:    "Firma {brand} váš komentár dostala.",
		Review:   "Povedzte o firme {brand} ostatným vo verejnej recenzii",
		Change:   "Zmeniť moju odpoveď",
		SendNew:  "Zmeniť na",
		Again: Notice{
			Title: "Prosíme ešte raz.",
			Text:  "Programy, ktoré kontrolujú poštu, občas stláčajú aj tlačidlá. Vyberte svoju odpoveď ešte raz, nech firma {brand} vie, že je od vás.",
		},
		AgainWhy: "Alebo nám to povedzte slovami, aj to sa počíta:",
		Which: Notice{
			Title: "Ktorú odpoveď ste mali na mysli?",
			Text:  "Odtiaľto prišli dve rôzne odpovede. Napíšte firme {brand} niekoľkými slovami, ktorá je vaša, a bude sa počítať.",
		},
		Answered: Notice{
			Title: "Už ste odpovedali.",
			Text:  "Ďakujeme! Firma {brand} vašu odpoveď má a nič ďalšie nie je potrebné.",
		},
		Elsewhere: Notice{
			Title: "Na tento dotazník už niekto odpovedal.",
			Text:  "Platí prvá odpoveď; zmeniť sa dá v prehliadači, z ktorého prišla. Čo ste práve odoslali, dostane firma {brand} ako poznámku.",
		},
		Expired: Notice{
			Title: "Tento dotazník je uzavretý.",
			Text:  "Ďalšie odpovede už neprijíma. Ďakujeme, že ste chceli dať firme {brand} tú svoju.",
		},
		NotFound: Notice{
			Title: "Tento odkaz nefunguje.",
			Text:  "Možno sa jeho časť cestou stratila. Otvorte ho, prosím, znova z e-mailu alebo ho skopírujte celý.",
		},
		Trouble: Notice{
			Title: "Niečo sa u nás pokazilo.",
			Text:  "Vy za to nemôžete. Skúste to, prosím, znova o pár minút: odkaz vo vašom e-maile platí ďalej.",
		},
		Ask: Notice{
			Title: "Už žiadne dotazníky od firmy {brand}?",
			Text:  "Na tejto adrese sa vás už nebudeme pýtať. Ostatných e-mailov od firmy {brand} sa to netýka.",
		},
		StopIt: "Zrušiť dotazníky",
		Stopped: Notice{
			Title: "Hotovo.",
			Text:  "Na túto adresu už od firmy {brand} žiadne dotazníky nedostanete.",
		},
	},

	Peace: Peace{
		Title:  "Ako často sa vás smie firma {brand} pýtať?",
		Usual:  "Rovnako často ako doteraz",
		Less:   "Menej často: asi štyrikrát menej",
		Never:  "Vôbec",
		Save:   "Uložiť",
		Saved:  "Vaša voľba je uložená.",
		Known:  "Čo tu o vás firma {brand} vie",
		What:   "Čo sa medzi vami a firmou {brand} udialo (napríklad vyriešená požiadavka), na čo sme sa pýtali a čo ste odpovedali. Aby to nevidel nikto iný, pošleme odkaz na vašu adresu.",
		Export: "Poslať mi odkaz na zobrazenie",
		Forget: "Poslať mi odkaz na vymazanie",
		Sent: Notice{
			Title: "Odkaz je na ceste.",
			Text:  "Príde na adresu, na ktorú prišiel dotazník, a platí jednu hodinu. Ak nedorazí, pozrite sa do priečinka so spamom.",
		},
		Over: Notice{
			Title: "Platnosť tohto odkazu vypršala.",
			Text:  "Platil jednu hodinu. O nový si povedzte na stránke nastavení dotazníka: odkaz na ňu je na konci každého jeho e-mailu.",
		},
		Yours: Notice{
			Title: "Čo je o vás uložené",
			Text:  "To je všetko, čo tu firma {brand} pod touto adresou uchováva.",
		},
		Download: "Stiahnuť ako súbor",
		Sure: Notice{
			Title: "Vymazať, čo je o vás uložené?",
			Text:  "Vaša adresa, meno, odpovede a komentáre budú natrvalo vymazané. Zostane len značka, ktorá nikoho nemenuje, aby sme sa vás nepýtali príliš často alebo proti vašej vôli.",
		},
		Delete: "Vymazať",
		Forgotten: Notice{
			Title: "Je to vymazané.",
			Text:  "Firma {brand} tu už neuchováva nič, čo vás menuje alebo opakuje, čo ste napísali. Kópie v zálohách zmiznú do 35 dní.",
		},
	},
}
