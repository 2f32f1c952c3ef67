package respond_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
	"heed/shared/token"
)

// A shelf is a table of a few items in memory. What needs more of a table runs
// on a real one.
type shelf map[string]table.Item

func (s shelf) key(k table.Key) string { return k.PK + "\x00" + string(k.SK) }

func (s shelf) Get(_ context.Context, k table.Key) (table.Item, error) {
	item, ok := s[s.key(k)]
	if !ok {
		return table.Item{}, table.ErrNotFound
	}
	return item, nil
}

func (s shelf) PutIfAbsent(ctx context.Context, item table.Item) error {
	return s.PutIfVersion(ctx, item, 0)
}

func (s shelf) PutIfVersion(_ context.Context, item table.Item, version uint64) error {
	if s[s.key(item.Key)].Version != version {
		return table.ErrConflict
	}
	item.Version = version + 1
	s[s.key(item.Key)] = item
	return nil
}

func (s shelf) Delete(context.Context, table.Key, uint64) error { return errFull }

func (s shelf) Query(context.Context, table.Query) (table.Page, error) {
	return table.Page{}, errFull
}

var statuses = []int{200, 303, 400, 404, 405, 410, 413}

// FuzzForm: whatever is sent, nothing panics, the status is one that is known,
// and nothing becomes the answer without a page of ours and its cookie.
func FuzzForm(f *testing.F) {
	f.Add("POST", "", "application/x-www-form-urlencoded", "score=9", "heed=0123456789abcdef", "gzip")
	f.Add("POST", "", "application/x-www-form-urlencoded", "score=9&page=AQEJ3q2-7wAAAAAAAAGd1zT4AMTEyMzQ1Njc4OTA&from=script&trusted=1&dwell=900", "heed=0123456789abcdef", "")
	f.Add("POST", "", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"score\"\r\n\r\n9\r\n--x--\r\n", "heed=", "")
	f.Add("POST", "a", "text/plain", "comment=%00\xff", "heed=\x00", "gzip;q=")
	f.Add("HEAD", "?score=99999999999999999999", "", "", "heed; heed=zz", "*")
	f.Fuzz(func(t *testing.T, method, path, kind, body, cookies, accept string) {
		d := behind(t, shelf{})
		d.put(&heed.Invitation{To: "mia@example.org", Sent: delivered, Delivered: delivered})
		for _, letter := range []string{"s", "u"} {
			r := httptest.NewRequest(http.MethodGet, "/", strings.NewReader(body))
			r.Method = method
			r.URL.Path = d.path(map[string]token.Purpose{"s": token.Answer, "u": token.Unsubscribe}[letter], letter)
			if p, query, ok := strings.Cut(path, "?"); ok {
				r.URL.RawQuery = query
				r.URL.Path += p
			} else {
				r.URL.Path += path
			}
			r.Header = http.Header{"Content-Type": {kind}, "Cookie": {cookies}, "Accept-Encoding": {accept}, "Accept-Language": {accept}, "User-Agent": {firefox}}
			w := httptest.NewRecorder()
			d.ServeHTTP(w, r)
			if !slices.Contains(statuses, w.Code) || d.failed() {
				t.Errorf("%s /%s/: %d, logged %s", method, letter, w.Code, d.log.String())
			}
		}
		if row := d.row(); row.Response != nil || len(row.Notes) > 0 || method != http.MethodPost && len(row.Suspects) > 0 {
			t.Errorf("the answer is %+v beside %+v and %+v", row.Response, row.Suspects, row.Notes)
		}
	})
}

// FuzzVisit: with a cookie and a page of its own a visit may record what it
// likes, and the row stays whole and small.
func FuzzVisit(f *testing.F) {
	f.Add("9", "script", "900", "", "fine", int64(900))
	f.Add("10", "", "", "x", "\x00\xff\u202e", int64(-1))
	f.Fuzz(func(t *testing.T, score, from, dwell, trap, comment string, wait int64) {
		d := behind(t, shelf{})
		d.put(&heed.Invitation{To: "mia@example.org", Sent: delivered, Delivered: delivered})
		s := d.browser().look("")
		d.wait(time.Duration(wait%int64(20*24*time.Hour/time.Millisecond)) * time.Millisecond)
		for range 3 {
			s = s.post("score", score, "from", from, "dwell", dwell, "trusted", "1", "reference", trap, "comment", comment, "quote", comment)
			if !slices.Contains(statuses, s.status) || d.failed() {
				t.Fatal(s.status, d.log.String())
			}
		}
		row := d.row()
		if a := row.Response; a != nil && (trap != "" || fmt.Sprint(a.Score) != score && score != "" && score[0] != '+' && score[0] != '0' || a.Evidence != 0) {
			t.Errorf("the answer to %q is %+v", score, a)
		}
		if len(row.Suspects) > 1 || len(row.Notes) > 0 {
			t.Errorf("%+v beside %+v", row.Suspects, row.Notes)
		}
	})
}
