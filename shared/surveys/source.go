package surveys

// Source is a CRM or helpdesk that may post to /hooks/{Name}.
type Source struct {
	Name         string
	Type         string            // one of SourceTypes
	API          string            // where the vendor is asked for what deliveries leave out: https://acme.example.com; "" for the usual place, if there is one
	Organization string            // the vendor's id of the team's own organization, where deliveries say it and nothing signs it
	Product      string            // path of the product in the vendor's payload; "" for where the vendor has one
	Kinds        map[string]string // kinds by what the vendor calls it: a stage, a status, an event
	Mapping      *Mapping          // of type mapped alone
}

// Mapping says how a sender of any JSON is verified and read. Paths are those
// of gjson (https://github.com/tidwall/gjson/blob/master/SYNTAX.md): they are
// looked up in the raw bytes, so nothing is compiled when a function starts and
// a body is never decoded whole; a path that leads nowhere is a value left out,
// not an error. Languages with more to them (jq, CEL) cost a cold start and
// fail in the middle of an event.
type Mapping struct {
	Recipe Recipe
	Each   string            // path of the list of events in a body; "" where a body is one event
	Fields map[string]string // paths of a touchpoint's fields in an event, by the names in MappedFields
	Minor  bool              // amounts are in minor units already
}

// Recipe is how a sender proves who it is: with Hash it signs, without it
// shows its secret.
type Recipe struct {
	Secret    string // header that shows the secret, or ShownBasic, ShownBearer or ShownURL; "" where it signs
	Hash      string // sha1, sha256 or sha512, of an HMAC
	Header    string // where the signature is
	Prefix    string // before the signature, or the secret in its header: sha256=
	Encoding  string // of the signature: hex or base64
	Signed    string // what is signed, with {body}, {timestamp}, {id}, {method} and {url}
	Timestamp string // header of the time, in seconds, milliseconds or ISO 8601; "" if there is none
	ID        string // header of the delivery's id; "" if there is none
	Key       string // how the secret is written: text, hex or base64
}

// Places of a shown secret that are no header of their own.
const (
	ShownBasic  = "basic"  // the password of Basic authentication, or user:password
	ShownBearer = "bearer" // a bearer token
	ShownURL    = "url"    // key in the query of the address
)
