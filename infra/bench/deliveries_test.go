package bench

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"heed/events"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// solved is the body of a Zendesk delivery, as in the sample, of a ticket and
// a customer that no other number has.
func solved(tb testing.TB, number int) []byte {
	tb.Helper()
	sample, err := events.FS.ReadFile("zendesk/ticket-solved.json")
	if err != nil {
		tb.Fatal(err)
	}
	body := strings.NewReplacer(
		"361274968512", fmt.Sprintf("36%010d", number),
		"maren.oduya", fmt.Sprintf("maren.oduya.%d", number),
		"48117", fmt.Sprint(1_000_000+number),
		"28914127640209", fmt.Sprintf("28%012d", number),
	).Replace(string(sample))
	return []byte(body)
}

// signed is the delivery with the headers that Zendesk would send.
func signed(tb testing.TB, body []byte, secret string) *sources.Request {
	tb.Helper()
	zendesk, _ := sources.Of(&surveys.Source{Type: "zendesk"})
	r := &sources.Request{
		Method: http.MethodPost, URL: "/hooks/zendesk", Body: body,
		Header: http.Header{"Content-Type": {"application/json"}},
	}
	if err := zendesk.Sign(r, secret, "01HM6VJV2G8JKBA1Z8GZ5F0QXC", time.Now()); err != nil {
		tb.Fatal(err)
	}
	return r
}

// wire is the delivery as it goes over a connection.
func wire(r *sources.Request) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Zendesk Webhook\r\nAccept: */*\r\nContent-Length: %d\r\n", r.Method, r.URL, len(r.Body))
	_ = r.Header.Write(&b) // a buffer takes everything
	b.WriteString("\r\n")
	b.Write(r.Body)
	return b.Bytes()
}

// deliveries are the numbered ones, ready to be sent. They lie beside the
// heap: on it they would make the garbage collector of the server, which runs
// in this process, work less often than it must.
func deliveries(tb testing.TB, from, count int, secret string) [][]byte {
	tb.Helper()
	const largest = 2048
	pages, err := syscall.Mmap(-1, 0, count*largest, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		tb.Fatal("memory for the deliveries:", err)
	}
	tb.Cleanup(func() { _ = syscall.Munmap(pages) })
	out := make([][]byte, count)
	for i := range out {
		request := wire(signed(tb, solved(tb, from+i), secret))
		if len(request) > largest {
			tb.Fatalf("a delivery of %d bytes", len(request))
		}
		out[i] = append(pages[:0:len(request)], request...)
		pages = pages[len(request):]
	}
	return out
}
