package standin_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"heed/shared/cloud/standin"
)

func TestHostHandsOverEventsAndAnswers(t *testing.T) {
	h := standin.NewHost(t, standin.Build(t, "testdata/faulty"))
	for _, c := range []struct{ event, answer, err string }{
		{`"a"`, `"a 1"`, ""},
		{`"b"`, `"b 2"`, ""},
		{`"fail"`, "", "told to fail"},
		{`"c"`, `"c 4"`, ""}, // an error does not end the program
		{`"environment"`, `"true \"\" true"`, ""},
		{`"panic"`, "", "told to panic"},
		{`"d"`, "", "the program ended"}, // a panic does
	} {
		got, err := h.Invoke(t.Context(), []byte(c.event))
		if strings.TrimSpace(string(got)) != c.answer || (err == nil) != (c.err == "") {
			t.Errorf("%s: answered %s, error %v", c.event, got, err)
		}
		if err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: error %v, want %s", c.event, err, c.err)
		}
	}
	if h.Cold <= 0 || h.Cold > time.Minute {
		t.Errorf("the start took %v", h.Cold)
	}
	for range 20 {
		h.Close()
		if got, err := h.Invoke(t.Context(), []byte(`"e"`)); err != nil || strings.TrimSpace(string(got)) != `"e 1"` {
			t.Fatalf("after a new start: answered %s, error %v", got, err)
		}
	}
}

func TestHostTellsHowAProgramEnded(t *testing.T) {
	program := standin.Build(t, "testdata/faulty")
	for _, c := range []struct{ env, event, err string }{
		{"START=no", `"a"`, "a variable says no"},
		{"START=yes", `"exit"`, "told to exit"},
		{"START=yes", `"hang"`, "did not answer"},
	} {
		h := standin.NewHost(t, program, c.env)
		timeout := time.Minute
		if c.event == `"hang"` {
			timeout = 500 * time.Millisecond
		}
		ctx, cancel := context.WithTimeout(t.Context(), timeout)
		defer cancel()
		if _, err := h.Invoke(ctx, []byte(c.event)); err == nil || !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: error %v, want %s", c.event, err, c.err)
		}
	}
	if _, err := standin.NewHost(t, program+"-none").Invoke(t.Context(), []byte(`"a"`)); err == nil {
		t.Error("a program that is not there was started")
	}
}

// A real program, started as Lambda does, finds its secret and puts on the
// queue what the gateway handed it; without them it says so.
func TestHooklikeProgramAmongTheStandIns(t *testing.T) {
	event, err := os.ReadFile("testdata/http.json")
	if err != nil {
		t.Fatal(err)
	}
	queue := standin.NewSQS(t)
	secrets := standin.NewSSM(t, map[string]string{"/heed/secret": "s"})
	h := standin.NewHost(t, standin.Build(t, "testdata/hooklike"), "AWS_ENDPOINT_URL_SQS="+queue.URL,
		"AWS_ENDPOINT_URL_SSM="+secrets.URL, "QUEUE_URL="+queue.QueueURL("touchpoints.fifo"))
	for range 2 {
		got, err := h.Invoke(t.Context(), event)
		if err != nil || !strings.Contains(string(got), `"statusCode":200`) {
			t.Fatalf("answered %s, error %v, log %s", got, err, h.Log())
		}
	}
	if messages := queue.Take("touchpoints.fifo", 10); len(messages) != 2 || messages[0].Body != `{"type":"ticket.solved","id":1}` {
		t.Errorf("on the queue: %v", messages)
	}
	if secrets.Calls() != 1 {
		t.Errorf("the secret was fetched %d times", secrets.Calls())
	}
	queue.Fail(100)
	got, err := h.Invoke(t.Context(), event)
	if err != nil || !strings.Contains(string(got), `"statusCode":503`) {
		t.Errorf("answered %s, error %v", got, err)
	}
	for _, part := range []string{`"level":"ERROR"`, `"requestId":"`, "told to fail"} {
		if !strings.Contains(h.Log(), part) {
			t.Errorf("%s is not in the log: %s", part, h.Log())
		}
	}
}
