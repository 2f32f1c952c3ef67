package replies

import (
	"strings"
	"unicode"
)

// notices are how the subjects of vacation notes begin, in lower case. Those
// of the first group are known from discourse (receiver.rb), osTicket
// (class.filter.php), sisimai (rfc3834.rb) and multi_mail; those of the second
// are what mail programs write in their other languages.
var notices = []string{
	"auto:", "automatic reply", "autosvar", "automatisk svar", "automatisch antwoord", "abwesenheitsnotiz",
	"risposta non al computer", "auto response", "respuesta automática", "fuori sede", "out of office", "out of the office",
	"frånvaro", "réponse automatique", "auto-reply", "autoreply", "auto reply", "autoresponse", "autoresponder", "out-of-office", "ooo:",

	"automatische antwort", "automatische abwesenheit", "abwesend", "abwesenheit", "außer haus", "nicht im büro",
	"absence du bureau", "absent du bureau", "message d'absence", "absence :", "absent(e)",
	"fuera de la oficina", "fuera de oficina", "ausente", "ausencia",
	"risposta automatica", "assente", "fuori ufficio",
	"resposta automática", "fora do escritório", "ausência temporária", "ausente do escritório",
	"automatisch antwoord", "afwezig", "afwezigheid", "niet aanwezig",
	"inte på kontoret", "jag är inte på kontoret", "ikke til stede", "fravær", "ikke på kontoret", "fraværende", "fraværsbesked",
	"automaattinen vastaus", "poissa", "poissaoloviesti",
	"automatyczna odpowiedź", "odpowiedź automatyczna", "nieobecność", "poza biurem", "autoodpowiedź",
	"automatická odpověď", "mimo kancelář", "nepřítomnost",
	"automatikus válasz", "házon kívül", "távollét",
	"răspuns automat", "absent din birou",
	"αυτόματη απάντηση", "εκτός γραφείου", "απουσία",
	"otomatik yanıt", "otomatik cevap", "ofis dışında",
	"автоматический ответ", "автоответ", "вне офиса", "нет на месте", "отсутствие на рабочем месте",
	"автоматична відповідь", "автовідповідь", "поза офісом",
	"رد تلقائي", "الرد التلقائي", "خارج المكتب",
	"תשובה אוטומטית", "מענה אוטומטי", "הודעה אוטומטית", "לא נמצא במשרד", "מחוץ למשרד",
	"自動応答", "自動返信", "不在通知", "不在のお知らせ", "不在のため", "【自動返信】",
	"自动回复", "自动答复", "外出", "不在办公室", "自動回覆", "自動回复", "不在辦公室",
	"자동 회신", "자동회신", "자동 응답", "자동응답", "부재중",
	"ตอบกลับอัตโนมัติ", "การตอบกลับอัตโนมัติ", "ไม่อยู่ที่สำนักงาน", "ไม่อยู่ในสำนักงาน",
	"स्वचालित उत्तर", "स्वतः उत्तर", "कार्यालय से बाहर",
	"balasan otomatis", "jawaban otomatis", "di luar kantor", "sedang tidak di kantor",
	"trả lời tự động", "thư trả lời tự động", "vắng mặt", "không có mặt tại văn phòng",
}

// endings are how some of them end.
var endings = []string{"is out of the office", "is out of office", "ist außer haus", "(auto-reply)", "(out of office)", "(autosvar)"}

// absent reports whether a subject is that of a vacation note.
func absent(subject string) bool {
	s := strings.ToLower(strings.TrimLeftFunc(subject, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("[(*\u200e\u200f", r)
	}))
	for _, n := range notices {
		if rest, ok := strings.CutPrefix(s, n); ok && !begins(rest) {
			return true
		}
	}
	s = strings.TrimRight(s, " .!")
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// begins reports whether a word goes on in rest, in writing that has a space
// between words.
func begins(rest string) bool {
	for _, r := range rest {
		return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew)
	}
	return false
}
