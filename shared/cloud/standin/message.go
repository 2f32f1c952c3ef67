package standin

import (
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"regexp"
	"strings"
)

// A Message is one on a queue.
type Message struct{ ID, Group, Key, Body string }

// Take takes up to n messages off a queue.
func (s *SQS) Take(name string, n int) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	n = min(n, len(s.queues[name]))
	taken := s.queues[name][:n:n]
	s.queues[name] = s.queues[name][n:]
	return taken
}

// Event takes up to ten messages off a queue, as Lambda hands them to a
// function; nil if there are none.
func (s *SQS) Event(name string) []byte { return SQSEvent(name, s.Take(name, 10)...) }

// SQSEvent is a batch of messages as Lambda hands it to a function; nil if
// there are none.
func SQSEvent(name string, messages ...Message) []byte {
	if len(messages) == 0 {
		return nil
	}
	records := make([]map[string]any, len(messages))
	for i, m := range messages {
		attributes := map[string]string{"ApproximateReceiveCount": "1", "SentTimestamp": "1795521600000"}
		if m.Group != "" {
			attributes["MessageGroupId"], attributes["MessageDeduplicationId"] = m.Group, m.Key
		}
		records[i] = map[string]any{
			"messageId": m.ID, "receiptHandle": handleOf(m.ID), "body": m.Body, "md5OfBody": md5Of(m.Body),
			"attributes": attributes, "messageAttributes": map[string]any{},
			"eventSource": "aws:sqs", "eventSourceARN": (*SQS)(nil).ARN(name), "awsRegion": Region,
		}
	}
	event, err := json.Marshal(map[string]any{"Records": records})
	if err != nil {
		panic(err)
	}
	return event
}

func handleOf(id string) string { return "handle of " + id }

type sqsEntry struct {
	ID      string `json:"Id"`
	Handle  string `json:"ReceiptHandle"`
	Seconds int    `json:"VisibilityTimeout"`
	Body    string `json:"MessageBody"`
	Group   string `json:"MessageGroupId"`
	Key     string `json:"MessageDeduplicationId"`
}

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
var (
	printable  = regexp.MustCompile(`^[!-~]{1,128}$`)
	maxMessage = 1 << 20
)

func forbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

func (e sqsEntry) problem(queue string) string {
	fifo := strings.HasSuffix(queue, ".fifo")
	switch {
	case e.Body == "" || len(e.Body) > maxMessage || strings.ContainsFunc(e.Body, forbidden):
		return "MessageBody"
	case (fifo || e.Group != "") && !printable.MatchString(e.Group):
		return "MessageGroupId"
	case fifo && !printable.MatchString(e.Key):
		return "MessageDeduplicationId"
	case !fifo && e.Key != "":
		return "MessageDeduplicationId on a queue without order"
	}
	return ""
}

func md5Of(s string) string {
	sum := md5.Sum([]byte(s))
	return hex.EncodeToString(sum[:])
}
