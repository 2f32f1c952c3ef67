package functions_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"heed/events"
	"heed/infra/customer"
	"heed/shared/cloud/standin"
	"heed/shared/queue"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// eager asks nearly everybody.
const eager = `
brand: {name: Acme}
sources:
  - {name: zendesk, type: zendesk}
programs:
  - name: support
    ask: csat
    when: {kinds: [ticket.solved]}
    stage: support
    rate: 90%
    ceiling: 95%
`

// solved is how many tickets are: so many that chance never asks too few of
// them, nor puts those who answer into fewer than five groups.
const solved = 30

// TestStory passes one story through the deployed programs: tickets are
// solved, customers asked, answers given by page and by reply, one mail comes
// back, and the score says so.
func TestStory(t *testing.T) {
	d := deployAll(t, eager)
	d.refuses()
	d.solve(solved)
	d.invoke(observing, tick)
	if n := d.ses.Attempts(); n > 0 {
		t.Fatalf("%d mails were tried while observing", n)
	}
	d.invoke("send", tick)
	d.invoke("send", tick)
	mails := d.ses.Sent()
	if len(mails) < 13 {
		t.Fatalf("%d mails of %d touchpoints at 90%%", len(mails), solved)
	}
	if n := d.ses.Asked(); n != 1 {
		t.Errorf("SES was asked %d times how fast it takes mails, want once", n)
	}
	for _, m := range mails {
		if m.ConfigurationSet != configSet || m.From != `"Acme" <surveys@example.com>` || m.Headers["List-Unsubscribe-Post"] != "List-Unsubscribe=One-Click" {
			t.Fatalf("the mail %+v", m)
		}
	}
	d.answer(mails[:11])
	d.reply(mails[11])
	d.event("Bounce", `"bounce":{"bounceType":"Permanent","timestamp":"2026-11-21T12:00:00Z"}`, mails[12])
	d.invoke("rollup", tick)
	d.score(len(mails))
}

// refuses posts what must not come in.
func (d *deployment) refuses() {
	d.t.Helper()
	r := d.ticket("1")
	if p := d.request("webhook", "POST", "/hooks/zendesk", http.Header{"Content-Type": {"application/json"}}, r.Body); p.StatusCode != http.StatusUnauthorized {
		d.t.Fatalf("without a signature: %+v", p)
	}
	if p := d.request("respond", "GET", "/s/"+strings.Repeat("a", 48), nil, nil); p.StatusCode != http.StatusNotFound {
		d.t.Fatalf("a forged link: %+v", p)
	}
	messages := d.sqs.Take(touchpoints, 10)
	if n := d.holding(messages); n != 0 || len(messages) != 1 {
		d.t.Fatalf("%d messages of what was refused, %d of them touchpoints; want its tally", len(messages), n)
	}
	d.work("decide", standin.SQSEvent(touchpoints, messages...))
}

// holding counts the messages that hold a touchpoint.
func (d *deployment) holding(messages []standin.Message) (n int) {
	d.t.Helper()
	for _, m := range messages {
		parcel, err := queue.Unpack([]byte(m.Body))
		if err != nil {
			d.t.Fatal(err)
		}
		if parcel.Touchpoint != nil {
			n++
		}
	}
	return n
}

// ticket is a solved ticket of a customer of its own, signed now.
func (d *deployment) ticket(number string) *sources.Request {
	d.t.Helper()
	body, err := events.FS.ReadFile("zendesk/ticket-solved.json")
	if err != nil {
		d.t.Fatal(err)
	}
	var event map[string]map[string]any
	if err := json.Unmarshal(dropScalars(d.t, body), &event); err != nil {
		d.t.Fatal(err)
	}
	event["ticket"]["id"], event["requester"]["id"], event["requester"]["email"] = number, number, "c"+number+"@example.com"
	whole := map[string]any{"type": "ticket.solved", "ticket": event["ticket"], "requester": event["requester"]}
	if body, err = json.Marshal(whole); err != nil {
		d.t.Fatal(err)
	}
	source, _ := sources.Of(&surveys.Source{Type: "zendesk"})
	r := &sources.Request{Method: "POST", Header: http.Header{"Content-Type": {"application/json"}}, Body: body}
	if err := source.Sign(r, zendeskSecret, "", time.Now()); err != nil {
		d.t.Fatal(err)
	}
	return r
}

