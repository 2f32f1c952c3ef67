package laptop_test

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"heed/infra/laptop"
)

// A child is a Heed in a process of its own, as an operator starts it. It can
// be killed, and started again on what it left behind.
type child struct {
	visitor
	*testing.T
	program, data, surveys string
	process                *exec.Cmd
}

// build builds the operator's program.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "heed")
	if out, err := exec.Command("go", "build", "-o", program, "heed/infra/heed").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}

// newChild starts a program on a new folder.
func newChild(t *testing.T, program, surveys string) *child {
	t.Helper()
	folder := t.TempDir()
	c := &child{
		visitor: newVisitor("http://127.0.0.1:" + freePort(t)), T: t,
		program: program, data: filepath.Join(folder, "data"), surveys: filepath.Join(folder, "surveys.yaml"),
	}
	if err := os.WriteFile(c.surveys, []byte(surveys), 0o600); err != nil {
		t.Fatal(err)
	}
	giveKeys(t, c.data)
	c.start()
	t.Cleanup(c.kill)
	return c
}

// start starts the process and waits until it answers.
func (c *child) start() {
	c.Helper()
	c.process = exec.Command(c.program, "run")
	c.process.Env = append(os.Environ(), "HEED_DATA="+c.data, "HEED_SURVEYS="+c.surveys, "PORT="+c.base[len("http://127.0.0.1:"):])
	c.process.Stderr = bell{c.T}
	if err := c.process.Start(); err != nil {
		c.Error(err)
		return
	}
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if a, err := c.try(http.MethodGet, "/healthz", nil, nil); err == nil && a.Status == http.StatusOK {
			return
		}
	}
	c.Error("it does not come up")
}

// kill ends the process as a power cut would, and waits until it is gone.
func (c *child) kill() {
	_ = c.process.Process.Kill()
	_ = c.process.Wait() // it says that it was killed
}

// unkilled opens a house with a copy of the child's keys, on its surveys.yaml.
func (c *child) unkilled() *house {
	c.Helper()
	text, err := os.ReadFile(c.surveys)
	if err != nil {
		c.Fatal(err)
	}
	return open(c.T, configured(c.T, string(text)), func(h *house) {
		for _, name := range []string{laptop.KeysFile, "secrets.json"} {
			text, err := os.ReadFile(filepath.Join(c.data, name))
			if err == nil {
				err = laptop.WriteFile(filepath.Join(h.options.Data, name), text)
			}
			if err != nil {
				c.Fatal(err)
			}
		}
	})
}

// insist sends a request until it is answered, over and over while nobody is
// there. Anything but 2xx is an error.
func (c *child) insist(to string, header func() http.Header, body []byte) error {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		a, err := c.try(http.MethodPost, to, header(), body)
		switch {
		case err != nil:
		case a.Status == http.StatusServiceUnavailable: // it went down in between
		case a.Status/100 == 2:
			return nil
		default:
			return fmt.Errorf("answered %d: %s", a.Status, a.Body)
		}
	}
	return fmt.Errorf("no answer from %s", to)
}
