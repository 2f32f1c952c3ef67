package standin

import (
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

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
