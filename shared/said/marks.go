package said

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// attributes are what is looked at of an element's.
type attributes struct {
	names  []string // its classes, id, name and data-marker, lower case
	style  string   // without spaces, lower case
	cite   bool
	secret bool // hidden
	styled bool // has any class, type or the like
}

func (a *attributes) note(key, value []byte) {
	if len(value) > 2000 {
		value = value[:2000]
	}
	text := strings.ToLower(string(value))
	switch string(key) {
	case "class", "id", "name", "data-marker", "data-smartmail", "data-signature-widget", "data-cke-signature":
		for _, name := range strings.Fields(text) {
			for strings.HasPrefix(name, "x_") { // put there by Outlook on the web
				name = name[2:]
			}
			a.names = append(a.names, name)
		}
		a.styled = true
	case "style":
		a.style = strings.Map(func(r rune) rune {
			if r == ' ' || r == '\n' || r == '\t' {
				return -1
			}
			return r
		}, text)
	case "type", "cite":
		a.cite = true
	case "hidden":
		a.secret = true
	}
}

func (a *attributes) hidden() bool {
	return a.secret || strings.Contains(a.style, "display:none") || strings.Contains(a.style, "mso-hide:all") ||
		strings.Contains(a.style, "visibility:hidden")
}

// plain says that a blockquote may be the person's own, made to indent.
func (a *attributes) plain() bool {
	return !a.cite && !a.styled && (!strings.Contains(a.style, "border") || strings.Contains(a.style, "border:none"))
}

// mark is what mail programs are known to say by an element.
func (a *attributes) mark(tag atom.Atom) mark {
	for _, name := range a.names {
		if m := elements[name]; m != unmarked {
			if m == prefix && name == "gmail_quote" && tag == atom.Blockquote {
				return quoted
			}
			return m
		}
	}
	switch {
	case tag != atom.Div:
	case strings.Contains(a.style, "border:none;border-top:solid#"),
		strings.Contains(a.style, "border-top:") && (strings.Contains(a.style, "padding:3.0pt0") || strings.Contains(a.style, "padding:3pt0")):
		return end // Outlook, above the headers of the mail it answers
	case strings.Contains(a.style, "border:none;border-left:solidblue"):
		return quoted // Outlook, around that mail
	}
	return unmarked
}

// elements are the classes, ids and names that mail programs give to what they
// put into a mail themselves.
var elements = map[string]mark{
	"gmail_quote": prefix, "gmail_attr": prefix, "gmail_quote_attribution": prefix, "moz-cite-prefix": prefix,
	"moz-email-headers-table": prefix, "reply-intro": prefix, "wordattribution": prefix,

	"divrplyfwdmsg": end, "appendonsend": end, "outlookmessageheader": end, "stopspelling": end,
	"ms-outlook-mobile-reference-message": end, "isforwardcontent": end, "original-content": end,
	"mail-editor-reference-message-container": end,

	"messagereplysection": quoted, "moz-forward-container": quoted, "protonmail_quote": quoted, "yahoo_quoted": quoted,
	"zmail_extra": quoted, "tutanota_quote": quoted, "mail-quote-collapse": quoted, "__quoted_text__": quoted,
	"isreplycontent": quoted, "freshdesk_quote": quoted, "front-blockquote": quoted, "hs_reply": quoted, "quote": quoted,
	"olk_src_body_section": quoted, "nylas-quote": quoted, "ntes-mailmaster-quote": quoted, "replyblock": quoted,
	"gmail_extra_quote": quoted, "airmail_ext_on": prefix, "edo-quote": quoted, "cj-quote": quoted, "wysiwyg-quote": quoted,
	"history_container": quoted, "crisp-quote": quoted, "edison-quote": quoted, "qm_quote": quoted, "xm_reply": quoted,

	"gmail_signature": signature, "gmail_signature_prefix": signature, "moz-signature": signature,
	"protonmail_signature_block": signature, "yahoo-signature": signature, "ms-outlook-mobile-signature": signature,
	"signature": signature, "applemailsignature": signature, "messagesignaturesection": signature, "_rc_sig": signature,
	"__sig_pre__": signature, "__sig_post__": signature, "k9mail-signature": signature, "composer_signature": signature,
	"tutanota_signature": signature, "bloop_sign": signature, "sh-signature": signature, "mobile-signature": signature,
	"js-compose-signature": signature, "signature-container": signature, "linebreakatbeginningofsignature": signature,
	"physicalsignature": signature, "outlooksignature": signature, "x-apple-signature": signature, "mcntsignature": signature,
}

// blocks begin and end a line.
var blocks = setOfTags(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Br, atom.Center, atom.Dd,
	atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
	atom.Header, atom.Hr, atom.Li, atom.Main, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Table, atom.Tbody, atom.Td,
	atom.Th, atom.Tr, atom.Ul)

// voids have no end.
var voids = setOfTags(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
	atom.Meta, atom.Source, atom.Track, atom.Wbr)

func setOfTags(tags ...atom.Atom) map[atom.Atom]bool {
	set := map[atom.Atom]bool{}
	for _, tag := range tags {
		set[tag] = true
	}
	return set
}
