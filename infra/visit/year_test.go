package visit_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"heed/shared/surveys"
)

// A lived is a laptop after so many days of make demo. They are lived once, by
// the program itself, and all tests look at them; none changes anything.
type lived struct {
	days, customers int

	once sync.Once
	*serving
	err error
}

// enough is how many customers there are: so many that every page has something
// to show, and as few as that lets a year pass in seconds.
const enough = 300

// aged is longer than any sheet of so few may be behind its cells.
const aged = 24 * time.Hour

var (
	aYear  = lived{days: 365, customers: enough}
	aMonth = lived{days: 31, customers: enough}
	aDemo  = lived{days: 365, customers: 2400} // as large as make demo's
)

// after waits until the days are over.
func after(t *testing.T, l *lived) {
	t.Helper()
	l.once.Do(func() { l.err = l.live() })
	if l.err != nil {
		t.Fatal(l.err)
	}
}

const shipped = "../../surveys.yaml"

func (l *lived) live() error {
	text, err := os.ReadFile(shipped)
	if err != nil {
		return err
	}
	programs, err := surveys.Load(text)
	if err != nil {
		return err
	}
	folder, err := memory()
	if err != nil {
		return err
	}
	data := filepath.Join(folder, fmt.Sprint(l.days, "-", l.customers))
	program, err := built()
	if err != nil {
		return err
	}
	demo := exec.Command(program, "demo", "--no-stay", "--port=0", "--data="+data, "--surveys="+shipped, fmt.Sprint("--customers=", l.customers), fmt.Sprint("--days=", l.days))
	if said, err := demo.CombinedOutput(); err != nil {
		return fmt.Errorf("live through %d days: %w\n%s", l.days, err, said)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	if l.serving, err = served(filepath.Join(data, "demo"), programs, log); err != nil {
		return err
	}
	return l.laptop.Advance(context.Background(), aged) // the last answers are on all sheets as well
}

// built is the program, built without the race detector: a year would take minutes.
var built = sync.OnceValues(func() (string, error) {
	folder, err := memory()
	if err != nil {
		return "", err
	}
	program := filepath.Join(folder, "heed")
	if said, err := exec.Command("go", "build", "-o", program, "heed/infra/heed").CombinedOutput(); err != nil {
		return "", fmt.Errorf("build heed: %w\n%s", err, said)
	}
	return program, nil
})

// memory is a folder that lies in memory where there is such, so that a year does
// not wait for the disk.
var memory = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("/dev/shm", "heed-year")
	if err != nil {
		folder, err = os.MkdirTemp("", "heed-year")
	}
	return folder, err
})

// forgetYears ends what was lived, and clears it away.
func forgetYears() error {
	var all []error
	for _, l := range []*lived{&aYear, &aMonth, &aDemo} {
		if l.serving != nil {
			all = append(all, l.end())
		}
	}
	if folder, err := memory(); err == nil {
		all = append(all, os.RemoveAll(folder))
	}
	return errors.Join(all...)
}
