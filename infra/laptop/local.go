package laptop

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"heed/shared/embedded"
	"heed/shared/handlers/webhook"
	"heed/shared/heed"
	"heed/shared/outcome"
	"heed/shared/queue"
	"heed/shared/web"
	"heed/shared/wiring"
)

// local mounts what exists on the laptop only.
func (l *Laptop) local(mux *http.ServeMux) {
	for pattern, answer := range map[string]func(*http.Request) (any, error){
		"GET /local/sources":       l.sources,
		"GET /local/mail/messages": l.messages,
		"POST /local/mail/inbound": l.inbound,
		"GET /local/clock":         l.clock,
		"POST /local/clock":        l.advance,
		"POST /local/ses":          l.ses,
		"GET /local/queues":        l.depths,
	} {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			v, err := answer(r)
			if err != nil {
				web.Error(w, l.Log, err)
				return
			}
			web.JSON(w, l.Log, http.StatusOK, v)
		})
	}
	mux.HandleFunc("GET /local/mail", l.mailbox)
	mux.HandleFunc("GET /local/mail/{id}", l.mailbox)
	mux.HandleFunc("GET /local/mail/{id}/html", l.mailHTML)
	mux.HandleFunc("POST /local/mail/{id}/reply", l.reply)
}

// source is where a source posts, and what it signs with.
type source struct {
	Name   string `json:"name"`
	Type   string `json:"type"`
	URL    string `json:"url"`
	Secret string `json:"secret"`
}

func (l *Laptop) sources(*http.Request) (any, error) {
	out := []source{}
	for _, s := range l.Config.Sources {
		out = append(out, source{s.Name, s.Type, l.Base + webhook.Prefix + s.Name, l.Secrets[s.Name][0]})
	}
	return out, nil
}

// mostMails is how many mails the mailbox shows if not told otherwise.
const mostMails = 100_000

func (l *Laptop) messages(r *http.Request) (any, error) {
	limit := mostMails
	if text := r.URL.Query().Get("limit"); text != "" {
		var err error
		if limit, err = strconv.Atoi(text); err != nil || limit < 1 {
			return nil, heed.Errorf(heed.Invalid, "limit is a number from 1 on")
		}
	}
	list, err := l.Mailbox.List(r.Context(), limit)
	out := make([]message, len(list))
	for i := range list {
		out[i] = messageOf(&list[i])
	}
	return out, err
}

// message is a caught mail as the API shows it.
type message struct {
	ID        string            `json:"id"`
	MessageID string            `json:"messageId"`
	To        string            `json:"to"`
	From      string            `json:"from"`
	ReplyTo   string            `json:"replyTo"`
	Subject   string            `json:"subject"`
	Headers   map[string]string `json:"headers"`
	Text      string            `json:"text"`
	HTML      string            `json:"html"`
	At        time.Time         `json:"at"`
}

func messageOf(m *embedded.Kept) message {
	headers := map[string]string{}
	for _, h := range m.Headers {
		headers[h.Name] = h.Value
	}
	return message{m.ID, m.MessageID, m.To, m.From, m.ReplyTo, m.Subject, headers, m.Text, m.HTML, m.At}
}

// maxMail is the size of a mail that SES takes in.
const maxMail = 40 << 20

// inbound takes a raw mail as SES would deliver it.
func (l *Laptop) inbound(r *http.Request) (any, error) {
	raw, err := read(r, maxMail)
	if err != nil {
		return nil, err
	}
	key, err := l.take(r.Context(), raw)
	return map[string]string{"object": key}, err
}

// take puts a raw mail where SES would, and returns its key.
func (l *Laptop) take(ctx context.Context, raw []byte) (key string, err error) {
	key = "inbound/" + strings.ToLower(rand.Text())
	return key, l.Objects.PutAndNotify(ctx, key, raw)
}

// maxEvent is the size of a message that SQS takes.
const maxEvent = 1 << 20

// ses takes an event as SES would publish it.
func (l *Laptop) ses(r *http.Request) (any, error) {
	body, err := read(r, maxEvent)
	if err != nil {
		return nil, err
	}
	if body, err = l.completed(r, body); err != nil {
		return nil, err
	}
	if _, err := outcome.Parse(body); err != nil {
		return nil, err
	}
	return struct{}{}, l.queues[wiring.Events].Put(r.Context(), queue.Message{Body: body})
}

func read(r *http.Request, limit int64) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, limit+1))
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "the body could not be read to its end").Because(err)
	}
	if int64(len(body)) > limit {
		return nil, heed.Errorf(heed.TooLarge, "the body is larger than %d bytes", limit)
	}
	return body, nil
}

// depths is how much each queue holds.
func (l *Laptop) depths(*http.Request) (any, error) {
	out := map[string]any{}
	for _, row := range wiring.Queues {
		out[row.Name] = l.queues[row.Name].Depth()
	}
	return out, nil
}

type clockView struct {
	Now   time.Time `json:"now"`
	Ahead string    `json:"ahead"` // of real time
}

func (l *Laptop) clock(*http.Request) (any, error) {
	return clockView{l.Clock.Now().UTC(), l.Clock.Ahead().String()}, nil
}

func (l *Laptop) advance(r *http.Request) (any, error) {
	body, err := read(r, maxEvent)
	if err != nil {
		return nil, err
	}
	var order struct {
		Advance string `json:"advance"`
	}
	if err := json.Unmarshal(body, &order); err != nil {
		return nil, heed.Errorf(heed.Invalid, `the body is not {"advance":"72h"}`)
	}
	d, err := time.ParseDuration(order.Advance)
	if err != nil || d < 0 {
		return nil, heed.Errorf(heed.Invalid, `advance is a duration such as "72h" or "90m"`)
	}
	ctx, stop := context.WithTimeout(r.Context(), 5*time.Minute)
	defer stop()
	if err := l.Advance(ctx, d); err != nil {
		return nil, err
	}
	return l.clock(r)
}
