package words

var catalan = Words{
	Lang: "ca",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Fins a quin punt és probable que recomaneu {brand} a amistats o col·legues?",
		Subject: "Recomanaríeu {brand}?",
		Low:     "Gens probable",
		High:    "Molt probable",
	},
	CSAT: Question{
		Text:    "Com valoreu la vostra experiència recent amb {brand}?",
		Subject: "Com us ha anat amb {brand}?",
		Agent:   "Com valoreu l’ajuda que us ha donat {agent}, de l’equip {brand}?",
		Low:     "Molt malament",
		High:    "Molt bé",
	},
	CES: Question{
		Text:    "Us ha resultat fàcil aconseguir el que necessitàveu amb {brand}?",
		Subject: "Ha estat fàcil amb {brand}?",
		Agent:   "Us ha resultat fàcil aconseguir el que necessitàveu amb {agent}, de l’equip {brand}?",
		Low:     "Molt difícil",
		High:    "Molt fàcil",
	},
	Faces:      [5]string{"Molt malament", "Malament", "Ni bé ni malament", "Bé", "Molt bé"},
	Thumbs:     [2]string{"Malament", "Bé"},
	OwnSubject: "{brand} us fa una pregunta",
	End:        "{score} = {label}",
	Score:      "Puntuació {score}",

	Months: [12]string{"de gener", "de febrer", "de març", "d’abril", "de maig", "de juny", "de juliol", "d’agost", "de setembre", "d’octubre", "de novembre", "de desembre"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Hola:",
		HelloName:  "Hola, {name}:",
		Preview:    "Només una pregunta. Són uns segons.",
		Press:      "Trieu un número per respondre. Són uns segons.",
		PressReply: "Trieu un número o simplement responeu a aquest correu amb les vostres paraules, incloent-hi un número. El que escriviu arribarà a {brand} com a comentari vostre.",
		Reply:      "Simplement responeu a aquest correu amb un número entre {low} i {high}. Tot el que hi afegiu arribarà a {brand} com a comentari vostre.",
		ReplyFaces: "Simplement responeu a aquest correu amb un número entre {low} i {high} o amb una de les cares de sota. Tot el que hi afegiu arribarà a {brand} com a comentari vostre.",
		Or:         "O obriu l’enllaç de la vostra resposta:",
		Links:      "Obriu l’enllaç de la vostra resposta:",
		Until:      "Darrer dia per respondre: {date}.",
		Why:        "Rebeu aquest correu perquè fa poc vau estar en contacte amb {brand}.",
		Stop:       "No rebre més enquestes per part de l’equip {brand}",
		Settings:   "Triar amb quina freqüència preguntem",

		RemindSubject: "Recordatori: {subject}",
		Remind:        "Fa poc us vam fer aquesta pregunta. Si us ve de gust, a {brand} encara els agradaria tenir la vostra resposta. No hi haurà cap més recordatori.",
		Left: Plural{
			One:   "Encara teniu un dia per respondre.",
			Other: "Encara teniu {n} dies per respondre.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Gràcies pel vostre missatge. El comentari ha arribat a {brand}, però no ens ha quedat prou clar quin número volíeu dir.",
		BackPress:   "Trieu el correcte. No us ho tornarem a preguntar.",

		DoorSubject: "{brand}: l’enllaç que heu demanat",
		Door:        "A la pàgina de preferències d’una enquesta, algú ha demanat què hi ha desat sobre aquesta adreça a {brand}. Hi podeu accedir des d’aquí.",
		DoorExport:  "Veure què hi ha desat sobre mi",
		DoorForget:  "Demanar que s’esborri",
		DoorHour:    "Aquest enllaç funciona durant una hora.",
		DoorNotYou:  "Si no heu estat vós, no cal que feu res: mentre ningú no faci servir l’enllaç, no passarà res.",
	},

	Page: Page{
		Send:     "Envia",
		Choose:   "Trieu una resposta i després «Envia».",
		Confirm:  "Confirmeu-ho amb «Envia» o trieu abans una altra resposta.",
		Failed:   "No s’ha pogut enviar. Comproveu la connexió i torneu-ho a provar.",
		Trap:     "Deixeu aquest camp buit",
		Thanks:   "Gràcies.",
		Answer:   "La vostra resposta:",
		Better:   "{brand} vol fer-ho millor, i la vostra resposta hi ajuda.",
		Noted:    "La vostra resposta ajuda {brand} a millorar.",
		Glad:     "A {brand} els fa molta il·lusió saber-ho.",
		WhyLow:   "Què ha anat malament i què hauria de millorar {brand}?",
		WhyMid:   "Què hauria pogut anar millor?",
		WhyHigh:  "Què és el que més us ha agradat?",
		Optional: "Només si voleu. Arribarà a {brand} tal com ho escriviu.",
		Quote:    "{brand} pot publicar aquest comentari amb el meu nom de pila.",
		SendWhy:  "Envia el comentari",
		Heard:    "El vostre comentari ha arribat a {brand}.",
		Review:   "Expliqueu a altres persones com us ha anat amb {brand} en una ressenya pública",
		Change:   "Canvia la meva resposta",
		SendNew:  "Canvia a",
		Again: Notice{
			Title: "Una vegada més, si us plau.",
			Text:  "Els programes que revisen el correu de vegades també premen botons. Trieu la vostra resposta una vegada més perquè {brand} sàpiga que és vostra.",
		},
		AgainWhy: "O digueu-nos-ho amb paraules, que també compta:",
		Which: Notice{
			Title: "Quina és la vostra?",
			Text:  "Des d’aquí han arribat dues respostes diferents. Digueu a {brand} en poques paraules quina és la vostra, i així comptarà.",
		},
		Answered: Notice{
			Title: "Ja heu respost.",
			Text:  "Gràcies! {brand} ja té la vostra resposta i no cal fer res més.",
		},
		Elsewhere: Notice{
			Title: "Aquesta enquesta ja té resposta.",
			Text:  "Compta la primera resposta, que es pot canviar al navegador des d’on es va enviar. El que acabeu d’enviar arribarà a {brand} com a nota.",
		},
		Expired: Notice{
			Title: "Aquesta enquesta s’ha tancat.",
			Text:  "Ja no s’hi admeten respostes. Gràcies per voler donar la vostra a {brand}.",
		},
		NotFound: Notice{
			Title: "Aquest enllaç no funciona.",
			Text:  "Potser se n’ha perdut una part pel camí. Torneu-lo a obrir des del correu o copieu-lo sencer.",
		},
		Trouble: Notice{
			Title: "Alguna cosa ha fallat per part nostra.",
			Text:  "No és culpa vostra. Torneu-ho a provar d’aquí a uns minuts: l’enllaç del correu continua sent vàlid.",
		},
		Ask: Notice{
			Title: "No voleu més enquestes per part de l’equip {brand}?",
			Text:  "No us tornarem a preguntar res en aquesta adreça. Els altres correus que envia {brand} no en queden afectats.",
		},
		StopIt: "No rebre més enquestes",
		Stopped: Notice{
			Title: "Fet.",
			Text:  "En aquesta adreça, {brand} ja no us enviarà més enquestes.",
		},
	},

	Peace: Peace{
		Title:  "Amb quina freqüència us pot preguntar {brand}?",
		Usual:  "Tan sovint com fins ara",
		Less:   "Menys: aproximadament una de cada quatre vegades",
		Never:  "Mai",
		Save:   "Desa",
		Saved:  "S’ha desat la vostra elecció.",
		Known:  "Què sap {brand} de vós aquí",
		What:   "Què hi ha hagut entre vós i {brand} (per exemple, una consulta resolta), què se us ha preguntat i què heu respost. Perquè ningú més no ho pugui veure, enviem un enllaç a la vostra adreça.",
		Export: "Envieu-me un enllaç per veure-ho",
		Forget: "Envieu-me un enllaç per esborrar-ho",
		Sent: Notice{
			Title: "L’enllaç està en camí.",
			Text:  "Va a l’adreça on es va enviar l’enquesta i funciona durant una hora. Si no us arriba, mireu a la carpeta de correu brossa.",
		},
		Over: Notice{
			Title: "Aquest enllaç ha caducat.",
			Text:  "Només funcionava durant una hora. Demaneu-ne un altre a la pàgina de preferències d’una enquesta: l’enllaç a la pàgina és al final de cadascun dels seus correus.",
		},
		Yours: Notice{
			Title: "Què hi ha desat sobre vós",
			Text:  "Això és tot el que {brand} desa aquí amb aquesta adreça.",
		},
		Download: "Baixa com a fitxer",
		Sure: Notice{
			Title: "Voleu esborrar el que hi ha desat sobre vós?",
			Text:  "L’adreça, el nom, les respostes i els comentaris s’esborraran definitivament. Només queda una marca que no identifica ningú, per no preguntar-vos massa sovint ni contra la vostra voluntat.",
		},
		Delete: "Esborra",
		Forgotten: Notice{
			Title: "S’ha esborrat.",
			Text:  "{brand} ja no desa res aquí que us identifiqui ni que repeteixi el que vau escriure. Les còpies de seguretat desapareixen en un termini de 35 dies.",
		},
	},
}
