package words

var polish = Words{
	Lang: "pl",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Jak prawdopodobne jest, że polecisz firmę {brand} znajomym lub współpracownikom?",
		Subject: "Czy polecisz firmę {brand} innym?",
		Low:     "Zupełnie nieprawdopodobne",
		High:    "Bardzo prawdopodobne",
	},
	CSAT: Question{
		Text:    "Jak oceniasz swój ostatni kontakt z firmą {brand}?",
		Subject: "Jak oceniasz kontakt z firmą {brand}?",
		Agent:   "Jak oceniasz pomoc, którą zapewnia {agent} z firmy {brand}?",
		Low:     "Bardzo źle",
		High:    "Bardzo dobrze",
	},
	CES: Question{
		Text:    "Jak łatwo było załatwić Twoją sprawę w firmie {brand}?",
		Subject: "Jak łatwo poszło z firmą {brand}?",
		Agent:   "Jak łatwo było załatwić sprawę, którą prowadzi {agent} z firmy {brand}?",
		Low:     "Bardzo trudno",
		High:    "Bardzo łatwo",
	},
	Faces:      [5]string{"Bardzo źle", "Źle", "Ani dobrze, ani źle", "Dobrze", "Bardzo dobrze"},
	Thumbs:     [2]string{"Niedobrze", "Dobrze"},
	OwnSubject: "Jedno pytanie od firmy {brand}",
	End:        "{score} = {label}",
	Score:      "Ocena {score}",

	Months: [12]string{"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Dzień dobry!",
		HelloName:  "Dzień dobry, {name}!",
		Preview:    "Jedno pytanie. Odpowiedź zajmie kilka sekund.",
		Press:      "Wybierz liczbę, aby odpowiedzieć. To zajmie kilka sekund.",
		PressReply: "Wybierz liczbę albo po prostu odpowiedz na tę wiadomość własnymi słowami, podając w nich liczbę. To, co napiszesz, trafi do firmy {brand} jako Twój komentarz.",
		Reply:      "Po prostu odpowiedz na tę wiadomość, podając liczbę od {low} do {high}. Wszystko, co dopiszesz, trafi do firmy {brand} jako Twój komentarz.",
		ReplyFaces: "Po prostu odpowiedz na tę wiadomość, podając liczbę od {low} do {high} lub jedną z poniższych buziek. Wszystko, co dopiszesz, trafi do firmy {brand} jako Twój komentarz.",
		Or:         "Albo otwórz link ze swoją odpowiedzią:",
		Links:      "Otwórz link ze swoją odpowiedzią:",
		Until:      "Możesz odpowiedzieć do {date}.",
		Why:        "Otrzymujesz tę wiadomość w związku z niedawnym kontaktem z firmą {brand}.",
		Stop:       "Nie chcę więcej ankiet od firmy {brand}",
		Settings:   "Wybierz, jak często pytamy",

		RemindSubject: "Przypomnienie: {subject}",
		Remind:        "Niedawno zadaliśmy Ci to pytanie. Jeśli zechcesz odpowiedzieć, firma {brand} nadal chętnie pozna Twoje zdanie. To jedyne przypomnienie.",
		Left: Plural{
			One:   "Na odpowiedź pozostał jeszcze jeden dzień.",
			Few:   "Na odpowiedź pozostały jeszcze {n} dni.",
			Many:  "Na odpowiedź pozostało jeszcze {n} dni.",
			Other: "Na odpowiedź pozostało jeszcze {n} dnia.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Dziękujemy za wiadomość. Twój komentarz dotarł do firmy {brand}, ale nie mamy pewności, o którą liczbę chodziło.",
		BackPress:   "Wybierz właściwą. Nie będziemy już o to pytać.",

		DoorSubject: "Twój link od firmy {brand}",
		Door:        "Na stronie ustawień ankiety firmy {brand} ktoś zapytał, co zapisano o tym adresie. Oto droga do tych danych.",
		DoorExport:  "Zobacz, co o mnie zapisano",
		DoorForget:  "Poproś o usunięcie",
		DoorHour:    "Ten link działa przez godzinę.",
		DoorNotYou:  "Jeśli to nie Ty, nie musisz nic robić: dopóki nikt nie użyje linku, nic się nie stanie.",
	},

	Page: Page{
		Send:     "Wyślij",
		Choose:   "Wybierz odpowiedź, a potem „Wyślij”.",
		Confirm:  "Potwierdź przyciskiem „Wyślij” albo wybierz najpierw inną odpowiedź.",
		Failed:   "Nie udało się wysłać. Sprawdź połączenie i spróbuj jeszcze raz.",
		Trap:     "Pozostaw to pole puste",
		Thanks:   "Dziękujemy.",
		Answer:   "Twoja odpowiedź:",
		Better:   "Firma {brand} chce działać lepiej, a Twoja odpowiedź w tym pomaga.",
		Noted:    "Twoja odpowiedź pomaga firmie {brand} się rozwijać.",
		Glad:     "Firma {brand} bardzo się z tego cieszy.",
		WhyLow:   "Co poszło nie tak i co firma {brand} powinna poprawić?",
		WhyMid:   "Co mogło być lepiej?",
		WhyHigh:  "Co podobało Ci się najbardziej?",
		Optional: "Tylko jeśli chcesz. Tekst trafi do firmy {brand} dokładnie w takiej postaci.",
		Quote:    "Firma {brand} może opublikować ten komentarz z moim imieniem.",
		SendWhy:  "Wyślij komentarz",
		Heard:    "Twój komentarz dotarł do firmy {brand}.",
		Review:   "Opowiedz innym o firmie {brand} w publicznej opinii",
		Change:   "Zmień moją odpowiedź",
		SendNew:  "Zmień na",
		Again: Notice{
			Title: "Jeszcze raz, prosimy.",
			Text:  "Programy sprawdzające pocztę czasem też klikają przyciski. Wybierz swoją odpowiedź jeszcze raz, aby firma {brand} wiedziała, że pochodzi od Ciebie.",
		},
		AgainWhy: "Albo powiedz nam własnymi słowami, to też się liczy:",
		Which: Notice{
			Title: "Która odpowiedź jest właściwa?",
			Text:  "Stąd przyszły dwie różne odpowiedzi. Napisz w kilku słowach, która jest Twoja, a firma {brand} ją uwzględni.",
		},
		Answered: Notice{
			Title: "Mamy już Twoją odpowiedź.",
			Text:  "Dziękujemy! Twoja odpowiedź dotarła do firmy {brand} i nic więcej nie trzeba robić.",
		},
		Elsewhere: Notice{
			Title: "Na tę ankietę już odpowiedziano.",
			Text:  "Liczy się pierwsza odpowiedź; można ją zmienić w przeglądarce, w której ją wysłano. To, co właśnie przyszło od Ciebie, trafi do firmy {brand} jako uwaga.",
		},
		Expired: Notice{
			Title: "Ta ankieta jest już zamknięta.",
			Text:  "Nie przyjmujemy w niej więcej odpowiedzi. Dziękujemy za chęć podzielenia się swoją opinią z firmą {brand}.",
		},
		NotFound: Notice{
			Title: "Ten link nie działa.",
			Text:  "Być może jego część zginęła po drodze. Otwórz go jeszcze raz z wiadomości albo skopiuj w całości.",
		},
		Trouble: Notice{
			Title: "Coś poszło nie tak po naszej stronie.",
			Text:  "To nie Twoja wina. Spróbuj ponownie za kilka minut: link w wiadomości pozostaje ważny.",
		},
		Ask: Notice{
			Title: "Nie chcesz więcej ankiet od firmy {brand}?",
			Text:  "Nie będziemy już o nic pytać pod tym adresem. Inne wiadomości od firmy {brand} będą przychodzić jak dotąd.",
		},
		StopIt: "Rezygnuję z ankiet",
		Stopped: Notice{
			Title: "Gotowe.",
			Text:  "Pod ten adres nie przyjdzie już żadna ankieta od firmy {brand}.",
		},
	},

	Peace: Peace{
		Title:  "Jak często firma {brand} może Cię pytać?",
		Usual:  "Tak często jak dotychczas",
		Less:   "Rzadziej: mniej więcej co czwarty raz",
		Never:  "Wcale",
		Save:   "Zapisz",
		Saved:  "Twój wybór został zapisany.",
		Known:  "Co firma {brand} wie tutaj o Tobie",
		What:   "Co wydarzyło się między Tobą a firmą {brand} (na przykład rozwiązane zgłoszenie), o co Cię zapytano i jakie były Twoje odpowiedzi. Aby nikt inny tego nie zobaczył, wyślemy link na Twój adres.",
		Export: "Wyślij mi link, aby to zobaczyć",
		Forget: "Wyślij mi link, aby to usunąć",
		Sent: Notice{
			Title: "Link jest już w drodze.",
			Text:  "Wysłaliśmy go na adres, na który przyszła ankieta; działa przez godzinę. Jeśli nie dotrze, zajrzyj do folderu ze spamem.",
		},
		Over: Notice{
			Title: "Ten link stracił ważność.",
			Text:  "Działał przez godzinę. Poproś o nowy na stronie ustawień ankiety: link do niej jest na końcu każdej wiadomości z ankietą.",
		},
		Yours: Notice{
			Title: "Co o Tobie zapisano",
			Text:  "To wszystko, co firma {brand} przechowuje tutaj pod tym adresem.",
		},
		Download: "Pobierz jako plik",
		Sure: Notice{
			Title: "Usunąć to, co o Tobie zapisano?",
			Text:  "Twój adres, imię i nazwisko, odpowiedzi i komentarze zostaną trwale usunięte. Pozostanie tylko znacznik, który nikogo nie wskazuje, aby nie pytać Cię zbyt często ani wbrew Twojej woli.",
		},
		Delete: "Usuń",
		Forgotten: Notice{
			Title: "Wszystko usunięto.",
			Text:  "Firma {brand} nie przechowuje tu już niczego, co wskazuje na Ciebie lub powtarza Twoje słowa. Kopie zapasowe znikną w ciągu 35 dni.",
		},
	},
}
