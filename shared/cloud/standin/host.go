package standin

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// A Host is Lambda for one function. As Lambda does, it starts the program
// when the first event comes, in the program's own folder, and hands it one
// event after the other:
// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
type Host struct {
	Cold time.Duration // from the program's start to its first answer; 0 before

	program string
	env     []string
	log     *os.File
	run     *run // nil if the program does not run
}

// A run is one process of the program, and the server it alone talks to.
type run struct {
	server  *httptest.Server
	cmd     *exec.Cmd
	began   time.Time
	events  chan event
	replies chan reply
	done    chan struct{} // closed when the process has ended
}

type event struct {
	deadline time.Time
	body     []byte
}

type reply struct {
	body []byte
	err  error
	at   time.Time
}

// NewHost prepares a function whose program lies at that path. Its variables
// are Env, env (each name=value) and Lambda's own, nothing of this process's.
// It ends with the test, or with Close.
func NewHost(t testing.TB, program string, env ...string) *Host {
	t.Helper()
	log, err := os.Create(filepath.Join(t.TempDir(), "log")) // a pipe would be read a little later than the answer
	if err != nil {
		t.Fatal(err)
	}
	h := &Host{program: program, log: log}
	h.env = append(Env(), "AWS_LAMBDA_FUNCTION_NAME="+filepath.Base(filepath.Dir(program)), "LAMBDA_TASK_ROOT="+filepath.Dir(program))
	h.env = append(h.env, env...)
	t.Cleanup(func() {
		h.Close()
		_ = log.Close() // it has been read
	})
	return h
}

// Invoke hands one event to the program and returns its answer. An error is
// what the program answered instead, or that it ended or did not answer in
// time: at the end of ctx, or after a minute.
func (h *Host) Invoke(ctx context.Context, body []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if h.run == nil {
		if err := h.start(); err != nil {
			return nil, fmt.Errorf("starting the program: %w", err)
		}
	}
	deadline, _ := ctx.Deadline()
	select {
	case h.run.events <- event{deadline: deadline, body: body}:
	case r := <-h.run.replies: // that it cannot start
		return nil, r.err
	case <-h.run.done:
		return nil, fmt.Errorf("the program ended: %s", h.Log())
	case <-ctx.Done():
		return nil, fmt.Errorf("the program did not ask for the event: %w: %s", ctx.Err(), h.Log())
	}
	select {
	case r := <-h.run.replies:
		if h.Cold == 0 {
			h.Cold = r.at.Sub(h.run.began)
		}
		return r.body, r.err
	case <-h.run.done:
		return nil, fmt.Errorf("the program ended over the event: %s", h.Log())
	case <-ctx.Done():
		h.Close() // as Lambda does with a program that overran its time
		return nil, fmt.Errorf("the program did not answer: %w: %s", ctx.Err(), h.Log())
	}
}

func (h *Host) start() error {
	r := &run{events: make(chan event), replies: make(chan reply, 1), done: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /2018-06-01/runtime/invocation/next", r.next)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/{id}/response", r.answered)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/{id}/error", r.answered)
	mux.HandleFunc("POST /2018-06-01/runtime/init/error", r.answered)
	r.server = httptest.NewServer(mux)
	r.cmd = exec.Command(h.program)
	r.cmd.Dir, r.cmd.Stdout, r.cmd.Stderr = filepath.Dir(h.program), h.log, h.log
	r.cmd.Env = append(h.env[:len(h.env):len(h.env)], "AWS_LAMBDA_RUNTIME_API="+r.server.Listener.Addr().String())
	r.began = time.Now()
	if err := r.cmd.Start(); err != nil {
		r.server.Close()
		return err
	}
	go func() {
		defer close(r.done)
		_ = r.cmd.Wait() // the log says more than the status
	}()
	h.run, h.Cold = r, 0
	return nil
}

// Close ends the program. The next event starts it anew.
func (h *Host) Close() {
	if h.run == nil {
		return
	}
	_ = h.run.cmd.Process.Kill() // it may have ended by itself
	<-h.run.done
	h.run.server.CloseClientConnections()
	h.run.server.Close()
	h.run = nil
}

// Log is what the program has written so far.
func (h *Host) Log() string {
	text, err := os.ReadFile(h.log.Name())
	if err != nil {
		return err.Error()
	}
	return string(text)
}

func (r *run) next(w http.ResponseWriter, req *http.Request) {
	select {
	case e := <-r.events:
		w.Header().Set("Lambda-Runtime-Aws-Request-Id", rand.Text())
		w.Header().Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(e.deadline.UnixMilli(), 10))
		w.Header().Set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:"+Region+":"+Account+":function:standin")
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(e.body) // a program that is gone shows as ended
	case <-req.Context().Done():
	}
}

func (r *run) answered(w http.ResponseWriter, req *http.Request) {
	body, err := io.ReadAll(req.Body)
	if kind := filepath.Base(req.URL.Path); err == nil && kind == "error" {
		body, err = nil, errors.New(string(body))
	}
	select {
	case r.replies <- reply{body: body, err: err, at: time.Now()}:
	case <-req.Context().Done():
	}
	w.WriteHeader(http.StatusAccepted)
}

// Build compiles the package in dir, relative to the test's own folder, as
// the Makefile does for Lambda but for this machine, and returns where the
// program lies: alone in a folder that goes with the test.
func Build(t testing.TB, dir string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "bootstrap")
	cmd := exec.Command("go", "build", "-o", program, "-trimpath", "-ldflags=-s -w", "-tags=lambda.norpc", "./"+dir)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building %s: %v\n%s", dir, err, out)
	}
	return program
}
