package respond

import (
	"regexp"
	"time"

	"heed/shared/heed"
)

// knowledge is the file of all that is known of a customer.
type knowledge struct {
	about
	Touchpoints []told `json:"touchpoints"`
}

type about struct {
	Brand    string    `json:"brand"`
	Made     time.Time `json:"made_at"`
	Address  string    `json:"address"`
	Often    string    `json:"how_often"`
	Complete bool      `json:"complete"` // false where there is more than the newest
}

// told is one touchpoint in one program.
type told struct {
	At         time.Time           `json:"at"`
	Source     string              `json:"source"`
	Kind       string              `json:"kind"`
	Object     string              `json:"object"`
	Occurrence string              `json:"occurrence,omitempty"`
	Created    time.Time           `json:"created_at,omitzero"`
	Replied    time.Time           `json:"first_reply_at,omitzero"`
	Reopens    uint16              `json:"reopens,omitempty"`
	Amount     int64               `json:"amount_minor_units,omitempty"`
	Currency   string              `json:"currency,omitempty"`
	Dimensions map[string][]string `json:"dimensions,omitempty"`
	Program    string              `json:"program"`
	Decided    time.Time           `json:"decided_at"`
	Decision   heed.Reason         `json:"decision"`
	Chance     float64             `json:"chance_of_being_asked"`
	Before     uint16              `json:"touchpoints_90_days_before"`
	Invitation *invited            `json:"invitation,omitempty"`
	Answer     *answered           `json:"answer,omitempty"`
	Suspects   []answered          `json:"unconfirmed_answers,omitempty"`
	Notes      []noted             `json:"notes,omitempty"`
}

type invited struct {
	To        string    `json:"to"`
	Name      string    `json:"name,omitempty"`
	Locale    string    `json:"locale,omitempty"`
	Zone      string    `json:"time_zone,omitempty"`
	Agent     string    `json:"agent,omitempty"`
	Product   string    `json:"product,omitempty"`
	Due       time.Time `json:"due_at"`
	Sent      time.Time `json:"sent_at,omitzero"`
	Delivered time.Time `json:"delivered_at,omitzero"`
	State     string    `json:"state"`
	Mails     []mailed  `json:"further_mails,omitempty"`
}

type mailed struct {
	Kind string    `json:"kind"`
	Due  time.Time `json:"due_at"`
	Sent time.Time `json:"sent_at,omitzero"`
	Fate string    `json:"fate,omitempty"`
}

type answered struct {
	At       time.Time `json:"at"`
	Score    int       `json:"score"`
	Channel  string    `json:"channel"`
	Comment  string    `json:"comment,omitempty"`
	Quotable bool      `json:"may_be_published,omitempty"`
	Doubts   []string  `json:"doubts,omitempty"`
}

type noted struct {
	Kind  string    `json:"kind"`
	At    time.Time `json:"at"`
	Score *int      `json:"score,omitempty"`
	Text  string    `json:"text,omitempty"`
}

// address is what in a team's own words is somebody's mail address: an agent's,
// or whoever a tag is named after.
var address = regexp.MustCompile(`[^\s<>",;:()]+@[^\s<>",;:()]+`)

// unaddressed is a text without the addresses of others.
func unaddressed(s string) string { return address.ReplaceAllString(s, "(a mail address)") }

// tell writes down a row, but for what is others' own: their addresses, and what
// those answered whom a mail was passed on to.
func tell(r *heed.Row) told {
	t := told{
		At: r.At, Source: r.Source, Kind: r.Kind, Object: r.Object, Occurrence: r.Occurrence,
		Created: r.Created, Replied: r.Replied, Reopens: r.Reopens, Amount: r.Amount, Currency: r.Currency,
		Program: r.Program, Decided: r.Decided, Decision: r.Reason, Chance: float64(r.Pi) / heed.PPB, Before: r.N90,
		Invitation: tellMails(r),
	}
	for _, d := range r.Dims {
		if t.Dimensions == nil {
			t.Dimensions = map[string][]string{}
		}
		t.Dimensions[d.Name] = append(t.Dimensions[d.Name], unaddressed(d.Value))
	}
	if r.Response != nil {
		a := tellAnswer(r.Response)
		t.Answer = &a
	}
	for i := range r.Suspects {
		t.Suspects = append(t.Suspects, tellAnswer(&r.Suspects[i]))
	}
	for i := range r.Notes {
		n := &r.Notes[i]
		note := noted{Kind: n.Kind.String(), At: n.At}
		if n.Kind != heed.Forwarded {
			note.Text = n.Text
			if n.Score != heed.None {
				note.Score = &n.Score
			}
		}
		t.Notes = append(t.Notes, note)
	}
	return t
}

func tellMails(r *heed.Row) *invited {
	i := r.Invitation
	if i == nil {
		return nil
	}
	t := &invited{
		To: i.To, Name: i.Name, Locale: i.Locale, Zone: i.Zone, Agent: unaddressed(i.Agent), Product: i.Product,
		Due: r.Due, Sent: i.Sent, Delivered: i.Delivered, State: i.State(),
	}
	for k := range i.Further {
		f := &i.Further[k]
		t.Mails = append(t.Mails, mailed{Kind: f.Kind.String(), Due: f.Due, Sent: f.Sent, Fate: f.Fate.String()})
	}
	return t
}

func tellAnswer(a *heed.Response) answered {
	return answered{At: a.At, Score: a.Score, Channel: a.Channel.String(), Comment: a.Comment, Quotable: a.Quotable, Doubts: a.Evidence.Names()}
}
