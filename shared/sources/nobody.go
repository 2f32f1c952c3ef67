package sources

import (
	"slices"
	"strings"
)

// What senders write where they know of nobody, and the mailboxes that nobody
// reads. As a name it would make one of all of whom nothing is known.
var (
	nobody = []string{"-", "0", "n/a", "nil", "none", "null", "undefined", "unknown"}
	unread = []string{"do-not-reply", "donotreply", "mailer-daemon", "no-reply", "no_reply", "none", "noreply", "null", "undefined", "unknown"}
)

// longest is how long the longest of nobody is.
const longest = len("undefined")

// who is the value where it names somebody.
func (t text) who(n int) string {
	s := t.name(n)
	if len(s) <= longest && slices.Contains(nobody, strings.ToLower(s)) {
		return ""
	}
	return s
}

// mailbox is the value where it could be somebody's address. People are called
// Nil, and have addresses of one character.
func (t text) mailbox() string {
	s := t.email()
	local, _, _ := strings.Cut(strings.ToLower(s), "@")
	if slices.Contains(unread, local) {
		return ""
	}
	return s
}
