package heed

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

// A Notice is something that happened and that the team is told by mail, at
// most once to each address. Kind and Of name it, and that it is told once.
type Notice struct {
	Kind  NoticeKind
	Of    string // what happened, and nothing else of its kind: see the kinds
	Day   Day    // UTC day of the answer; 0 for other kinds
	Found time.Time

	Row           RowRef    // the answer's; its words are read from there when the mail is written
	Keyword       bool      // the answer's comment held one of the keywords when it was found
	Source        string    // that went silent
	Since         time.Time // when its last delivery came
	Sent, Bounced uint64    // invitations sent, and those that bounced

	Copies []Copy
}

// NoticeKind is what sort of thing happened.
type NoticeKind string

// The kinds of notices, and what Of is.
const (
	LowAnswer   NoticeKind = "answer"  // the row's id
	KeywordSaid NoticeKind = "keyword" // the row's id
	Silence     NoticeKind = "silent"  // the source, a slash and the day of its last delivery
	Bounces     NoticeKind = "bounces" // the day on which there were too many; behind a slash, which time that day, from 2 on
	Digest      NoticeKind = "digest"  // the ISO week that it is of
)

// How long a notice is of use, and remembered. What finds notices looks so much
// less far back that no name comes again once it is forgotten.
const (
	NoticeSeen   = 48 * time.Hour      // an answer is told of, if it is found so soon
	NoticeServes = 48 * time.Hour      // after it was found: later a notice is not told
	NoticeKept   = 35 * 24 * time.Hour // likewise
)

// A Copy is a notice's mail to one address, which surveys.yaml knows and the
// notice does not.
type Copy struct {
	To        [8]byte   // start of the SHA-256 of the address, in lower case
	Claimed   time.Time // a sender took it in hand
	Sent      time.Time // the mail service accepted it
	MessageID string    // as the mail service named it
	Failed    time.Time // by Fate
	Fate      Fate
}

// Name is what a notice is found by.
func (n *Notice) Name() string { return string(n.Kind) + "/" + n.Of }

// Address makes the notice go to those addresses.
func (n *Notice) Address(to []string) {
	for _, address := range to {
		c := Copy{To: addressee(address)}
		if n.Find(c.To) == nil {
			n.Copies = append(n.Copies, c)
		}
	}
}

// Find returns the copy that goes to an address of that hash, nil if none does.
func (n *Notice) Find(to [8]byte) *Copy {
	i := slices.IndexFunc(n.Copies, func(c Copy) bool { return c.To == to })
	if i < 0 {
		return nil
	}
	return &n.Copies[i]
}

// Open reports whether a copy still waits to be sent or for word of its outcome.
func (n *Notice) Open() bool {
	return slices.ContainsFunc(n.Copies, func(c Copy) bool { return c.Open() })
}

// Open reports whether the copy still waits to be sent or for word of its
// outcome.
func (c *Copy) Open() bool { return c.Fate == NoFate && c.Sent.IsZero() }

// Among returns which of the addresses the copy goes to, "" if none.
func (c *Copy) Among(addresses []string) string {
	for _, address := range addresses {
		if addressee(address) == c.To {
			return address
		}
	}
	return ""
}

// MailID names a copy to a mail service, in characters that a message tag may
// have, and as no row's mail is named.
func (n *Notice) MailID(c *Copy) string {
	sum := sha256.Sum256(append([]byte(n.Name()+"\n"), c.To[:]...))
	return "notice-" + hex.EncodeToString(sum[:12])
}

func addressee(address string) [8]byte {
	sum := sha256.Sum256([]byte(strings.ToLower(address)))
	return [8]byte(sum[:8])
}
