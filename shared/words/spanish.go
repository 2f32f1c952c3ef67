package words

var spanish = Words{
	Lang: "es",
	Dir:  "ltr",

	NPS: Question{
		Text:    "¿Qué probabilidad hay de que recomiende {brand} a sus amistades o colegas?",
		Subject: "¿Recomendaría {brand}?",
		Low:     "Nada probable",
		High:    "Muy probable",
	},
	CSAT: Question{
		Text:    "¿Cuál es su grado de satisfacción tras su experiencia reciente con {brand}?",
		Subject: "¿Qué tal su experiencia con {brand}?",
		Agent:   "¿Cuál es su grado de satisfacción con la ayuda que recibió de {agent}, de {brand}?",
		Low:     "Mucha insatisfacción",
		High:    "Mucha satisfacción",
	},
	CES: Question{
		Text:    "¿Le resultó fácil conseguir con {brand} lo que necesitaba?",
		Subject: "¿Fue fácil con {brand}?",
		Agent:   "¿Le resultó fácil conseguir lo que necesitaba con la ayuda de {agent}, de {brand}?",
		Low:     "Muy difícil",
		High:    "Muy fácil",
	},
	Faces:      [5]string{"Mucha insatisfacción", "Insatisfacción", "Neutral", "Satisfacción", "Mucha satisfacción"},
	Thumbs:     [2]string{"Mal", "Bien"},
	OwnSubject: "Una pregunta de {brand}",
	End:        "{score} = {label}",
	Score:      "Puntuación: {score}",

	Months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	Date:   "{day} de {month}",

	Mail: Mail{
		Hello:      "Hola:",
		HelloName:  "Hola, {name}:",
		Preview:    "Una sola pregunta. Le llevará unos segundos.",
		Press:      "Elija un número para responder. Le llevará unos segundos.",
		PressReply: "Elija un número o simplemente responda a este correo con sus propias palabras, incluyendo un número. Lo que escriba llegará a {brand} como comentario suyo.",
		Reply:      "Simplemente responda a este correo con un número del {low} al {high}. Todo lo demás que escriba llegará a {brand} como comentario suyo.",
		ReplyFaces: "Simplemente responda a este correo con un número del {low} al {high} o con una de las caritas de abajo. Todo lo demás que escriba llegará a {brand} como comentario suyo.",
		Or:         "O abra el enlace de su respuesta:",
		Links:      "Abra el enlace de su respuesta:",
		Until:      "Puede responder hasta el {date}.",
		Why:        "Recibe este correo porque hace poco estuvo en contacto con {brand}.",
		Stop:       "No recibir más encuestas de {brand}",
		Settings:   "Elegir con qué frecuencia preguntamos",

		RemindSubject: "Recordatorio: {subject}",
		Remind:        "Hace poco le hicimos esta pregunta. Si le apetece, en {brand} seguimos queriendo conocer su respuesta. No habrá más recordatorios.",
		Left: Plural{
			One:   "Le queda un día para responder.",
			Other: "Le quedan {n} días para responder.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Gracias por su mensaje. Su comentario ya está en manos de {brand}, pero no nos quedó del todo claro qué número quiso dar.",
		BackPress:   "Elija el que quiso dar. No volveremos a preguntárselo.",

		DoorSubject: "El enlace que solicitó, de {brand}",
		Door:        "En la página de preferencias de una encuesta de {brand}, alguien preguntó qué datos se guardan sobre esta dirección. Aquí puede acceder a ellos.",
		DoorExport:  "Ver lo que se guarda sobre mí",
		DoorForget:  "Pedir que se borre",
		DoorHour:    "Este enlace funciona durante una hora.",
		DoorNotYou:  "Si no fue usted, no tiene que hacer nada: mientras nadie use el enlace, no pasará nada.",
	},

	Page: Page{
		Send:     "Enviar",
		Choose:   "Elija una respuesta y pulse «Enviar».",
		Confirm:  "Pulse «Enviar» para confirmar o elija antes otra respuesta.",
		Failed:   "No se ha podido enviar. Compruebe su conexión e inténtelo de nuevo.",
		Trap:     "Deje este campo vacío",
		Thanks:   "Gracias.",
		Answer:   "Su respuesta:",
		Better:   "{brand} quiere hacerlo mejor, y su respuesta ayuda a lograrlo.",
		Noted:    "Su respuesta ayuda a {brand} a mejorar.",
		Glad:     "En {brand} nos alegra saberlo.",
		WhyLow:   "¿Qué salió mal y qué debería mejorar {brand}?",
		WhyMid:   "¿Qué podría haber sido mejor?",
		WhyHigh:  "¿Qué fue lo que más le gustó?",
		Optional: "Solo si lo desea. Llegará a {brand} tal como lo escriba.",
		Quote:    "{brand} puede publicar este comentario con mi nombre de pila.",
		SendWhy:  "Enviar comentario",
		Heard:    "Su comentario ya está en manos de {brand}.",
		Review:   "Contar a otras personas su experiencia con {brand} en una reseña pública",
		Change:   "Cambiar mi respuesta",
		SendNew:  "Cambiar a",
		Again: Notice{
			Title: "Una vez más, por favor.",
			Text:  "Los programas que revisan el correo a veces también pulsan botones. Elija su respuesta una vez más para que {brand} sepa que es suya.",
		},
		AgainWhy: "O cuéntenoslo con sus palabras, que también cuenta:",
		Which: Notice{
			Title: "¿Cuál es la suya?",
			Text:  "Desde aquí llegaron dos respuestas distintas. Cuente a {brand} en pocas palabras cuál es la suya; así contará.",
		},
		Answered: Notice{
			Title: "Ya ha respondido.",
			Text:  "¡Gracias! {brand} ya tiene su respuesta y no hace falta nada más.",
		},
		Elsewhere: Notice{
			Title: "Esta encuesta ya tiene respuesta.",
			Text:  "Cuenta la primera respuesta, que puede cambiarse en el navegador desde el que se envió. Lo que acaba de enviar llegará a {brand} como nota.",
		},
		Expired: Notice{
			Title: "Esta encuesta se ha cerrado.",
			Text:  "Ya no se admiten respuestas. Gracias por querer dar la suya a {brand}.",
		},
		NotFound: Notice{
			Title: "Este enlace no funciona.",
			Text:  "Puede que una parte se haya perdido por el camino. Ábralo otra vez desde el correo o cópielo entero.",
		},
		Trouble: Notice{
			Title: "Algo ha fallado por nuestra parte.",
			Text:  "No es culpa suya. Inténtelo de nuevo en unos minutos: el enlace de su correo sigue siendo válido.",
		},
		Ask: Notice{
			Title: "¿No quiere más encuestas de {brand}?",
			Text:  "No volveremos a preguntarle en esta dirección. Esto no afecta a los demás correos de {brand}.",
		},
		StopIt: "No recibir más encuestas",
		Stopped: Notice{
			Title: "Listo.",
			Text:  "No recibirá más encuestas de {brand} en esta dirección.",
		},
	},

	Peace: Peace{
		Title:  "¿Con qué frecuencia puede preguntarle {brand}?",
		Usual:  "Con la misma frecuencia que hasta ahora",
		Less:   "Menos: más o menos una de cada cuatro veces",
		Never:  "Nunca",
		Save:   "Guardar",
		Saved:  "Su elección se ha guardado.",
		Known:  "Lo que {brand} sabe aquí de usted",
		What:   "Lo que ha habido entre usted y {brand} (por ejemplo, una consulta resuelta), lo que se le preguntó y lo que respondió. Para que nadie más pueda verlo, le enviamos un enlace a su dirección.",
		Export: "Enviarme un enlace para verlo",
		Forget: "Enviarme un enlace para borrarlo",
		Sent: Notice{
			Title: "El enlace está en camino.",
			Text:  "Va a la dirección a la que se envió la encuesta y funciona durante una hora. Si no le llega, mire en la carpeta de correo no deseado.",
		},
		Over: Notice{
			Title: "Este enlace ha caducado.",
			Text:  "Solo funcionaba durante una hora. Pida otro en la página de preferencias de una encuesta: el enlace a esa página está al final de cada uno de sus correos.",
		},
		Yours: Notice{
			Title: "Lo que se guarda sobre usted",
			Text:  "Esto es todo lo que {brand} guarda aquí con esta dirección.",
		},
		Download: "Descargar como archivo",
		Sure: Notice{
			Title: "¿Borrar lo que se guarda sobre usted?",
			Text:  "Su dirección, su nombre, sus respuestas y sus comentarios se borrarán definitivamente. Solo queda una marca que no identifica a nadie, para no preguntarle con demasiada frecuencia ni contra su voluntad.",
		},
		Delete: "Borrar",
		Forgotten: Notice{
			Title: "Se ha borrado.",
			Text:  "{brand} ya no guarda aquí nada que lleve su nombre ni que repita lo que escribió. Las copias de seguridad desaparecen en un plazo de 35 días.",
		},
	},
}