// dropScalars keeps an object's objects.
func dropScalars(t *testing.T, body []byte) []byte {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal(body, &all); err != nil {
		t.Fatal(err)
	}
	for name, v := range all {
		if _, ok := v.(map[string]any); !ok {
			delete(all, name)
		}
	}
	out, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// solve posts n tickets and has each decided; twice, as SQS may deliver it.
func (d *deployment) solve(n int) {
	d.t.Helper()
	for i := range n {
		r := d.ticket(fmt.Sprint(100 + i))
		if p := d.request("webhook", "POST", "/hooks/zendesk", r.Header, r.Body); p.StatusCode != http.StatusOK {
			d.t.Fatalf("ticket %d: %+v", i, p)
		}
		messages := d.sqs.Take(touchpoints, 10)
		if n := d.holding(messages); n != 1 {
			d.t.Fatalf("%d touchpoints of one ticket", n)
		}
		d.work("decide", standin.SQSEvent(touchpoints, messages...))
		d.work("decide", standin.SQSEvent(touchpoints, messages...))
	}
}

var link = regexp.MustCompile(regexp.QuoteMeta(base) + `(/s/[a-z2-7]{48})\?score=5`)

// answer opens each mail's link some time after it was delivered, which records
// nothing, and presses once it was looked at as long as a person needs.
func (d *deployment) answer(mails []standin.Sent) {
	d.t.Helper()
	var paths, cookies, pages []string
	for _, m := range mails {
		d.event("Delivery", `"delivery":{"timestamp":"2026-11-21T12:00:00Z","recipients":["x@example.com"]}`, m)
		path := link.FindStringSubmatch(m.Text)
		if path == nil {
			d.t.Fatalf("no link in %s", m.Text)
		}
		p := d.request("respond", "GET", path[1]+"?score=5", nil, nil)
		if p.StatusCode != http.StatusOK || len(p.Cookies) != 1 {
			d.t.Fatalf("the survey page: %+v", p)
		}
		cookie, _, _ := strings.Cut(p.Cookies[0], ";")
		paths, cookies, pages = append(paths, path[1]), append(cookies, cookie), append(pages, p.Body)
	}
	time.Sleep(customer.Dwell * time.Millisecond)
	for i, path := range paths {
		fields, err := customer.Pressed(pages[i], 5-i%2)
		if err != nil {
			d.t.Fatal(err)
		}
		header := http.Header{"Content-Type": {"application/x-www-form-urlencoded"}, "Cookie": {cookies[i]}, "User-Agent": {"Mozilla/5.0 (a customer)"}}
		if p := d.request("respond", "POST", path, header, []byte(fields.Encode())); p.StatusCode != http.StatusSeeOther {
			d.t.Fatalf("the answer: %+v", p)
		}
		if p := d.request("respond", "GET", path, header, nil); p.StatusCode != http.StatusOK || !strings.Contains(p.Body, "Thank you") {
			d.t.Fatalf("after the answer: %+v", p)
		}
	}
}

// reply answers a mail by mail, as S3 tells of it.
func (d *deployment) reply(m standin.Sent) {
	d.t.Helper()
	d.s3.Put(d.t, "mails/one two", []byte("From: "+m.To+"\r\nTo: "+m.ReplyTo[0]+"\r\nSubject: Re: "+m.Subject+"\r\n\r\n4 all fine\r\n"))
	body := `{"Records":[{"s3":{"bucket":{"name":"` + inboundBucket + `"},"object":{"key":"mails/one+two"}}}]}`
	d.work("reply", standin.SQSEvent("inbound", standin.Message{ID: "r1", Body: body}))
}

// event is what SES tells of a mail.
func (d *deployment) event(kind, what string, m standin.Sent) {
	d.t.Helper()
	tags, err := json.Marshal(map[string][]string{"heed-row": {m.Tags["heed-row"]}})
	if err != nil {
		d.t.Fatal(err)
	}
	body := fmt.Sprintf(`{"eventType":%q,"mail":{"timestamp":"2026-11-21T12:00:00Z","messageId":%q,"tags":%s},%s}`, kind, m.MessageID, tags, what)
	d.work("delivery", standin.SQSEvent("events", standin.Message{ID: "e-" + kind, Body: body}))
}

// score looks at what the report says.
func (d *deployment) score(mails int) {
	d.t.Helper()
	p := d.request("report", "GET", "/api/scores?program=support", nil, nil)
	var got struct {
		Figures []struct {
			Score                   *float64
			N, Asked, Sent, Failed  int
			Population, Answered    int
			Shown, Settled, Unknown bool
		}
	}
	if err := json.Unmarshal([]byte(p.Body), &got); err != nil || len(got.Figures) != 1 {
		d.t.Fatalf("the scores: %+v, %v", p, err)
	}
	f := got.Figures[0]
	if f.N != 12 || f.Answered != 12 || f.Asked != mails || f.Sent != mails || f.Failed != 1 || f.Population != solved || f.Score == nil || *f.Score < 99.9 {
		d.t.Fatalf("the figure: %s", p.Body)
	}
	if p := d.request("report", "GET", "/", nil, nil); p.StatusCode != http.StatusOK || !strings.Contains(p.Body, "support") {
		d.t.Fatalf("the dashboard: %+v", p)
	}
	if p := d.request("report", "POST", "/api/redrive", nil, nil); p.StatusCode != http.StatusOK || len(d.sqs.Moved()) != 2 {
		d.t.Fatalf("redrive: %+v, %v", p, d.sqs.Moved())
	}
}
