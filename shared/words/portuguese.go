package words

var portuguese = Words{
	Lang: "pt",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Qual é a probabilidade de você recomendar {brand} a amigos ou colegas?",
		Subject: "Você recomendaria {brand}?",
		Low:     "Nada provável",
		High:    "Extremamente provável",
	},
	CSAT: Question{
		Text:    "Qual é o seu grau de satisfação com sua experiência recente com {brand}?",
		Subject: "Como foi sua experiência com {brand}?",
		Agent:   "Qual é o seu grau de satisfação com a ajuda que recebeu de {agent}, de {brand}?",
		Low:     "Muita insatisfação",
		High:    "Muita satisfação",
	},
	CES: Question{
		Text:    "Quão fácil foi resolver o que você precisava com {brand}?",
		Subject: "Foi fácil com {brand}?",
		Agent:   "Quão fácil foi resolver o que você precisava com {agent}, de {brand}?",
		Low:     "Muito difícil",
		High:    "Muito fácil",
	},
	Faces:      [5]string{"Muita insatisfação", "Insatisfação", "Indiferente", "Satisfação", "Muita satisfação"},
	Thumbs:     [2]string{"Ruim", "Bom"},
	OwnSubject: "Uma pergunta de {brand}",
	End:        "{score} = {label}",
	Score:      "Nota {score}",

	Months: [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
	Date:   "{day} de {month}",

	Mail: Mail{
		Hello:      "Olá!",
		HelloName:  "Olá, {name}!",
		Preview:    "Uma pergunta só. Leva poucos segundos.",
		Press:      "Escolha um número para responder. Leva poucos segundos.",
		PressReply: "Escolha um número ou simplesmente responda a este e-mail com suas palavras, incluindo um número. O que você escrever chega a {brand} como seu comentário.",
		Reply:      "Simplesmente responda a este e-mail com um número de {low} a {high}. O que mais você escrever chega a {brand} como seu comentário.",
		ReplyFaces: "Simplesmente responda a este e-mail com um número de {low} a {high} ou com uma das carinhas abaixo. O que mais você escrever chega a {brand} como seu comentário.",
		Or:         "Ou abra o link da sua resposta:",
		Links:      "Abra o link da sua resposta:",
		Until:      "Você pode responder até {date}.",
		Why:        "Você recebe este e-mail porque teve contato recente com {brand}.",
		Stop:       "Não receber mais pesquisas de {brand}",
		Settings:   "Escolher com que frequência perguntamos",

		RemindSubject: "Lembrete: {subject}",
		Remind:        "Fizemos esta pergunta recentemente. Se quiser responder, {brand} ainda gostaria muito de saber sua opinião. Este é o único lembrete.",
		Left: Plural{
			One:   "Você ainda tem um dia para responder.",
			Other: "Você ainda tem {n} dias para responder.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Agradecemos sua mensagem. Seu comentário chegou a {brand}, mas não ficou claro para nós qual número você quis dar.",
		BackPress:   "Escolha o número certo. Não vamos perguntar isso de novo.",

		DoorSubject: "O link que você pediu, de {brand}",
		Door:        "Na página de preferências de uma pesquisa de {brand}, alguém pediu para saber o que está guardado sobre este endereço. O acesso é por aqui.",
		DoorExport:  "Ver o que está guardado sobre mim",
		DoorForget:  "Pedir que tudo seja apagado",
		DoorHour:    "Este link funciona por uma hora.",
		DoorNotYou:  "Se não foi você, não precisa fazer nada: enquanto ninguém usar o link, nada acontece.",
	},

	Page: Page{
		Send:     "Enviar",
		Choose:   "Escolha uma resposta e toque em “Enviar”.",
		Confirm:  "Toque em “Enviar” para confirmar ou escolha antes outra resposta.",
		Failed:   "Não foi possível enviar. Verifique sua conexão e tente mais uma vez.",
		Trap:     "Deixe este campo vazio",
		Thanks:   "Agradecemos.",
		Answer:   "Sua resposta:",
		Better:   "{brand} quer fazer melhor, e sua resposta ajuda.",
		Noted:    "Sua resposta ajuda {brand} a melhorar.",
		Glad:     "Que bom! {brand} fica feliz em saber.",
		WhyLow:   "O que deu errado, e o que {brand} deveria fazer melhor?",
		WhyMid:   "O que poderia ter sido melhor?",
		WhyHigh:  "Do que você mais gostou?",
		Optional: "Só se você quiser. Chega a {brand} do jeito que você escrever.",
		Quote:    "{brand} pode publicar este comentário com meu primeiro nome.",
		SendWhy:  "Enviar comentário",
		Heard:    "Seu comentário chegou a {brand}.",
		Review:   "Conte a outras pessoas sobre {brand} em uma avaliação pública",
		Change:   "Alterar minha resposta",
		SendNew:  "Alterar para",
		Again: Notice{
			Title: "Mais uma vez, por favor.",
			Text:  "Programas que verificam e-mails às vezes também acionam botões. Escolha sua resposta mais uma vez, para que {brand} saiba que ela é sua.",
		},
		AgainWhy: "Ou conte com suas palavras, que também vale:",
		Which: Notice{
			Title: "Qual delas é a sua?",
			Text:  "Duas respostas diferentes vieram daqui. Diga a {brand} em poucas palavras qual é a sua; assim ela passa a valer.",
		},
		Answered: Notice{
			Title: "Você já respondeu.",
			Text:  "Agradecemos! Sua resposta já chegou a {brand}, e não é preciso fazer mais nada.",
		},
		Elsewhere: Notice{
			Title: "Esta pesquisa já foi respondida.",
			Text:  "Vale a primeira resposta; ela pode ser alterada no navegador em que foi dada. O que você acabou de enviar chega a {brand} como observação.",
		},
		Expired: Notice{
			Title: "Esta pesquisa foi encerrada.",
			Text:  "Ela não recebe mais respostas. Agradecemos a vontade de dar a sua a {brand}.",
		},
		NotFound: Notice{
			Title: "Este link não funciona.",
			Text:  "Talvez uma parte dele tenha se perdido no caminho. Abra-o mais uma vez pelo e-mail ou copie-o por inteiro.",
		},
		Trouble: Notice{
			Title: "Algo deu errado do nosso lado.",
			Text:  "Não foi nada que você fez. Tente de novo em alguns minutos: o link do seu e-mail continua valendo.",
		},
		Ask: Notice{
			Title: "Não receber mais pesquisas de {brand}?",
			Text:  "Não vamos mais perguntar nada neste endereço. Os outros e-mails de {brand} continuam como estão.",
		},
		StopIt: "Parar as pesquisas",
		Stopped: Notice{
			Title: "Pronto.",
			Text:  "Você não vai mais receber pesquisas de {brand} neste endereço.",
		},
	},

	Peace: Peace{
		Title:  "Com que frequência {brand} pode perguntar algo a você?",
		Usual:  "Tanto quanto até agora",
		Less:   "Menos: cerca de um quarto das vezes",
		Never:  "Nunca",
		Save:   "Salvar",
		Saved:  "Sua escolha foi salva.",
		Known:  "O que {brand} sabe sobre você aqui",
		What:   "O que houve entre você e {brand} (como um chamado resolvido), o que perguntamos e o que você respondeu. Para que ninguém mais veja, um link é enviado ao seu endereço.",
		Export: "Enviar um link para eu ver",
		Forget: "Enviar um link para eu apagar",
		Sent: Notice{
			Title: "O link está a caminho.",
			Text:  "Ele vai para o endereço que recebeu a pesquisa e funciona por uma hora. Se não chegar, procure na pasta de spam.",
		},
		Over: Notice{
			Title: "A hora deste link já passou.",
			Text:  "Peça outro na página de preferências de uma pesquisa: o link para ela fica no fim de cada um dos e-mails.",
		},
		Yours: Notice{
			Title: "O que está guardado sobre você",
			Text:  "Isto é tudo o que {brand} guarda aqui com este endereço.",
		},
		Download: "Baixar como arquivo",
		Sure: Notice{
			Title: "Apagar o que está guardado sobre você?",
			Text:  "Seu endereço, nome, respostas e comentários serão apagados de vez. Fica só uma marca que não identifica ninguém, para que você não receba perguntas demais nem contra a sua vontade.",
		},
		Delete: "Apagar",
		Forgotten: Notice{
			Title: "Tudo apagado.",
			Text:  "{brand} não guarda mais nada aqui que diga seu nome ou repita o que você escreveu. As cópias de segurança desaparecem em até 35 dias.",
		},
	},
}
