// Package laptop is the second place Heed is deployed to: one process with the
// same handlers, started from the same wiring, on the embedded twins of the
// cloud services. What the stack sets by policy (who may touch which item, who
// may come in) is enforced here too.
//
// Beside the cloud's routes it serves /local/: the mailbox, the clock, the
// sources' secrets. Nothing of that exists in the cloud, and no rule of Heed's
// lives here.
package laptop

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"heed/shared/embedded"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/wiring"
)

// Options are what a laptop can be started with.
type Options struct {
	Data    string // folder that everything is kept in; made if it is not there
	Config  *surveys.Config
	Base    string // what links begin with: http://localhost:8080
	Observe bool
	Log     *slog.Logger
	Real    func() time.Time
	Tally   time.Duration                 // between two tallies of what came to a source's door; 0 for a second
	Stand   func(typ string) http.Handler // stands in for vendors of that type; nil for package standin's
}

// A Laptop is a whole installation in one process.
type Laptop struct {
	Options
	Keys        *keyring.Ring
	Secrets     Secrets
	Credentials Credentials
	Clock       *embedded.Clock
	Mailbox     *embedded.Mailbox
	Objects     *embedded.Objects
	Meters      map[string]*table.Meter // what each function has cost, by its name

	file   *embedded.File
	table  *embedded.Table
	queues map[string]*embedded.Queue
	parts  []part
	mux    *http.ServeMux
	ticks  sync.Mutex  // one round of schedules at a time
	held   atomic.Bool // whoever moves the clock runs the schedules
}

// Open opens the data folder, or makes it, and puts all parts together. It
// starts nothing.
func Open(o Options) (*Laptop, error) {
	if err := os.MkdirAll(o.Data, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	if err := os.Chmod(o.Data, 0o700); err != nil {
		return nil, fmt.Errorf("close the data folder to others: %w", err)
	}
	l := &Laptop{Options: o, queues: map[string]*embedded.Queue{}, Meters: map[string]*table.Meter{}}
	var err error
	if l.file, err = embedded.Open(filepath.Join(o.Data, "heed.db")); err != nil {
		return nil, err
	}
	if err := l.assemble(); err != nil {
		_ = l.file.Close()
		return nil, err
	}
	return l, nil
}

func (l *Laptop) assemble() (err error) {
	if l.Keys, err = loadKeys(filepath.Join(l.Data, KeysFile), l.Real()); err != nil {
		return err
	}
	if l.Secrets, err = loadSecrets(filepath.Join(l.Data, secretsFile), l.Config); err != nil {
		return err
	}
	if l.Credentials, err = LoadCredentials(filepath.Join(l.Data, CredentialsFile)); err != nil {
		return err
	}
	if l.Clock, err = l.file.Clock(l.Real); err != nil {
		return err
	}
	outside := embedded.Outside{
		Now:     l.Real,
		After:   func(d time.Duration, do func()) { time.AfterFunc(d, do) },
		Trouble: func(err error) { l.Log.Error("queue", "cause", err.Error()) },
	}
	for _, row := range wiring.Queues {
		if l.queues[row.Name], err = l.file.Queue(row, outside); err != nil {
			return err
		}
	}
	l.Objects = l.file.Objects("inbound", l.queues[wiring.Inbound], l.Clock.Now)
	l.Mailbox = l.file.Mailbox(l.queues[wiring.Events], l.Clock.Now)
	l.Mailbox.Inbound = l.Objects
	l.table = l.file.Table()
	for _, row := range wiring.Functions {
		p, err := l.part(row)
		if err != nil {
			return err
		}
		l.parts = append(l.parts, p)
	}
	l.mux = l.routes()
	// The file is ours alone, so whoever held the sender's lease is gone.
	return records.Store{Table: l.table}.Evict(context.Background(), l.Clock.Now())
}

// Handler serves every route of the wiring, and /local/.
func (l *Laptop) Handler() http.Handler { return loopback(l.mux) }

// Run works the queues and keeps the schedules until ctx ends.
func (l *Laptop) Run(ctx context.Context) {
	var wg sync.WaitGroup
	for i := range l.parts {
		if p := &l.parts[i]; p.worker != nil {
			wg.Go(func() { l.queues[p.row.Queue].Run(ctx, p.worker, workers) })
		}
	}
	wg.Go(func() { l.schedule(ctx) })
	wg.Wait()
}

// workers is how many batches of a queue are worked at once. More of them
// share each fsync, and keep whoever is at the door waiting for a processor:
// with 64, the slowest in a hundred waited half as long again.
const workers = 32

// Close closes the data folder. End Run before.
func (l *Laptop) Close() error { return l.file.Close() }

// Store reads and writes past every grant, for tests and the operator.
func (l *Laptop) Store() records.Store { return records.Store{Table: l.table} }

// store is the table as the wiring row's function may touch it, with a meter
// of that function's own.
func (l *Laptop) store(row wiring.Function) records.Store {
	l.Meters[row.Name] = &table.Meter{}
	metered := *l.table
	metered.Meter = l.Meters[row.Name]
	return records.Store{Table: table.Guard(&metered, row.Table)}
}
