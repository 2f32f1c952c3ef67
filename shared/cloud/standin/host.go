package standin

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
