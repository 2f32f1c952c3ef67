package words

var finnish = Words{
	Lang: "fi",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Kuinka todennäköisesti suosittelisit yritystä {brand} ystävälle tai kollegalle?",
		Subject: "Suosittelisitko yritystä {brand}?",
		Low:     "En lainkaan todennäköisesti",
		High:    "Erittäin todennäköisesti",
	},
	CSAT: Question{
		Text:    "Kuinka tyytyväinen olet viimeisimpään asiointiisi yrityksessä {brand}?",
		Subject: "Miten asiointisi sujui yrityksessä {brand}?",
		Agent:   "Kuinka tyytyväinen olet apuun, jonka {agent} yrityksestä {brand} antoi sinulle?",
		Low:     "Erittäin tyytymätön",
		High:    "Erittäin tyytyväinen",
	},
	CES: Question{
		Text:    "Kuinka helppoa asiasi hoitaminen oli yrityksessä {brand}?",
		Subject: "Hoituiko asiasi helposti yrityksessä {brand}?",
		Agent:   "Kuinka helppoa asiasi hoitaminen oli, kun sinua auttoi {agent} yrityksestä {brand}?",
		Low:     "Erittäin vaikeaa",
		High:    "Erittäin helppoa",
	},
	Faces:      [5]string{"Erittäin tyytymätön", "Tyytymätön", "Siltä väliltä", "Tyytyväinen", "Erittäin tyytyväinen"},
	Thumbs:     [2]string{"Ei hyvä", "Hyvä"},
	OwnSubject: "Yksi kysymys yritykseltä {brand}",
	End:        "{score} = {label}",
	Score:      "Arvosana {score}",

	Months: [12]string{"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"},
	Date:   "{day}. {month}",

	Mail: Mail{
		Hello:      "Hei!",
		HelloName:  "Hei {name}!",
		Preview:    "Vain yksi kysymys. Vastaaminen vie muutaman sekunnin.",
		Press:      "Vastaa valitsemalla numero. Se vie muutaman sekunnin.",
		PressReply: "Valitse numero tai vastaa tähän viestiin omin sanoin, kunhan mainitset numeron. {brand} saa kirjoittamasi tekstin kommenttinasi.",
		Reply:      "Vastaa tähän viestiin numerolla väliltä {low}–{high}. Kaiken muun, mitä kirjoitat, {brand} saa kommenttinasi.",
		ReplyFaces: "Vastaa tähän viestiin numerolla väliltä {low}–{high} tai jollakin alla olevista kasvoista. Kaiken muun, mitä kirjoitat, {brand} saa kommenttinasi.",
		Or:         "Tai avaa vastauksesi linkki:",
		Links:      "Avaa vastauksesi linkki:",
		Until:      "Voit vastata {date} asti.",
		Why:        "Saat tämän viestin, koska asioit äskettäin yrityksen {brand} kanssa.",
		Stop:       "Ei enää kyselyitä yritykseltä {brand}",
		Settings:   "Valitse, kuinka usein kysymme",

		RemindSubject: "Muistutus: {subject}",
		Remind:        "Kysyimme tätä sinulta äskettäin. Jos haluat vastata, {brand} kuulisi mielellään mielipiteesi. Tämä on ainoa muistutus.",
		Left: Plural{
			One:   "Voit vastata vielä yhden päivän ajan.",
			Other: "Voit vastata vielä {n} päivän ajan.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Kiitos viestistäsi. {brand} on saanut kommenttisi, mutta emme voineet olla varmoja, mitä numeroa tarkoitit.",
		BackPress:   "Valitse numero, jota tarkoitit. Emme kysy tätä enää uudelleen.",

		DoorSubject: "Pyytämäsi linkki yritykseltä {brand}",
		Door:        "Yrityksen {brand} kyselyn asetussivulla joku pyysi nähtäväksi, mitä tästä osoitteesta on tallennettu. Tästä pääset tietoihin.",
		DoorExport:  "Katso, mitä minusta on tallennettu",
		DoorForget:  "Pyydä poistamaan kaikki",
		DoorHour:    "Linkki toimii tunnin ajan.",
		DoorNotYou:  "Jos pyyntö ei ollut sinun, sinun ei tarvitse tehdä mitään: mitään ei tapahdu, ellei linkkiä käytetä.",
	},

	Page: Page{
		Send:     "Lähetä",
		Choose:   "Valitse vastaus ja sitten ”Lähetä”.",
		Confirm:  "Vahvista valitsemalla ”Lähetä” tai valitse ensin toinen vastaus.",
		Failed:   "Lähettäminen ei onnistunut. Tarkista yhteytesi ja yritä uudelleen.",
		Trap:     "Jätä tämä kenttä tyhjäksi",
		Thanks:   "Kiitos.",
		Answer:   "Vastauksesi:",
		Better:   "{brand} haluaa toimia paremmin, ja vastauksesi auttaa siinä.",
		Noted:    "Vastauksesi avulla {brand} voi parantaa toimintaansa.",
		Glad:     "Mukava kuulla! {brand} kiittää.",
		WhyLow:   "Mikä meni pieleen, ja mitä yrityksen {brand} pitäisi tehdä paremmin?",
		WhyMid:   "Mikä olisi voinut olla paremmin?",
		WhyHigh:  "Mistä pidit eniten?",
		Optional: "Vain jos haluat. {brand} saa tekstin sellaisena kuin sen kirjoitat.",
		Quote:    "{brand} saa julkaista tämän kommentin etunimelläni.",
		SendWhy:  "Lähetä kommentti",
		Heard:    "{brand} on saanut kommenttisi.",
		Review:   "Kerro muillekin: kirjoita julkinen arvostelu yrityksestä {brand}",
		Change:   "Muuta vastaustani",
		SendNew:  "Vaihda vastaukseksi",
		Again: Notice{
			Title: "Vielä kerran, kiitos.",
			Text:  "Sähköpostia tarkistavat ohjelmat painavat joskus myös painikkeita. Valitse vastauksesi vielä kerran, niin {brand} tietää sen tulevan sinulta.",
		},
		AgainWhy: "Tai kerro omin sanoin, sekin riittää:",
		Which: Notice{
			Title: "Kumpaa tarkoitit?",
			Text:  "Täältä tuli kaksi eri vastausta. Kerro muutamalla sanalla, kumpi on sinun, niin {brand} ottaa sen huomioon.",
		},
		Answered: Notice{
			Title: "Olet jo vastannut.",
			Text:  "Kiitos! {brand} on saanut vastauksesi, eikä sinun tarvitse tehdä muuta.",
		},
		Elsewhere: Notice{
			Title: "Tähän kyselyyn on jo vastattu.",
			Text:  "Ensimmäinen vastaus jää voimaan, ja sitä voi muuttaa selaimessa, jolla se annettiin. Sen, mitä juuri lähetit, {brand} saa huomautuksena.",
		},
		Expired: Notice{
			Title: "Tämä kysely on päättynyt.",
			Text:  "Vastauksia ei enää oteta vastaan. {brand} kiittää, että halusit vastata.",
		},
		NotFound: Notice{
			Title: "Tämä linkki ei toimi.",
			Text:  "Osa siitä on ehkä kadonnut matkalla. Avaa linkki uudelleen viestistä tai kopioi se kokonaan.",
		},
		Trouble: Notice{
			Title: "Meillä meni jotain pieleen.",
			Text:  "Et tehnyt mitään väärin. Yritä uudelleen muutaman minuutin kuluttua: viestisi linkki on yhä voimassa.",
		},
		Ask: Notice{
			Title: "Ei enää kyselyitä yritykseltä {brand}?",
			Text:  "Sinulta ei enää kysytä tässä osoitteessa. Muihin viesteihin, joita {brand} lähettää, tämä ei vaikuta.",
		},
		StopIt: "Lopeta kyselyt",
		Stopped: Notice{
			Title: "Valmis.",
			Text:  "Et saa enää kyselyitä yritykseltä {brand} tähän osoitteeseen.",
		},
	},

	Peace: Peace{
		Title:  "Kuinka usein {brand} saa kysyä sinulta?",
		Usual:  "Yhtä usein kuin tähän asti",
		Less:   "Harvemmin: noin neljä kertaa harvemmin",
		Never:  "Ei lainkaan",
		Save:   "Tallenna",
		Saved:  "Valintasi on tallennettu.",
		Known:  "Mitä {brand} tietää sinusta täällä",
		What:   "Mitä sinun ja yrityksen {brand} välillä on tapahtunut (esimerkiksi ratkaistu tukipyyntö), mitä sinulta on kysytty ja mitä olet vastannut. Jotta kukaan muu ei näe tietoja, linkki niihin lähetetään sähköpostiisi.",
		Export: "Lähetä minulle linkki tietojen katseluun",
		Forget: "Lähetä minulle linkki tietojen poistamiseen",
		Sent: Notice{
			Title: "Linkki on matkalla.",
			Text:  "Se lähetetään osoitteeseen, johon kyselykin tuli, ja se toimii tunnin ajan. Jos linkkiä ei kuulu, katso roskapostikansiosta.",
		},
		Over: Notice{
			Title: "Tämä linkki on vanhentunut.",
			Text:  "Se toimi tunnin ajan. Pyydä uusi kyselyn asetussivulla: sinne pääset jokaisen kyselyviestin lopussa olevasta linkistä.",
		},
		Yours: Notice{
			Title: "Mitä sinusta on tallennettu",
			Text:  "Tässä on kaikki, mitä {brand} on tallentanut tänne tällä osoitteella.",
		},
		Download: "Lataa tiedostona",
		Sure: Notice{
			Title: "Poistetaanko kaikki, mitä sinusta on tallennettu?",
			Text:  "Osoitteesi, nimesi, vastauksesi ja kommenttisi poistetaan pysyvästi. Jäljelle jää vain nimetön merkintä, jotta sinulta ei kysytä liian usein tai vastoin tahtoasi.",
		},
		Delete: "Poista",
		Forgotten: Notice{
			Title: "Tiedot on poistettu.",
			Text:  "{brand} ei säilytä täällä enää mitään, mistä sinut tunnistaisi tai mikä toistaisi kirjoittamasi. Varmuuskopiot katoavat 35 päivän kuluessa.",
		},
	},
}
