package words

var swedish = Words{
	Lang: "sv",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Hur sannolikt är det att du skulle rekommendera {brand} till en vän eller kollega?",
		Subject: "Skulle du rekommendera {brand}?",
		Low:     "Inte alls sannolikt",
		High:    "Mycket sannolikt",
	},
	CSAT: Question{
		Text:    "Hur nöjd är du med din senaste upplevelse av {brand}?",
		Subject: "Hur var det hos {brand}?",
		Agent:   "Hur nöjd är du med hjälpen du fick av {agent} på {brand}?",
		Low:     "Mycket missnöjd",
		High:    "Mycket nöjd",
	},
	CES: Question{
		Text:    "Hur lätt var det att få det du behövde hos {brand}?",
		Subject: "Hur lätt gick det hos {brand}?",
		Agent:   "Hur lätt var det att få det du behövde av {agent} på {brand}?",
		Low:     "Mycket svårt",
		High:    "Mycket lätt",
	},
	Faces:      [5]string{"Mycket missnöjd", "Missnöjd", "Varken eller", "Nöjd", "Mycket nöjd"},
	Thumbs:     [2]string{"Inte bra", "Bra"},
	OwnSubject: "En fråga från {brand}",
	End:        "{score} = {label}",
	Score:      "Betyg {score}",

	Months: [12]string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Hej!",
		HelloName:  "Hej {name}!",
		Preview:    "En enda fråga. Det tar några sekunder.",
		Press:      "Välj en siffra för att svara. Det tar några sekunder.",
		PressReply: "Välj en siffra, eller svara helt enkelt på det här mejlet med egna ord och en siffra. Det du skriver når {brand} som din kommentar.",
		Reply:      "Svara helt enkelt på det här mejlet med en siffra från {low} till {high}. Allt annat du skriver når {brand} som din kommentar.",
		ReplyFaces: "Svara helt enkelt på det här mejlet med en siffra från {low} till {high} eller ett av ansiktena nedan. Allt annat du skriver når {brand} som din kommentar.",
		Or:         "Eller öppna länken för ditt svar:",
		Links:      "Öppna länken för ditt svar:",
		Until:      "Du kan svara till och med {date}.",
		Why:        "Du får det här mejlet för att du nyligen hade kontakt med {brand}.",
		Stop:       "Inga fler enkäter från {brand}",
		Settings:   "Välj hur ofta vi frågar",

		RemindSubject: "Påminnelse: {subject}",
		Remind:        "Vi ställde nyligen den här frågan. Om du vill tar {brand} fortfarande gärna emot ditt svar. Det här är den enda påminnelsen.",
		Left: Plural{
			One:   "Du kan svara i en dag till.",
			Other: "Du kan svara i {n} dagar till.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Tack för ditt mejl. {brand} har fått din kommentar, men det gick inte att avgöra säkert vilken siffra du menade.",
		BackPress:   "Välj den du menade. Vi frågar inte om det här igen.",

		DoorSubject: "Länken du bad om, från {brand}",
		Door:        "På inställningssidan för en enkät från {brand} bad någon att få se vad som finns sparat om den här adressen. Här kommer du dit.",
		DoorExport:  "Se vad som finns sparat om mig",
		DoorForget:  "Få allt raderat",
		DoorHour:    "Länken fungerar i en timme.",
		DoorNotYou:  "Om det inte var du behöver du inte göra något: inget händer så länge ingen använder länken.",
	},

	Page: Page{
		Send:     "Skicka",
		Choose:   "Välj ett svar och sedan ”Skicka”.",
		Confirm:  "Bekräfta med ”Skicka”, eller välj ett annat svar först.",
		Failed:   "Det gick inte att skicka. Kontrollera din anslutning och försök igen.",
		Trap:     "Lämna det här fältet tomt",
		Thanks:   "Tack.",
		Answer:   "Ditt svar:",
		Better:   "{brand} vill bli bättre, och ditt svar hjälper till.",
		Noted:    "Ditt svar hjälper {brand} att bli bättre.",
		Glad:     "Det gläder alla på {brand}.",
		WhyLow:   "Vad gick fel, och vad borde {brand} göra bättre?",
		WhyMid:   "Vad hade kunnat vara bättre?",
		WhyHigh:  "Vad tyckte du bäst om?",
		Optional: "Bara om du vill. Det går till {brand} precis som du skriver det.",
		Quote:    "{brand} får publicera den här kommentaren med mitt förnamn.",
		SendWhy:  "Skicka kommentar",
		Heard:    "Din kommentar har nått {brand}.",
		Review:   "Berätta om {brand} för andra i en offentlig recension",
		Change:   "Ändra mitt svar",
		SendNew:  "Ändra till",
		Again: Notice{
			Title: "En gång till, tack.",
			Text:  "Program som kontrollerar mejl trycker ibland också på knappar. Välj ditt svar en gång till, så att {brand} vet att det kommer från dig.",
		},
		AgainWhy: "Eller berätta med egna ord, det räknas också:",
		Which: Notice{
			Title: "Vilket svar menade du?",
			Text:  "Två olika svar kom härifrån. Berätta för {brand} med några ord vilket som är ditt, så räknas det.",
		},
		Answered: Notice{
			Title: "Du har redan svarat.",
			Text:  "Tack! {brand} har fått ditt svar, och du behöver inte göra något mer.",
		},
		Elsewhere: Notice{
			Title: "Den här enkäten är redan besvarad.",
			Text:  "Det första svaret gäller, och det kan ändras i den webbläsare där det gavs. Det du skickade nu når {brand} som en anteckning.",
		},
		Expired: Notice{
			Title: "Enkäten är stängd.",
			Text:  "Den tar inte emot fler svar. Tack för att du ville ge ditt till {brand}.",
		},
		NotFound: Notice{
			Title: "Länken fungerar inte.",
			Text:  "En bit av den kan ha försvunnit på vägen. Öppna den från mejlet igen, eller kopiera hela länken.",
		},
		Trouble: Notice{
			Title: "Något gick fel hos oss.",
			Text:  "Det är inget du har gjort. Försök igen om några minuter: länken i ditt mejl fortsätter att gälla.",
		},
		Ask: Notice{
			Title: "Inga fler enkäter från {brand}?",
			Text:  "Du får inga fler frågor på den här adressen. Andra mejl från {brand} påverkas inte.",
		},
		StopIt: "Avsluta enkäterna",
		Stopped: Notice{
			Title: "Klart.",
			Text:  "Du får inga fler enkäter från {brand} på den här adressen.",
		},
	},

	Peace: Peace{
		Title:  "Hur ofta får {brand} fråga dig?",
		Usual:  "Lika ofta som hittills",
		Less:   "Mer sällan: ungefär en fjärdedel så ofta",
		Never:  "Inte alls",
		Save:   "Spara",
		Saved:  "Ditt val är sparat.",
		Known:  "Vad {brand} vet om dig här",
		What:   "Vad som har hänt mellan dig och {brand} (till exempel ett löst ärende), vad du har fått frågor om och vad du har svarat. För att ingen annan ska få se det mejlar vi en länk till din adress.",
		Export: "Mejla mig en länk för att se det",
		Forget: "Mejla mig en länk för att radera det",
		Sent: Notice{
			Title: "Länken är på väg.",
			Text:  "Den skickas till adressen som fick enkäten och fungerar i en timme. Om den inte kommer fram, titta gärna i skräpposten.",
		},
		Over: Notice{
			Title: "Länken har gått ut.",
			Text:  "Den fungerade i en timme. Be om en ny på inställningssidan för en enkät: länken dit finns längst ner i varje enkätmejl.",
		},
		Yours: Notice{
			Title: "Det här är sparat om dig",
			Text:  "Det här är allt som {brand} har sparat här under den här adressen.",
		},
		Download: "Ladda ner som fil",
		Sure: Notice{
			Title: "Radera det som är sparat om dig?",
			Text:  "Din adress, ditt namn, dina svar och dina kommentarer raderas för gott. Det enda som blir kvar är en markering utan namn, så att du inte blir tillfrågad för ofta eller mot din vilja.",
		},
		Delete: "Radera",
		Forgotten: Notice{
			Title: "Det är raderat.",
			Text:  "{brand} har inget kvar här som nämner dig eller återger vad du skrev. Säkerhetskopior försvinner inom 35 dagar.",
		},
	},
}
