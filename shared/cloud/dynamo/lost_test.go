package dynamo_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"heed/shared/cloud/dynamo"
	"heed/shared/heed"
	"heed/shared/table"
	"heed/shared/table/dynalite"
)

// A wire stands between client and server and can harm the next request of a
// kind, once.
type wire struct {
	*httptest.Server
	harm  atomic.Pointer[harm]
	tries atomic.Int64 // requests that came by
}

// A harm is what befalls a request of one action.
type harm struct {
	action string
	lose   bool // it is done, and its answer lost
	status int  // it is not done; this is the answer, with code
	code   string
	also   func() // happens before the client hears anything
}

func newWire(t *testing.T) *wire {
	t.Helper()
	target, err := url.Parse(dynalite.URL(t))
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{}
	through := httputil.NewSingleHostReverseProxy(target)
	w.Server = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.tries.Add(1)
		h := w.harm.Load()
		if h == nil || !strings.HasSuffix(r.Header.Get("X-Amz-Target"), "."+h.action) || !w.harm.CompareAndSwap(h, nil) {
			through.ServeHTTP(rw, r)
			return
		}
		if h.lose {
			through.ServeHTTP(httptest.NewRecorder(), r)
		}
		if h.also != nil {
			h.also()
		}
		if h.lose {
			panic(http.ErrAbortHandler)
		}
		rw.Header().Set("Content-Type", "application/x-amz-json-1.0")
		rw.WriteHeader(h.status)
		_, _ = io.WriteString(rw, `{"__type":"com.amazonaws.dynamodb.v20120810#`+h.code+`"}`)
	}))
	t.Cleanup(w.Close)
	return w
}

// open returns a table behind a wire, and the same table without one.
func open(t *testing.T) (harmed, direct *dynamo.Table, w *wire) {
	t.Helper()
	client, name := dynalite.Table(t)
	w = newWire(t)
	hasty := dynamodb.New(dynalite.Client(w.URL).Options(), func(o *dynamodb.Options) {
		o.Retryer = retry.AddWithMaxBackoffDelay(o.Retryer, time.Millisecond)
	})
	return &dynamo.Table{Client: hasty, Name: name}, &dynamo.Table{Client: client, Name: name}, w
}

func item(data string) table.Item {
	return table.Item{Key: table.Key{PK: "a", SK: []byte("1")}, Data: []byte(data), Due: []byte("t1")}
}

// TestLostAnswer: a put whose answer is lost is tried again by the SDK, and
// must know its own work when it meets it.
func TestLostAnswer(t *testing.T) {
	t.Run("PutIfAbsent", func(t *testing.T) {
		tab, direct, w := open(t)
		w.harm.Store(&harm{action: "PutItem", lose: true})
		if err := tab.PutIfAbsent(t.Context(), item("mine")); err != nil {
			t.Errorf("%v, want success", err)
		}
		holds(t, direct, 1, "mine")
		triedTwice(t, w)
	})
	t.Run("PutIfVersion", func(t *testing.T) {
		tab, direct, w := open(t)
		must(t, direct.PutIfAbsent(t.Context(), item("old")))
		w.harm.Store(&harm{action: "PutItem", lose: true})
		if err := tab.PutIfVersion(t.Context(), item("mine"), 1); err != nil {
			t.Errorf("%v, want success", err)
		}
		holds(t, direct, 2, "mine")
		triedTwice(t, w)
	})
	t.Run("Delete", func(t *testing.T) {
		tab, direct, w := open(t)
		must(t, direct.PutIfAbsent(t.Context(), item("old")))
		w.harm.Store(&harm{action: "DeleteItem", lose: true})
		if err := tab.Delete(t.Context(), item("").Key, 1); err != nil {
			t.Errorf("%v, want success", err)
		}
		if _, err := direct.Get(t.Context(), item("").Key); !errors.Is(err, table.ErrNotFound) {
			t.Errorf("get: %v, want ErrNotFound", err)
		}
		triedTwice(t, w)
	})
	t.Run("Query", func(t *testing.T) {
		tab, direct, w := open(t)
		must(t, direct.PutIfAbsent(t.Context(), item("old")))
		w.harm.Store(&harm{action: "Query", lose: true})
		if page, err := tab.Query(t.Context(), table.Query{PK: "a"}); err != nil || len(page.Items) != 1 {
			t.Errorf("%d items, %v; want 1", len(page.Items), err)
		}
	})
}

