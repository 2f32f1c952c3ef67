package sources

import (
	"strconv"
	"strings"
	"time"

	"heed/shared/heed"
)

// A record is an object of Salesforce, as far as a delivery has it: its type,
// and its fields by their API names.
type record struct {
	typ text
	get func(name string) (v text, there bool)
}

// field is the first of the fields that is there.
func (r *record) field(names ...string) text {
	for _, name := range names {
		if v, there := r.get(name); there {
			return v
		}
	}
	return ""
}

// id is the first of the fields that is an id.
func (r *record) id(names ...string) string {
	return wholeID(text(r.field(names...).who(maxID)).name(maxObject - 48))
}

// wholeID is an id of 15 characters with the three that check its case, which
// messages write and formulas leave out: one record must have one name.
// https://help.salesforce.com/s/articleView?id=000385585&type=1
func wholeID(id string) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
	if len(id) != 15 {
		return id
	}
	whole := []byte(id)
	for from := 0; from < 15; from += 5 {
		upper := 0
		for i := range 5 {
			if c := id[from+i]; 'A' <= c && c <= 'Z' {
				upper |= 1 << i
			}
		}
		whole = append(whole, letters[upper])
	}
	return string(whole)
}

// salesforceTypes are objects by Heed's words for them.
var salesforceTypes = map[string]string{"Opportunity": "deal", "Case": "ticket", "Contact": "contact"}

// touchpoint makes one of a record: none if its kind is empty, and why not if
// it says too little. told is the kind of the address.
func (s salesforce) touchpoint(rec *record, told text) (t heed.Touchpoint, why string) {
	kind, why := s.kind(rec, told)
	if kind == "" {
		return t, why
	}
	what := salesforceTypes[rec.typ.plain()]
	if what == "" { // an object of the team's own, and a kind that somebody named
		what = text(strings.ReplaceAll(strings.TrimSuffix(rec.typ.name(40), "__c"), "__", "_")).kind()
	}
	id, happened, customer := rec.id("Id"), rec.happened(kind), rec.customer()
	switch {
	case what == "":
		return t, "the type of the object is missing, or no name"
	case id == "":
		return t, "Id is missing"
	case happened.IsZero():
		return t, "LastModifiedDate is missing"
	case customer.ID == "" && customer.Email == "":
		return t, "neither an id nor an address of the contact is there"
	}
	t = heed.Touchpoint{
		Kind: kind, Object: what + ":" + id, Occurrence: rec.occurrence(kind), At: happened, Customer: customer,
		Team:    rec.field("Team__c").clip(),
		Agent:   rec.field("OwnerName__c", "OwnerId").clip(),
		Channel: text(strings.ToLower(rec.field("Origin").plain())).clip(),
		Subject: rec.field("Subject").subject(),
		Facts: heed.Facts{
			Created: rec.field("CreatedDate").time(), Replied: rec.field("Replied__c").time(),
			Reopens: count(rec.field("Reopens__c")), Handled: rec.field("HandledSeconds__c").seconds(),
		},
	}
	if s.Product != "" {
		t.Product = rec.field(s.Product).clip()
	}
	t.Amount, t.Currency = money(rec.field("Amount"), rec.field("CurrencyIsoCode", "Currency__c"))
	return t, ""
}

// kind is what the address or a flow says that happened, or what the record's
// own stage or status stands for; why not if none can be had.
func (s salesforce) kind(rec *record, told text) (kind, why string) {
	if named := told.or(rec.field("kind")); named.plain() != "" {
		if kind := named.kind(); kind != "" {
			return kind, ""
		}
		return "", "kind is not one such as deal.won"
	}
	stage := rec.stage()
	if kind := kindOf(s.Source, stage); kind != "" {
		return kind, ""
	}
	switch rec.typ.plain() {
	case "Opportunity":
		return salesforceDeal(rec, stage.plain())
	case "Case":
		return salesforceCase(rec, stage.plain())
	case "Contact":
		return "contact.created", ""
	}
	return "", "what happened is not said: end the address in &kind= and a kind such as onboarding.done"
}

