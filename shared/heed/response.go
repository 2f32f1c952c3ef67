package heed

import "time"

// A Response is an answer that came back.
type Response struct {
	Score    int
	Channel  Channel
	At       time.Time // of the first confirmed answer
	Comment  string
	Quotable bool     // its giver lets the team publish the comment
	Edit     [8]byte  // whoever holds it may change the answer
	Mail     [8]byte  // fingerprint of the mail it came with; zero where it came by page
	Evidence Evidence // what speaks for a machine; of a suspect never 0
}

// Evidence is what speaks for it that a machine answered, as bits.
type Evidence uint16

// The evidence. Their numbers are stored: append, never renumber.
const (
	Unscripted Evidence = 1 << iota // the plain form was posted, of which no script vouches that a person pressed
	NoCookie                        // the browser did not show the cookie that came with the page
	BadPage                         // what the page was given to send back is missing, forged or another visit's
	TooEarly                        // pressed sooner after the page came than anybody reads it
	Untrusted                       // the browser said that no person pressed
	Trapped                         // a field that people don't see was filled in
	AtDelivery                      // within seconds of the mail's delivery
	KnownAgent                      // the browser calls itself what a scanner does
	Contrary                        // several different answers from one visit
	Hasty                           // answers were chosen one after another faster than by hand
)

var evidenceNames = [...]string{
	"unscripted", "no_cookie", "bad_page", "too_early", "untrusted", "trapped", "at_delivery", "known_agent", "contrary", "hasty",
}

// Names lists what the evidence holds, as the API writes it.
func (e Evidence) Names() []string {
	names := []string{}
	for k, name := range evidenceNames {
		if e&(1<<k) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// A Note is something that came back beside the answer and changes nothing in
// it.
type Note struct {
	Kind  NoteKind
	At    time.Time
	Score int // None if it says none
	Text  string
	Mail  [8]byte // fingerprint of the mail it came with; zero where it came by page
}

// None is the score of what has none.
const None = -1

// NoteKind is why something that came back is no answer.
type NoteKind uint8

// The kinds of notes. Their numbers are stored: append, never renumber.
const (
	Elsewhere NoteKind = iota + 1 // pressed in another browser than the one that answered
	Forwarded                     // mailed by somebody else than was invited
	Unscored                      // mailed by whoever was invited, without a clear score
	Afterward                     // mailed by whoever was invited, after their answer or after the window
	Farewell                      // mailed by whoever was invited, to say nothing but that they want no more
)

// strange reports whether such a note may be anybody's.
func (k NoteKind) strange() bool { return k == Elsewhere || k == Forwarded }

var noteNames = [...]string{"", "elsewhere", "forwarded", "unscored", "afterward", "farewell"}

// String is the kind as the API writes it.
func (k NoteKind) String() string {
	if int(k) < len(noteNames) {
		return noteNames[k]
	}
	return "unknown"
}

// How much of what comes back one row holds, so that a stranger with a link
// can't make it grow. The first ones stay.
const (
	MaxSuspects = 8
	MaxNotes    = 8
)

// Add adds a note, unless there are too many or one of the same mail or words.
// It reports whether it did. What strangers may have sent takes half the room
// at most: the rest is for what the customer writes.
func (r *Row) Add(n Note) bool {
	strangers := 0
	for _, was := range r.Notes {
		if was.Mail == n.Mail && (n.Mail != [8]byte{} || was.Kind == n.Kind && was.Score == n.Score && was.Text == n.Text) {
			return false
		}
		if was.Kind.strange() {
			strangers++
		}
	}
	if len(r.Notes) >= MaxNotes || n.Kind.strange() && strangers >= MaxNotes/2 {
		return false
	}
	r.Notes = append(r.Notes, n)
	return true
}

// Stirred is when something last came back: the answer, a suspect or a note.
// Zero if nothing did.
func (r *Row) Stirred() time.Time {
	var at time.Time
	if r.Response != nil {
		at = r.Response.At
	}
	for i := range r.Suspects {
		at = later(at, r.Suspects[i].At)
	}
	for i := range r.Notes {
		at = later(at, r.Notes[i].At)
	}
	return at
}

// Channel is the way an answer came.
type Channel uint8

// The channels. Their numbers are stored: append, never renumber.
const (
	Page  Channel = iota + 1 // chosen and sent on the survey page
	Reply                    // written as a reply to the mail
	Click                    // chosen in the mail, and sent as it was on the page
)

var channelNames = [...]string{"", "page", "reply", "click"}

// String is the channel as the API writes it.
func (c Channel) String() string {
	if c > 0 && int(c) < len(channelNames) {
		return channelNames[c]
	}
	return "unknown"
}