// TestNotMyWork: what looks like one's own work is not, unless an answer was
// lost and the bytes are the same.
func TestNotMyWork(t *testing.T) {
	for _, c := range []struct {
		name   string
		harm   harm
		theirs string // what somebody else writes meanwhile
	}{
		{"no harm, same bytes", harm{}, "mine"},
		{"throttled, same bytes", harm{status: 400, code: "ThrottlingException"}, "mine"},
		{"answered 500, other bytes", harm{status: 500, code: "InternalServerError"}, "theirs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab, direct, w := open(t)
			must(t, direct.PutIfAbsent(t.Context(), item("old")))
			meanwhile := func() {
				if err := direct.PutIfVersion(t.Context(), item(c.theirs), 1); err != nil {
					t.Error(err)
				}
			}
			if c.harm.status == 0 {
				meanwhile()
			} else {
				c.harm.action, c.harm.also = "PutItem", meanwhile
				w.harm.Store(&c.harm)
			}
			if err := tab.PutIfVersion(t.Context(), item("mine"), 1); !errors.Is(err, table.ErrConflict) {
				t.Errorf("%v, want ErrConflict", err)
			}
			holds(t, direct, 2, c.theirs)
		})
	}
}

// TestOvertaken: an answer is lost, and the item changes again before the
// second try. Success can't be told from failure any more, and the caller who
// reads again sees.
func TestOvertaken(t *testing.T) {
	tab, direct, w := open(t)
	must(t, direct.PutIfAbsent(t.Context(), item("old")))
	w.harm.Store(&harm{action: "PutItem", lose: true, also: func() {
		if err := direct.PutIfVersion(t.Context(), item("theirs"), 2); err != nil {
			t.Error(err)
		}
	}})
	if err := tab.PutIfVersion(t.Context(), item("mine"), 1); !errors.Is(err, table.ErrConflict) {
		t.Errorf("%v, want ErrConflict", err)
	}
	holds(t, direct, 3, "theirs")
}

func TestFailures(t *testing.T) {
	for _, c := range []struct {
		status int
		code   string
		want   heed.Code
	}{
		{400, "ValidationException", heed.Internal},
		{400, "AccessDeniedException", heed.Internal},
		{400, "ResourceNotFoundException", heed.Internal},
		{400, "ThrottlingException", heed.Unavailable},
		{400, "ProvisionedThroughputExceededException", heed.Unavailable},
		{400, "RequestLimitExceeded", heed.Unavailable},
		{500, "InternalServerError", heed.Unavailable},
		{503, "ServiceUnavailable", heed.Unavailable},
	} {
		t.Run(c.code, func(t *testing.T) {
			always := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(c.status)
				_, _ = io.WriteString(w, `{"__type":"com.amazonaws.dynamodb.v20120810#`+c.code+`"}`)
			}))
			defer always.Close()
			once := dynamodb.New(dynalite.Client(always.URL).Options(), func(o *dynamodb.Options) { o.Retryer = aws.NopRetryer{} })
			tab := &dynamo.Table{Client: once, Name: "x"}
			_, get := tab.Get(t.Context(), item("").Key)
			_, query := tab.Query(t.Context(), table.Query{PK: "a"})
			for name, err := range map[string]error{
				"get": get, "query": query,
				"put":    tab.PutIfAbsent(t.Context(), item("x")),
				"delete": tab.Delete(t.Context(), item("").Key, 1),
			} {
				if heed.CodeOf(err) != c.want || !strings.Contains(err.Error(), c.code) {
					t.Errorf("%s: %q, code %s; want code %s and the cause", name, err, heed.CodeOf(err), c.want)
				}
			}
		})
	}
}

func TestNobodyThere(t *testing.T) {
	gone := httptest.NewServer(nil)
	gone.Close()
	tab := &dynamo.Table{Client: dynalite.Client(gone.URL), Name: "x"}
	err := tab.PutIfAbsent(t.Context(), item("x"))
	if heed.CodeOf(err) != heed.Unavailable || heed.MessageOf(err) != "the table does not answer" {
		t.Errorf("%v, code %s; want Unavailable", err, heed.CodeOf(err))
	}
}

func holds(t *testing.T, tab *dynamo.Table, version uint64, data string) {
	t.Helper()
	got, err := tab.Get(t.Context(), item("").Key)
	if err != nil || got.Version != version || string(got.Data) != data {
		t.Errorf("the table holds version %d, %q, %v; want %d, %q", got.Version, got.Data, err, version, data)
	}
}

func triedTwice(t *testing.T, w *wire) {
	t.Helper()
	if n := w.tries.Load(); n != 2 {
		t.Errorf("%d requests, want 2", n)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
