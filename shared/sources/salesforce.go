package sources

import (
	"bytes"
	"crypto/subtle"
	"net/url"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// salesforce reads Salesforce: outbound messages, which are SOAP with up to
// 100 notifications, and flows that call out with the JSON of
// docs/sources/salesforce.md.
type salesforce struct{ *surveys.Source }

// Verify wants the secret, which an outbound message can only show in its
// address, and the organization where surveys.yaml names it.
func (s salesforce) Verify(r *Request, secrets []string, _ time.Time) error {
	if err := shown(r, secrets); err != nil {
		return err
	}
	if s.Organization == "" || s.ours(r) {
		return nil
	}
	return heed.Errorf(heed.Unauthorized, "OrganizationId is not that of this source").Because(ErrForged)
}

// ours compares the first 15 characters: the three that may follow only check
// the case of those before them.
func (s salesforce) ours(r *Request) bool {
	var theirs string
	if isSOAP(r.Body) {
		theirs = organization(r.Body)
	} else {
		theirs = gjson.GetBytes(r.Body, "OrganizationId").Str
	}
	return len(theirs) >= 15 && len(s.Organization) >= 15 &&
		subtle.ConstantTimeCompare([]byte(theirs[:15]), []byte(s.Organization[:15])) == 1
}

func isSOAP(body []byte) bool {
	body = bytes.TrimLeft(bytes.TrimPrefix(body, []byte(byteOrder)), " \t\r\n")
	return len(body) > 0 && body[0] == '<'
}

// Sign shows the secret: in the address of an outbound message, in a header
// of a flow's call.
func (salesforce) Sign(r *Request, secret, _ string, _ time.Time) error {
	if !isSOAP(r.Body) {
		r.set(SecretHeader, secret)
		return nil
	}
	u, err := url.Parse(r.URL)
	if err != nil {
		return heed.Errorf(heed.Invalid, "the address is none").Because(err)
	}
	query := u.Query()
	query.Set("key", secret)
	u.RawQuery = query.Encode()
	r.URL = u.String()
	return nil
}

// acknowledged is the one answer that ends the retries of an outbound message.
const acknowledged = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>` +
	`<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>` +
	`</soapenv:Body></soapenv:Envelope>`

// Answer acknowledges an outbound message, also one that was not understood
// and is kept.
func (salesforce) Answer(r *Request) *Answer {
	if !isSOAP(r.Body) {
		return nil
	}
	return &Answer{ContentType: "text/xml; charset=utf-8", Body: []byte(acknowledged)}
}

// Parse makes a touchpoint of each notification, or of a flow's call, once:
// every notification has the record as it is by now, so two of one record say
// the same. What opens a session is struck out of the body first, since a
// body that is not understood is kept.
func (s salesforce) Parse(r *Request) ([]heed.Touchpoint, error) {
	records, err := salesforceRecords(r)
	if err != nil {
		return nil, err
	}
	var points []heed.Touchpoint
	broken, first, told := 0, "", inquery(r, "kind")
	seen := make(map[[3]string]bool, len(records))
	for i := range records {
		t, why := s.touchpoint(&records[i], told)
		name := [3]string{t.Object, t.Kind, t.Occurrence}
		switch {
		case why != "":
			if broken++; broken == 1 {
				first = why
			}
		case t.Kind != "" && !seen[name]:
			if seen[name] = true; points == nil {
				points = make([]heed.Touchpoint, 0, min(len(records), 100))
			}
			points = append(points, t)
		}
	}
	if broken > 0 {
		return points, notUnderstood("%d of %d records; %s", broken, len(records), first)
	}
	return points, nil
}

// salesforceRecords are what a delivery is about.
func salesforceRecords(r *Request) ([]record, error) {
	if isSOAP(r.Body) {
		r.Body = withoutSession(r.Body)
		return notifications(r.Body)
	}
	e, err := templated(r.Body)
	if err != nil {
		return nil, err
	}
	// The first value that is there counts, even if it is empty: a name that
	// breaks out of its value can add values behind it, and must not become
	// somebody else's address.
	o := objectOf(e)
	return []record{{typ: o.at("type"), get: func(name string) (text, bool) {
		switch v := o.get(name); v.Type {
		case gjson.Null:
			return "", false
		case gjson.True, gjson.False:
			return text(v.Raw), true
		default:
			return textOf(v), true
		}
	}}}, nil
}

// withoutSession is a message whose session ids are struck out: whoever has
// one can act as the user who sent the message. It is the body itself where
// there is none. Every byte is passed once, whatever is wrong with the message.
func withoutSession(body []byte) []byte {
	name, out := []byte("SessionId"), body
	for from := 0; ; {
		n := bytes.IndexByte(out[from:], '>')
		if n < 0 {
			return out
		}
		tag := out[from : from+n]
		tag = tag[bytes.LastIndexByte(tag, '<')+1:]
		if from += n + 1; !bytes.Contains(tag, name) || tag[0] == '/' || tag[len(tag)-1] == '/' {
			continue
		}
		end := len(out) // of a message that was cut off
		if n = bytes.Index(out[from:], name); n >= 0 {
			end = from + max(0, bytes.LastIndexByte(out[from:from+n], '<'))
		}
		if len(bytes.Trim(out[from:end], "x")) > 0 {
			if &out[0] == &body[0] {
				out = bytes.Clone(body)
			}
			copy(out[from:end], bytes.Repeat([]byte("x"), end-from))
		}
		from = end
	}
}
