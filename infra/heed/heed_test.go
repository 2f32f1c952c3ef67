package main

import (
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"heed": main})
}

// The scripts are what an operator types, and what comes back.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			port, err := freePort()
			env.Vars = append(env.Vars, "PORT="+port, "HEED_SURVEYS="+filepath.Join(root, "surveys.yaml"), "EVENTS="+filepath.Join(root, "events"))
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"ready": ready, "first": first},
	})
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}

// ready waits until a Heed in the background answers.
func ready(ts *testscript.TestScript, _ bool, _ []string) {
	for range 200 {
		if answer, err := http.Get("http://localhost:" + ts.Getenv("PORT") + "/healthz"); err == nil {
			answer.Body.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("Heed does not answer")
}

// first keeps what follows the first occurrence of a text in the last output,
// up to a quotation mark, in a variable: first NAME TEXT.
func first(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: first NAME TEXT")
	}
	_, after, found := strings.Cut(ts.ReadFile("stdout"), args[1])
	if !found {
		ts.Fatalf("the output has no %q", args[1])
	}
	value, _, _ := strings.Cut(after, `"`)
	ts.Setenv(args[0], value)
}
