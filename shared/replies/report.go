package replies

import (
	"bytes"
	"slices"
	"strings"
)

// groups reads the blocks of fields of a delivery status (RFC 3464): one of the
// mail, then one for each address.
func groups(body []byte) (list []header) {
	for at := 0; at < len(body) && len(list) < maxAddresses; {
		h, next, _ := readHeader(body, at, len(body))
		if len(h) > 0 {
			list = append(list, h)
		}
		if next <= at {
			break
		}
		at = next
	}
	return list
}

// report takes from a bounce or a complaint whom it is about.
func (l *Letter) report(h header, w *walk) {
	for _, g := range w.status {
		if hard(g) {
			l.Failed = append(l.Failed, recipients(g)...)
		}
	}
	if len(w.status) == 0 { // Exim's and its kin; where there is a status, that says more
		l.Failed = h.addresses("x-failed-recipients")
	}
	if accuses(w.feedback) {
		l.Accused = recipients(w.feedback)
	}
}

// hard reports whether a delivery failed for good, because of the address: not
// because the mailbox is full (RFC 3463, X.2.2), or because the mail is too
// large (X.2.3, X.3.4), of the wrong shape (X.6) or unwelcome (X.7). The mail
// service calls those transient, too.
func hard(g header) bool {
	status, _, _ := strings.Cut(strings.TrimSpace(g.get("status")), " ")
	if action := strings.ToLower(g.get("action")); action != "failed" || !strings.HasPrefix(status, "5.") {
		return false
	}
	return !slices.Contains([]string{"5.2.2", "5.2.3", "5.3.4"}, status) &&
		!strings.HasPrefix(status, "5.6.") && !strings.HasPrefix(status, "5.7.")
}

// recipients lists the addresses that a group of fields is about, as they came
// to us and as they were written to.
func recipients(g header) (list []string) {
	for _, value := range g.all("original-recipient", "final-recipient", "original-rcpt-to") {
		kind, address, typed := strings.Cut(value, ";")
		if !typed {
			address = kind
		}
		address = strings.ToLower(strings.Trim(address, "<> \t"))
		if strings.Contains(address, "@") && !slices.Contains(list, address) {
			list = append(list, address)
		}
	}
	return list
}

// accuses reports whether feedback (RFC 5965) is a person's complaint. Some is
// the opposite, and some is about signatures alone.
func accuses(feedback header) bool {
	switch strings.ToLower(feedback.get("feedback-type")) {
	case "", "not-spam", "auth-failure", "dmarc":
		return false
	}
	return true
}

// maxTraces bounds what is tried as a token.
const maxTraces = 16

// trace finds what may be a token of ours where the mail quotes or returns what
// we wrote: the ids it refers to, its bodies, the header of the mail in it.
func (l *Letter) trace(h header, w *walk) {
	returned := w.returned
	if end := bytes.Index(returned, []byte("\n\r\n")); end > 0 {
		returned = returned[:end]
	}
	for _, s := range append(h.all("references", "in-reply-to"), string(returned), l.Text, l.HTML) {
		l.Traces = traces(l.Traces, s)
	}
}

// traces appends the words of s that have the length and the letters of a token.
func traces(list []string, s string) []string {
	begin := 0
	for i := 0; i <= len(s) && len(list) < maxTraces; i++ {
		if i < len(s) && isWord(s[i]) {
			continue
		}
		if word := s[begin:i]; len(word) == 48 && !slices.Contains(list, strings.ToLower(word)) {
			list = append(list, strings.ToLower(word))
		}
		begin = i + 1
	}
	return list
}

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
