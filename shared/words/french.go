package words

var french = Words{
	Lang: "fr",
	Dir:  "ltr",

	NPS: Question{
		Text:    "Quelle est la probabilité que vous recommandiez {brand} à vos proches ou à vos collègues\u202f?",
		Subject: "Recommanderiez-vous {brand}\u202f?",
		Low:     "Pas du tout probable",
		High:    "Extrêmement probable",
	},
	CSAT: Question{
		Text:    "Quel est votre niveau de satisfaction après votre récente expérience avec {brand}\u202f?",
		Subject: "Comment s’est passée votre expérience avec {brand}\u202f?",
		Agent:   "Quel est votre niveau de satisfaction concernant l’aide apportée par {agent}, chez {brand}\u202f?",
		Low:     "Très insatisfaisant",
		High:    "Très satisfaisant",
	},
	CES: Question{
		Text:    "Dans quelle mesure vous a-t-il été facile d’obtenir ce qu’il vous fallait chez {brand}\u202f?",
		Subject: "Était-ce facile avec {brand}\u202f?",
		Agent:   "Dans quelle mesure vous a-t-il été facile d’obtenir ce qu’il vous fallait avec {agent}, chez {brand}\u202f?",
		Low:     "Très difficile",
		High:    "Très facile",
	},
	Faces:      [5]string{"Très insatisfaisant", "Insatisfaisant", "Ni l’un ni l’autre", "Satisfaisant", "Très satisfaisant"},
	Thumbs:     [2]string{"Pas bien", "Bien"},
	OwnSubject: "Une question posée par {brand}",
	End:        "{score} = {label}",
	Score:      "Note {score}",

	Months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	Date:   "{day} {month}",

	Mail: Mail{
		Hello:      "Bonjour,",
		HelloName:  "Bonjour {name},",
		Preview:    "Une seule question. Quelques secondes suffisent.",
		Press:      "Choisissez une note pour répondre. Quelques secondes suffisent.",
		PressReply: "Choisissez une note, ou répondez simplement à cet e-mail avec vos propres mots, en y mettant une note. Ce que vous écrivez parviendra à {brand} comme commentaire de votre part.",
		Reply:      "Répondez simplement à cet e-mail avec une note de {low} à {high}. Tout ce que vous ajouterez parviendra à {brand} comme commentaire de votre part.",
		ReplyFaces: "Répondez simplement à cet e-mail avec une note de {low} à {high} ou l’un des visages ci-dessous. Tout ce que vous ajouterez parviendra à {brand} comme commentaire de votre part.",
		Or:         "Ou ouvrez le lien de votre réponse\u202f:",
		Links:      "Ouvrez le lien de votre réponse\u202f:",
		Until:      "Vous pouvez répondre jusqu’au {date}.",
		Why:        "Vous recevez cet e-mail parce que vous avez récemment été en contact avec {brand}.",
		Stop:       "Ne plus recevoir d’enquêtes envoyées par {brand}",
		Settings:   "Choisir la fréquence de nos questions",

		RemindSubject: "Rappel\u202f: {subject}",
		Remind:        "Nous vous avons récemment posé cette question. Si le cœur vous en dit, votre réponse intéresse toujours {brand}. Il n’y aura pas d’autre rappel.",
		Left: Plural{
			One:   "Il vous reste un jour pour répondre.",
			Other: "Il vous reste {n} jours pour répondre.",
		},

		BackSubject: "Re: {subject}",
		Back:        "Merci pour votre message. Votre commentaire est bien arrivé chez {brand}, mais nous ne savons pas avec certitude quelle note vous vouliez donner.",
		BackPress:   "Choisissez la bonne ci-dessous. Nous ne vous poserons plus la question.",

		DoorSubject: "Le lien que vous avez demandé à {brand}",
		Door:        "Sur la page de réglages d’une enquête envoyée par {brand}, quelqu’un a demandé ce qui est conservé au sujet de cette adresse. Voici comment y accéder.",
		DoorExport:  "Voir ce qui est conservé à mon sujet",
		DoorForget:  "Tout faire effacer",
		DoorHour:    "Ce lien est valable une heure.",
		DoorNotYou:  "Si cette demande ne vient pas de vous, vous n’avez rien à faire\u202f: tant que personne n’utilise le lien, rien ne se passe.",
	},

	Page: Page{
		Send:     "Envoyer",
		Choose:   "Choisissez une réponse, puis «\u202fEnvoyer\u202f».",
		Confirm:  "Confirmez avec «\u202fEnvoyer\u202f», ou choisissez d’abord une autre réponse.",
		Failed:   "L’envoi n’a pas abouti. Veuillez vérifier votre connexion et réessayer.",
		Trap:     "Veuillez laisser ce champ vide",
		Thanks:   "Merci.",
		Answer:   "Votre réponse\u202f:",
		Better:   "{brand} veut faire mieux, et votre réponse y contribue.",
		Noted:    "Votre réponse aide {brand} à s’améliorer.",
		Glad:     "Voilà qui fait plaisir à toute l’équipe {brand}.",
		WhyLow:   "Qu’est-ce qui n’a pas marché, et que devrait améliorer {brand}\u202f?",
		WhyMid:   "Qu’est-ce qui aurait pu être mieux\u202f?",
		WhyHigh:  "Qu’est-ce qui vous a le plus plu\u202f?",
		Optional: "Seulement si vous le souhaitez. Votre texte est transmis tel quel à {brand}.",
		Quote:    "{brand} peut publier ce commentaire avec mon prénom.",
		SendWhy:  "Envoyer le commentaire",
		Heard:    "Votre commentaire est bien arrivé chez {brand}.",
		Review:   "Partager votre expérience avec {brand} dans un avis public",
		Change:   "Modifier ma réponse",
		SendNew:  "Remplacer par",
		Again: Notice{
			Title: "Encore une fois, s’il vous plaît.",
			Text:  "Les logiciels qui contrôlent les e-mails activent parfois aussi les boutons. Choisissez votre réponse encore une fois, pour que {brand} sache qu’elle vient bien de vous.",
		},
		AgainWhy: "Ou dites-le-nous avec vos mots, cela compte aussi\u202f:",
		Which: Notice{
			Title: "Laquelle est la bonne\u202f?",
			Text:  "Deux réponses différentes sont parties d’ici. Dites à {brand} en quelques mots laquelle est la vôtre\u202f: elle comptera alors.",
		},
		Answered: Notice{
			Title: "Vous avez déjà répondu.",
			Text:  "Merci\u202f! {brand} a bien reçu votre réponse, il n’y a rien d’autre à faire.",
		},
		Elsewhere: Notice{
			Title: "Cette enquête a déjà reçu une réponse.",
			Text:  "C’est la première réponse qui compte\u202f; on peut la modifier dans le navigateur qui l’a envoyée. Ce que vous venez d’envoyer est transmis à {brand} à titre d’information.",
		},
		Expired: Notice{
			Title: "Cette enquête est terminée.",
			Text:  "Elle n’accepte plus de réponses. Merci d’avoir voulu donner la vôtre à {brand}.",
		},
		NotFound: Notice{
			Title: "Ce lien ne fonctionne pas.",
			Text:  "Une partie s’est peut-être perdue en route. Veuillez l’ouvrir à nouveau depuis l’e-mail, ou le copier en entier.",
		},
		Trouble: Notice{
			Title: "Un problème est survenu de notre côté.",
			Text:  "Vous n’y êtes pour rien. Veuillez réessayer dans quelques minutes\u202f: le lien de votre e-mail reste valable.",
		},
		Ask: Notice{
			Title: "Ne plus recevoir d’enquêtes envoyées par {brand}\u202f?",
			Text:  "Nous ne vous poserons plus de questions à cette adresse. Les autres e-mails envoyés par {brand} ne sont pas concernés.",
		},
		StopIt: "Arrêter les enquêtes",
		Stopped: Notice{
			Title: "C’est fait.",
			Text:  "Vous ne recevrez plus d’enquêtes envoyées par {brand} à cette adresse.",
		},
	},

	Peace: Peace{
		Title:  "À quelle fréquence acceptez-vous les questions posées par {brand}\u202f?",
		Usual:  "Aussi souvent que jusqu’ici",
		Less:   "Moins souvent\u202f: environ quatre fois moins",
		Never:  "Plus jamais",
		Save:   "Enregistrer",
		Saved:  "Votre choix est enregistré.",
		Known:  "Ce que {brand} sait de vous ici",
		What:   "Ce qui s’est passé entre vous et {brand} (une demande résolue, par exemple), les questions posées et vos réponses. Pour que personne d’autre ne puisse les voir, le lien pour y accéder est envoyé à votre adresse e-mail.",
		Export: "M’envoyer un lien pour les voir",
		Forget: "M’envoyer un lien pour tout effacer",
		Sent: Notice{
			Title: "Le lien est en route.",
			Text:  "Il est envoyé à l’adresse qui a reçu l’enquête et reste valable une heure. S’il n’arrive pas, regardez dans le dossier des courriers indésirables.",
		},
		Over: Notice{
			Title: "Ce lien n’est plus valable.",
			Text:  "Il était valable une heure. Demandez-en un autre sur la page de réglages d’une enquête\u202f: le lien vers cette page se trouve à la fin de chacun de ses e-mails.",
		},
		Yours: Notice{
			Title: "Ce qui est conservé à votre sujet",
			Text:  "Voici tout ce que {brand} conserve ici pour cette adresse.",
		},
		Download: "Télécharger sous forme de fichier",
		Sure: Notice{
			Title: "Effacer ce qui est conservé à votre sujet\u202f?",
			Text:  "Votre adresse, votre nom, vos réponses et vos commentaires seront définitivement effacés. Seul subsiste un repère qui ne nomme personne, pour que nous ne vous interrogions ni trop souvent ni contre votre gré.",
		},
		Delete: "Effacer",
		Forgotten: Notice{
			Title: "C’est effacé.",
			Text:  "{brand} ne conserve plus rien ici qui vous nomme ou qui reprenne ce que vous avez écrit. Les copies de sauvegarde disparaissent sous 35 jours.",
		},
	},
}
