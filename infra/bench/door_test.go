package bench

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/events"
	"heed/shared/sources"
)

// HubSpot posts up to a hundred events at once, over up to ten connections.
const (
	batches  = 100
	perBatch = 100
	callers  = 10
)

// BenchmarkDoor measures how long a vendor waits: HubSpot's deliveries of a
// hundred deals won, ten at a time, from the first byte sent to the last one
// read. What was taken is decided meanwhile, each deal's customer asked for at
// the stand-in.
func BenchmarkDoor(b *testing.B) {
	l := running(b, b.TempDir())
	address := serve(b, l.Handler())
	hubspot, _ := sources.Of(l.Config.Source("hubspot"))
	sample, err := sources.Sample(events.FS, "hubspot/deal-won.json")
	if err != nil {
		b.Fatal(err)
	}
	one := strings.Trim(string(sample.Body), "[] \n")
	for b.Loop() {
		requests := make([]*sources.Request, batches)
		for i := range requests {
			var all []string
			for n := range perBatch {
				all = append(all, another(one, i*perBatch+n))
			}
			r := &sources.Request{
				Method: http.MethodPost, URL: l.Base + "/hooks/hubspot", Header: http.Header{"Content-Type": {"application/json"}},
				Body: fmt.Appendf(nil, "[%s]", strings.Join(all, ",")),
			}
			if err := hubspot.Sign(r, l.Secrets["hubspot"][0], fmt.Sprint(i), time.Now()); err != nil {
				b.Fatal(err)
			}
			r.URL = strings.TrimPrefix(r.URL, l.Base)
			requests[i] = r
		}
		took := waits(b, "http://"+address, requests)
		if err := l.Idle(b.Context()); err != nil {
			b.Fatal(err)
		}
		if rows := countRows(b, l); rows != batches*perBatch {
			b.Fatalf("%d rows of %d deals", rows, batches*perBatch)
		}
		slices.Sort(took)
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(float64(len(requests[0].Body))/1000, "kB")
		b.ReportMetric(took[len(took)/2], "p50-ms")
		b.ReportMetric(took[len(took)*99/100], "p99-ms")
	}
}

// waits posts the deliveries, and returns how long each took, in milliseconds.
func waits(b *testing.B, base string, deliveries []*sources.Request) (took []float64) {
	b.Helper()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: callers}}
	defer client.CloseIdleConnections()
	took = make([]float64, len(deliveries))
	var group errgroup.Group
	for caller := range callers {
		group.Go(func() error {
			for n := caller; n < len(deliveries); n += callers {
				began := time.Now()
				if err := knock(client, base, deliveries[n]); err != nil {
					return err
				}
				took[n] = float64(time.Since(began).Microseconds()) / 1000
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		b.Fatal(err)
	}
	return took
}

// knock posts one delivery and reads the answer to its end.
func knock(client *http.Client, base string, d *sources.Request) error {
	r, err := http.NewRequest(d.Method, base+d.URL, bytes.NewReader(d.Body))
	if err != nil {
		return err
	}
	r.Header = d.Header
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("answered %s", answer.Status)
	}
	return nil
}