// stage is how far a record has come, each object's by its own field.
func (r *record) stage() text {
	switch r.typ.plain() {
	case "Opportunity":
		return r.field("StageName")
	case "Case":
		return r.field("Status")
	}
	return r.field("StageName", "Status")
}

func salesforceDeal(rec *record, stage string) (kind, why string) {
	won, closed := strings.ToLower(rec.field("IsWon").plain()), strings.ToLower(rec.field("IsClosed").plain())
	switch {
	case won == "true", won == "" && stage == "Closed Won":
		return "deal.won", ""
	case closed == "true" && won == "false", won == "" && stage == "Closed Lost", closed == "" && stage == "Closed Lost":
		return "deal.lost", ""
	case stage == "" || closed == "true":
		return "", "IsWon or StageName is missing"
	}
	return "deal.stage_changed", ""
}

func salesforceCase(rec *record, status string) (kind, why string) {
	switch closed := strings.ToLower(rec.field("IsClosed").plain()); {
	case closed == "true", closed == "" && status == "Closed":
		return "ticket.solved", ""
	case closed == "" && status == "":
		return "", "neither IsClosed nor Status is there"
	}
	return "", ""
}

// occurrence survives that a notification comes twice, late, and with the
// record as it is by then: when a case was closed, or a stage entered, else
// the stage or status itself. LastModifiedDate would tell two deliveries of
// one change apart, and a Notification's Id two messages about it.
func (r *record) occurrence(kind string) string {
	given := r.field("occurrence", "Occurrence__c")
	var since time.Time
	switch {
	case given.plain() != "":
		return given.name(maxID)
	case onlyOnce(kind):
		return "1"
	case kind == "ticket.solved" || kind == "ticket.closed":
		since = r.field("ClosedDate").time()
	case r.typ.plain() == "Opportunity":
		since = r.field("LastStageChangeDate").time()
	}
	if !since.IsZero() {
		return strconv.FormatInt(since.Unix(), 10)
	}
	return r.stage().or("1").name(maxID)
}

// happened is when it did, as closely as the record says.
func (r *record) happened(kind string) time.Time {
	var names []string
	switch kind {
	case "ticket.solved", "ticket.closed":
		names = []string{"ClosedDate"}
	case "deal.won", "deal.lost", "deal.stage_changed":
		names = []string{"LastStageChangeDate"}
	case "ticket.created", "deal.created", "contact.created":
		names = []string{"CreatedDate"}
	}
	for _, name := range append(names, "LastModifiedDate", "SystemModstamp") {
		if at := r.field(name).time(); !at.IsZero() {
			return at
		}
	}
	day, _ := time.Parse(time.DateOnly, r.field("CloseDate").plain())
	return known(day)
}

// customer is the contact of a record, or the record if it is one. Fields of
// the team's own go first: they were made for this.
func (r *record) customer() heed.Customer {
	if r.typ.plain() == "Contact" {
		return heed.Customer{
			ID: r.id("Id"), Email: r.field("ContactEmail__c", "Email").mailbox(),
			Name:    r.field("ContactName__c", "Name").or(r.field("FirstName") + " " + r.field("LastName")).clip(),
			Locale:  locale(r.field("ContactLanguage__c", "Language__c").clip()),
			Account: r.id("AccountId"),
		}
	}
	return heed.Customer{
		ID:      r.id("ContactId__c", "ContactId"),
		Email:   r.field("ContactEmail__c", "ContactEmail", "SuppliedEmail").mailbox(),
		Name:    r.field("ContactName__c", "SuppliedName").clip(),
		Locale:  locale(r.field("ContactLanguage__c").clip()),
		Account: r.id("AccountId"),
	}
}
