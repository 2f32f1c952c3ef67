package mail

import (
	"strings"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// origin is what made a mail go, as RFC 3834 tells it.
type origin struct{ submitted, suppress string }

// What of Exchange's answers a mail asks to be kept from stands second: on our
// own accord, those of people who are away; to what somebody sent, all, so that
// two programs never go on writing to each other. People's replies are not
// affected.
var (
	generated = origin{"auto-generated", "OOF, AutoReply"}
	replied   = origin{"auto-replied", "All"}
)

// headers returns what the mail says to programs. The first two are RFC 8058,
// one-click unsubscription, with a mail address beside it for programs that
// know only RFC 2369. The others ask vacation responders not to answer: RFC
// 3834, and Exchange's own. By the last we know our own mails again.
func (w *Writer) headers(l Links, as origin) ([]Header, error) {
	var list []Header
	if l.Unsubscribe != "" {
		ways := "<" + l.Unsubscribe + ">"
		if l.UnsubscribeMail != "" {
			ways += ", <mailto:" + l.UnsubscribeMail + ">"
		}
		list = append(list, Header{"List-Unsubscribe", ways}, Header{"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"})
	}
	list = append(list, Header{"Auto-Submitted", as.submitted}, Header{"X-Auto-Response-Suppress", as.suppress})
	if w.Loop != "" {
		list = append(list, Header{"X-Loop", w.Loop})
	}
	for _, h := range list {
		if !h.fits() {
			return nil, heed.Errorf(heed.Invalid, "the header %s is too long, or not in printable ASCII", h.Name)
		}
	}
	return list, nil
}

// fits reports whether SES takes the header: a name of at most 126 characters
// and a value of 995, together no more than 996.
// https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html
func (h *Header) fits() bool {
	return len(h.Name) <= 126 && len(h.Value) <= 995 && len(h.Name)+len(h.Value) <= 996 &&
		!strings.ContainsFunc(h.Value, func(r rune) bool { return r < ' ' || r >= 0x7f })
}

// sender is who a brand's mails come from: its own address where that is at the
// domain the deployment sends from, which alone is verified and aligned, and
// else the deployment's.
func (w *Writer) sender(b *surveys.Brand) (string, error) {
	from, err := addressed("", w.From)
	if err != nil {
		return "", err
	}
	if i, j := strings.LastIndex(b.Sender, "@"), strings.LastIndex(from, "@"); i > 0 && strings.EqualFold(b.Sender[i:], from[j:]) {
		from = b.Sender[:i] + from[j:] // as the grant to send has it
	}
	return addressed(line(b.Name), from)
}
