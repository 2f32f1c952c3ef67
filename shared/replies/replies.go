// Package replies reads a mail that a customer sent: from whom, to whom,
// whether a machine wrote it, and the score on its first line. It knows no
// row and no program; what an answer changes is package reply's affair
// (handlers).
package replies

import (
	"bytes"
	"net/mail"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"heed/shared/heed"
)

// What a mail may hold at most. enmime takes seconds over thousands of nested
// or empty parts, so such mails never reach it.
const (
	MaxBytes      = 25 << 20
	maxBoundaries = 2000 // lines that begin with --
	maxMultiparts = 50   // parts that announce parts of their own
)

// A Letter is what is read of a mail.
type Letter struct {
	From      string   // address, lower case
	To        []string // addresses it was sent to, lower case, plus-parts kept
	Automatic bool     // written by a machine: a vacation note, a bounce, a list
	Rejected  bool     // SES found a virus or called it spam
	Text      string   // the plain text, or what the HTML says
}

// Read reads a raw mail. An error has code heed.Invalid: the mail is no mail,
// or too much of one.
func Read(raw []byte) (*Letter, error) {
	if err := bounded(raw); err != nil {
		return nil, err
	}
	head, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "not a mail").Because(err)
	}
	from, err := mail.ParseAddress(head.Header.Get("From"))
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "a mail without a sender").Because(err)
	}
	l := &Letter{
		From:      strings.ToLower(from.Address),
		To:        recipients(head.Header),
		Automatic: automatic(head.Header),
		Rejected:  rejected(head.Header),
	}
	parts, err := enmime.NewParser(enmime.SkipMalformedParts(true)).ReadEnvelope(bytes.NewReader(raw))
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "a mail whose parts cannot be read").Because(err)
	}
	l.Text = parts.Text
	return l, nil
}

func bounded(raw []byte) error {
	if len(raw) > MaxBytes || bytes.Count(raw, []byte("\n--")) > maxBoundaries ||
		bytes.Count(bytes.ToLower(raw), []byte("multipart/")) > maxMultiparts {
		return heed.Errorf(heed.Invalid, "a mail with too much in it")
	}
	return nil
}

func recipients(h mail.Header) []string {
	var out []string
	for _, name := range []string{"To", "Cc", "Delivered-To", "X-Original-To"} {
		for _, value := range h[name] {
			list, err := mail.ParseAddressList(value)
			if err != nil {
				continue // another header may name it
			}
			for _, a := range list {
				out = append(out, strings.ToLower(a.Address))
			}
		}
	}
	return out
}

// automatic follows RFC 3834 and what vacation responders, lists and bounces
// are known to write.
func automatic(h mail.Header) bool {
	if v := strings.ToLower(h.Get("Auto-Submitted")); v != "" && v != "no" {
		return true
	}
	for _, name := range []string{"X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Failed-Recipients", "List-Id", "Feedback-Id"} {
		if h.Get(name) != "" {
			return true
		}
	}
	switch strings.ToLower(h.Get("Precedence")) {
	case "auto_reply", "bulk", "junk", "list":
		return true
	}
	return strings.TrimSpace(h.Get("Return-Path")) == "<>" ||
		strings.HasPrefix(strings.ToLower(h.Get("Content-Type")), "multipart/report")
}

// rejected trusts SES's own verdicts only: it puts them above all headers that
// came with the mail, and Get returns the topmost. A mail that fails DMARC, or
// both of the checks that DMARC rests on, is not from whom it says.
func rejected(h mail.Header) bool {
	if h.Get("X-Ses-Virus-Verdict") == "FAIL" || h.Get("X-Ses-Spam-Verdict") == "FAIL" {
		return true
	}
	results := strings.ToLower(h.Get("Authentication-Results"))
	if !strings.HasPrefix(results, "amazonses.com") {
		return false // none of SES's: it was not asked
	}
	return strings.Contains(results, "dmarc=fail") ||
		strings.Contains(results, "spf=fail") && strings.Contains(results, "dkim=fail")
}
