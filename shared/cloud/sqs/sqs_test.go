package sqs_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/cloud"
	"heed/shared/cloud/sqs"
	"heed/shared/cloud/standin"
	"heed/shared/heed"
	"heed/shared/queue"
)

func start(t *testing.T, name string) (*standin.SQS, *sqs.Queue) {
	s := standin.NewSQS(t)
	standin.Setenv(t, "AWS_ENDPOINT_URL_SQS="+s.URL)
	return s, &sqs.Queue{Client: sqs.New(cloud.Config(), time.Now), URL: s.QueueURL(name)}
}

func messages(n, size int) []queue.Message {
	m := make([]queue.Message, n)
	for i := range m {
		m[i] = queue.Message{Group: fmt.Sprint("group-", i%3), Key: fmt.Sprint("key ", i), Body: bytes.Repeat([]byte{byte('a' + i)}, size)}
	}
	return m
}

func TestPutInAsFewCallsAsFit(t *testing.T) {
	for _, c := range []struct{ messages, size, calls int }{
		{0, 0, 0},
		{1, 10, 1},
		{10, 10, 1},
		{11, 10, 2},
		{23, 10, 3},
		{1, 1 << 20, 1},
		{2, 1 << 20, 2},
		{5, 300 << 10, 2}, // three in 1 MiB
		{4, 256 << 10, 1},
	} {
		t.Run(fmt.Sprint(c.messages, " of ", c.size), func(t *testing.T) {
			s, q := start(t, "touchpoints.fifo")
			want := messages(c.messages, c.size)
			if err := q.Put(t.Context(), want...); err != nil {
				t.Fatal(err)
			}
			got := s.Take("touchpoints.fifo", 100)
			if len(got) != len(want) || s.Calls() != c.calls {
				t.Fatalf("%d messages in %d calls, want %d in %d", len(got), s.Calls(), len(want), c.calls)
			}
			for i, m := range got {
				if m.Body != string(want[i].Body) || m.Group != want[i].Group {
					t.Errorf("message %d is not the one that was put there", i)
				}
			}
		})
	}
}

func TestKeysTellMessagesApart(t *testing.T) {
	s, q := start(t, "touchpoints.fifo")
	long := strings.Repeat("ключ ", 100) // neither as short nor as plain as SQS wants ids
	for _, key := range []string{"a", "a", "b", "", "", long, long} {
		if err := q.Put(t.Context(), queue.Message{Group: "g", Key: key, Body: []byte(key + "!")}); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, m := range s.Take("touchpoints.fifo", 100) {
		got = append(got, m.Body)
	}
	if diff := cmp.Diff([]string{"a!", "b!", "!", "!", long + "!"}, got); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

func TestPutOnAQueueWithoutOrder(t *testing.T) {
	s, q := start(t, "events")
	if err := q.Put(t.Context(), queue.Message{Body: []byte("1")}, queue.Message{Key: "k", Body: []byte("2")}); err != nil {
		t.Fatal(err)
	}
	if got := s.Take("events", 10); len(got) != 2 {
		t.Errorf("%d messages", len(got))
	}
}

func TestPutFails(t *testing.T) {
	for name, c := range map[string]struct {
		messages []queue.Message
		fail     int
		code     heed.Code
		say      string
	}{
		"some of a batch":    {messages(3, 10), 2, heed.Unavailable, "2 of 3 messages failed, the first with InternalError"},
		"no group":           {[]queue.Message{{Body: []byte("a")}}, 0, heed.Unavailable, "MessageGroupId"},
		"one always":         {messages(1, 10), 100, heed.Unavailable, "told to fail"},
		"more than a queue":  {messages(1, 1<<20+1), 0, heed.TooLarge, "1048577 bytes"},
		"none of the larger": {append(messages(1, 1), messages(1, 1<<20+1)...), 0, heed.TooLarge, "bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			s, q := start(t, "touchpoints.fifo")
			s.Fail(c.fail)
			err := q.Put(t.Context(), c.messages...)
			if heed.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.say) {
				t.Errorf("error %v", err)
			}
			if c.code == heed.TooLarge && s.Calls() != 0 {
				t.Error("something was put nevertheless")
			}
		})
	}
}

func TestPutOutlivesAPassingFailure(t *testing.T) {
	s, q := start(t, "touchpoints.fifo")
	s.Fail(1)
	if err := q.Put(t.Context(), messages(1, 10)...); err != nil || s.Calls() != 2 {
		t.Errorf("error %v after %d calls", err, s.Calls())
	}
}

func TestMessagesAreHidden(t *testing.T) {
	s, q := start(t, "touchpoints.fifo")
	later := map[string]time.Duration{}
	for i := range 12 {
		later[fmt.Sprint("handle of m", i)] = time.Duration(i) * time.Minute
	}
	later["handle of m0"] = 100 * time.Hour
	later["handle of m1"] = 59*time.Second + time.Millisecond
	if err := q.Hide(t.Context(), later); err != nil || s.Calls() != 2 {
		t.Fatalf("%d calls, error %v", s.Calls(), err)
	}
	if s.Hidden("m11") != 660 || s.Hidden("m1") != 60 || s.Hidden("m0") != 12*60*60 || s.Hidden("m12") != 0 {
		t.Errorf("hidden for %d, %d and %d seconds", s.Hidden("m11"), s.Hidden("m0"), s.Hidden("m12"))
	}
	s.Fail(1)
	if err := q.Hide(t.Context(), later); err == nil || !strings.Contains(err.Error(), "1 of 10 messages failed") {
		t.Errorf("error %v", err)
	}
	if err := q.Hide(t.Context(), nil); err != nil {
		t.Error(err)
	}
}

func TestRedriveEachDeadLetterQueue(t *testing.T) {
	s, q := start(t, "")
	dead := []string{s.ARN("touchpoints-dead.fifo"), "arn:aws:sqs:elsewhere", s.ARN("events-dead")}
	err := (&sqs.Redriver{Client: q.Client, Dead: dead}).Redrive(context.Background())
	if err == nil || !strings.Contains(err.Error(), dead[1]) || strings.Contains(err.Error(), dead[0]) {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff([]string{dead[0], dead[2]}, s.Moved()); diff != "" {
		t.Errorf("moved (-want +got):\n%s", diff)
	}
}
