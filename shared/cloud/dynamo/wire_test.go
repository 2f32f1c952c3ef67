package dynamo_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"heed/shared/cloud/dynalite"
	"heed/shared/cloud/dynamo"
	"heed/shared/table"
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
