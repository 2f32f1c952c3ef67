package standin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
)

// SQS keeps queues in memory. A queue is there as soon as it is sent to; it
// is first-in-first-out if its name ends in .fifo, and then forgets no
// deduplication id.
type SQS struct {
	URL string

	mu     sync.Mutex
	queues map[string][]Message
	ids    map[string]string // of messages by queue and deduplication id
	moved  []string
	hidden map[string]int // seconds by receipt handle
	calls  int
	fail   int
}

// NewSQS starts one that ends with the test.
func NewSQS(t testing.TB) *SQS {
	s := &SQS{queues: map[string][]Message{}, ids: map[string]string{}, hidden: map[string]int{}}
	s.URL = serve(t, "sqs", s).URL
	return s
}

// QueueURL is what a client calls the queue of that name.
func (s *SQS) QueueURL(name string) string { return s.URL + "/" + Account + "/" + name }

// ARN is what everybody else calls the queue of that name.
func (s *SQS) ARN(name string) string { return "arn:aws:sqs:" + Region + ":" + Account + ":" + name }

// Fail makes the next n messages fail, in a batch or alone.
func (s *SQS) Fail(n int) { s.mu.Lock(); s.fail = n; s.mu.Unlock() }

// Calls is how many requests came.
func (s *SQS) Calls() int { s.mu.Lock(); defer s.mu.Unlock(); return s.calls }

// Moved are the dead-letter queues that were told to give back what they hold.
func (s *SQS) Moved() []string { s.mu.Lock(); defer s.mu.Unlock(); return s.moved }

// Hidden is how many seconds a message that was handed over was told to stay
// away; 0 if it was not.
func (s *SQS) Hidden(id string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hidden[handleOf(id)]
}

func (s *SQS) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls++
	var in struct {
		QueueURL  string `json:"QueueUrl"`
		Entries   []sqsEntry
		SourceARN string `json:"SourceArn"`
		sqsEntry
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		refuse(w, http.StatusBadRequest, "SerializationException", err.Error())
		return
	}
	name, ok := strings.CutPrefix(in.QueueURL, s.URL+"/"+Account+"/")
	switch target := r.Header.Get("X-Amz-Target"); {
	case target == "AmazonSQS.StartMessageMoveTask":
		s.move(w, in.SourceARN)
	case !ok || name == "":
		refuse(w, http.StatusBadRequest, "com.amazonaws.sqs#QueueDoesNotExist", in.QueueURL)
	case target == "AmazonSQS.SendMessage":
		s.send(w, name, in.sqsEntry)
	case target == "AmazonSQS.SendMessageBatch":
		s.sendBatch(w, name, in.Entries)
	case target == "AmazonSQS.ChangeMessageVisibilityBatch":
		s.hide(w, in.Entries)
	default:
		refuse(w, http.StatusBadRequest, "UnknownOperationException", target)
	}
}

func (s *SQS) move(w http.ResponseWriter, arn string) {
	if !strings.HasPrefix(arn, s.ARN("")) {
		refuse(w, http.StatusBadRequest, "ResourceNotFoundException", arn)
		return
	}
	s.moved = append(s.moved, arn)
	answer(w, map[string]string{"TaskHandle": "task"})
}

func (s *SQS) hide(w http.ResponseWriter, entries []sqsEntry) {
	good, bad := []map[string]any{}, []map[string]any{}
	for _, e := range entries {
		switch {
		case s.fail > 0:
			s.fail--
			bad = append(bad, map[string]any{"Id": e.ID, "SenderFault": false, "Code": "InternalError", "Message": "told to fail"})
		case !strings.HasPrefix(e.Handle, handleOf("")) || e.Seconds < 0 || e.Seconds > 43200:
			bad = append(bad, map[string]any{"Id": e.ID, "SenderFault": true, "Code": "ReceiptHandleIsInvalid", "Message": e.Handle})
		default:
			s.hidden[e.Handle] = e.Seconds
			good = append(good, map[string]any{"Id": e.ID})
		}
	}
	answer(w, map[string]any{"Successful": good, "Failed": bad})
}

func (s *SQS) send(w http.ResponseWriter, name string, e sqsEntry) {
	if s.fail > 0 {
		s.fail--
		refuse(w, http.StatusInternalServerError, "InternalError", "told to fail")
		return
	}
	if problem := e.problem(name); problem != "" {
		refuse(w, http.StatusBadRequest, "InvalidParameterValue", problem)
		return
	}
	answer(w, map[string]string{"MessageId": s.put(name, e), "MD5OfMessageBody": md5Of(e.Body)})
}

func (s *SQS) sendBatch(w http.ResponseWriter, name string, entries []sqsEntry) {
	size, ids := 0, map[string]bool{}
	for _, e := range entries {
		size, ids[e.ID] = size+len(e.Body), true
	}
	switch {
	case len(entries) == 0:
		refuse(w, http.StatusBadRequest, "com.amazonaws.sqs#EmptyBatchRequest", "no entries")
	case len(entries) > 10:
		refuse(w, http.StatusBadRequest, "com.amazonaws.sqs#TooManyEntriesInBatchRequest", fmt.Sprint(len(entries), " entries"))
	case size > 1<<20:
		refuse(w, http.StatusBadRequest, "com.amazonaws.sqs#BatchRequestTooLong", fmt.Sprint(size, " bytes"))
	case len(ids) < len(entries):
		refuse(w, http.StatusBadRequest, "com.amazonaws.sqs#BatchEntryIdsNotDistinct", "ids")
	default:
		answer(w, s.putAll(name, entries))
	}
}

func (s *SQS) putAll(name string, entries []sqsEntry) map[string]any {
	good, bad := []map[string]any{}, []map[string]any{}
	for _, e := range entries {
		if problem := e.problem(name); problem != "" {
			bad = append(bad, map[string]any{"Id": e.ID, "SenderFault": true, "Code": "InvalidParameterValue", "Message": problem})
		} else if s.fail > 0 {
			s.fail--
			bad = append(bad, map[string]any{"Id": e.ID, "SenderFault": false, "Code": "InternalError", "Message": "told to fail"})
		} else {
			good = append(good, map[string]any{"Id": e.ID, "MessageId": s.put(name, e), "MD5OfMessageBody": md5Of(e.Body)})
		}
	}
	return map[string]any{"Successful": good, "Failed": bad}
}

func (s *SQS) put(name string, e sqsEntry) string {
	known := name + " " + e.Key
	if id := s.ids[known]; e.Key != "" && id != "" {
		return id
	}
	id := fmt.Sprintf("message-%d", len(s.ids)+1)
	if e.Key == "" {
		known += id
	}
	s.ids[known] = id
	s.queues[name] = append(s.queues[name], Message{ID: id, Group: e.Group, Key: e.Key, Body: e.Body})
	return id
}
