package bench

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// connections is how many are kept alive side by side.
const connections = 64

// post writes each request and reads its answer, on all connections at once,
// and returns how long that took. It allocates next to nothing, so that what
// is measured is the server.
func post(tb testing.TB, address string, requests [][]byte) time.Duration {
	tb.Helper()
	conns := make([]net.Conn, connections)
	for i := range conns {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			tb.Fatal(err)
		}
		defer conn.Close()
		conns[i] = conn
	}
	var group errgroup.Group
	began := time.Now()
	for i, conn := range conns {
		group.Go(func() error {
			var buffer [4096]byte
			for n := i; n < len(requests); n += connections {
				if err := exchange(conn, requests[n], buffer[:]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		tb.Fatal(err)
	}
	return time.Since(began)
}

// exchange posts one request and reads the answer to its end.
func exchange(conn net.Conn, request, buffer []byte) error {
	if _, err := conn.Write(request); err != nil {
		return err
	}
	for got := 0; ; {
		n, err := conn.Read(buffer[got:])
		if err != nil {
			return err
		}
		got += n
		whole, err := complete(buffer[:got])
		if err != nil || whole {
			return err
		}
		if got == len(buffer) {
			return errors.New("the answer is longer than the buffer")
		}
	}
}

var (
	ok       = []byte("HTTP/1.1 20")
	headEnd  = []byte("\r\n\r\n")
	lineEnd  = []byte("\r\n")
	lengthIs = []byte("Content-Length: ")
)

// complete reports whether all of an answer is there. One that is not 2xx is
// an error.
func complete(answer []byte) (bool, error) {
	head, body, whole := bytes.Cut(answer, headEnd)
	if !whole {
		return false, nil
	}
	if !bytes.HasPrefix(head, ok) {
		return false, fmt.Errorf("answered %q", answer)
	}
	_, length, found := bytes.Cut(head, lengthIs)
	if !found {
		return true, nil
	}
	length, _, _ = bytes.Cut(length, lineEnd)
	n, err := strconv.Atoi(string(length))
	return len(body) >= n, err
}
