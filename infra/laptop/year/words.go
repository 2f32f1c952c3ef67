package year

import "math/rand/v2"

// hurried is what comments are about where a ticket was closed too early.
const hurried = "hurried"

// A wording is what customers write with a low, a middling and a high score.
type wording [3][]string

// comment is what a customer writes who gives a score in that third.
func (f feeling) comment(random *rand.Rand, german bool, third int) string {
	words := english
	if german {
		words = deutsch
	}
	w, ok := words[f.about]
	if !ok || len(w[third]) == 0 || random.IntN(8) == 0 {
		w = words[""]
	}
	return w[third][random.IntN(len(w[third]))]
}

var english = map[string]wording{
	"": {
		{"I had to ask three times.", "Nobody understood what I wanted.", "I am still waiting for a real answer."},
		{"It was all right.", "Took a while, but fine."},
		{"Quick and friendly, thank you!", "Great help.", "Solved at once."},
	},
	"invoice": {
		{"The invoice is still wrong.", "I was charged twice and nobody explains why.", "The refund never came."},
		{"The invoice is right now, after some mails."},
		{"My invoice was corrected within the hour.", "Billing was sorted out at once."},
	},
	"login": {
		{"I still can't log in.", "The password reset mail never arrives."},
		{"I can log in again, but it took too long."},
		{"Could log in again right away.", "The new password works, thanks."},
	},
	"export": {
		{"The export still stops half-way.", "Half of my rows are missing in the export."},
		{"The export works, though it is slow."},
		{"The export works now, great.", "Exporting is easy once you know how."},
	},
	"how-to": {
		{"I was only sent a link to the manual."},
		{"The explanation was a bit long."},
		{"Well explained, thank you.", "Clear and patient explanation."},
	},
	"bug": {
		{"The app crashes every day now.", "Another crash, and all my work was lost.", "Full of bugs since the last update.", "It crashed three times this week."},
		{"It still crashes now and then.", "Fewer bugs than before, but not none."},
		{"The crash is fixed, thank you.", "The bug was gone the next day."},
	},
	"outage": {
		{"You were down for hours and nobody said a word.", "The second outage this month.", "We could not work during the outage."},
		{"The outage was long, but at least you told us."},
		{"Down for a few minutes only, and well explained.", "Honest words about the outage."},
	},
	"cancellation": {
		{"You make it hard to cancel.", "I asked to cancel and was called by sales."},
		{"I could cancel, in the end."},
		{"I wanted to cancel, and you talked me out of it nicely."},
	},
	hurried: {
		{"The ticket was closed too early, nothing is solved.", "Closed without a solution.", "You closed it before I could answer."},
		{"Closed a little early, but it works."},
		{"That was fast."},
	},
	"subscription.renewed": {
		{"Too expensive for what it does.", "We are looking at others."},
		{"Does what it should."},
		{"We use it every day and like it.", "I tell everybody about it.", "Great product, though the price rise hurts."},
	},
	"onboarding.done": {
		{"Setting it up took days.", "The import of our data failed twice."},
		{"Some steps were unclear."},
		{"Up and running in an hour.", "The setup was easy."},
	},
	"deal.won": {
		{"Too many calls before we could buy."},
		{"The contract took a while."},
		{"Easy to buy.", "Good advice, no pressure."},
	},
}

var deutsch = map[string]wording{
	"": {
		{"Ich musste dreimal nachfragen.", "Niemand hat verstanden, was ich wollte."},
		{"Ganz in Ordnung."},
		{"Schnell und freundlich, danke!", "Sofort gelöst."},
	},
	"invoice": {
		{"Die Rechnung ist immer noch falsch.", "Mir wurde doppelt berechnet."},
		{"Die Rechnung stimmt jetzt."},
		{"Die Rechnung wurde gleich korrigiert."},
	},
	"login": {
		{"Die Anmeldung geht immer noch nicht.", "Das neue Passwort kommt nie an."},
		{"Die Anmeldung geht wieder, hat aber gedauert."},
		{"Anmeldung geht wieder, danke."},
	},
	"export": {
		{"Der Export bricht immer noch ab."},
		{"Der Export geht, ist aber langsam."},
		{"Der Export geht jetzt, prima."},
	},
	"how-to": {
		{"Ich bekam nur einen Link zum Handbuch."},
		{"Die Erklärung war etwas lang."},
		{"Gut erklärt, vielen Dank."},
	},
	"bug": {
		{"Jeden Tag ein Absturz der App.", "Wieder ein Absturz, alles war weg.", "Seit dem Update voller Fehler."},
		{"Ein paar Fehler sind geblieben."},
		{"Der Fehler ist behoben, danke."},
	},
	"outage": {
		{"Stundenlanger Ausfall, und niemand sagt etwas.", "Schon der zweite Ausfall in diesem Monat."},
		{"Der Ausfall war lang, aber angekündigt."},
		{"Der Ausfall war kurz und gut erklärt."},
	},
	"cancellation": {
		{"Die Kündigung wird einem schwer gemacht."},
		{"Die Kündigung ging dann doch."},
		{"Ich wollte kündigen und bleibe nun gern."},
	},
	hurried: {
		{"Zu früh geschlossen, nichts ist gelöst.", "Ohne Lösung geschlossen."},
		{"Etwas früh geschlossen, geht aber."},
		{"Das ging schnell."},
	},
	"subscription.renewed": {
		{"Zu teuer für das, was es kann."},
		{"Tut, was es soll."},
		{"Wir nutzen es jeden Tag gern.", "Ich empfehle es allen."},
	},
	"onboarding.done": {
		{"Die Einrichtung hat Tage gedauert."},
		{"Manches war unklar."},
		{"In einer Stunde eingerichtet."},
	},
	"deal.won": {
		{"Zu viele Anrufe vor dem Kauf."},
		{"Der Vertrag hat gedauert."},
		{"Gute Beratung."},
	},
}
