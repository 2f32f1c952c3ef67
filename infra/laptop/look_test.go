package laptop_test

import (
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"heed/shared/table"
)

// Mail programs, scanners and previews open every link of a mail. None of that
// may leave a trace: everything in the data folder is the same after it.
func TestLookingRecordsNothing(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody))
	for n := range 4 {
		h.deliver(t, h.door(t, "zendesk"), ticket(t, n))
		h.deliver(t, h.door(t, "app"), happened(t, "subscription.renewed", n, 100+n))
		h.deliver(t, h.door(t, "app"), happened(t, "onboarding.done", n, 200+n))
	}
	h.advance(t, 3*time.Hour)
	mails := h.mails(t)
	before := h.contents()
	opened := 0
	for _, m := range mails {
		for _, l := range links(&m) {
			for _, method := range []string{http.MethodGet, http.MethodHead} {
				a := h.send(t, method, l, nil, nil)
				if a.Status != http.StatusOK || (len(a.Body) > 0) != (method == http.MethodGet) {
					t.Errorf("%s %s answered %d with %d bytes", method, l, a.Status, len(a.Body))
				}
				opened++
			}
		}
	}
	if least := len(mails) * 2 * (2*5 + 3); len(mails) < 10 || opened < least {
		t.Fatalf("%d mails have %d links, want %d at least", len(mails), opened/2, least/2)
	}
	h.settle(t)
	if diff := cmp.Diff(before, h.contents()); diff != "" {
		t.Errorf("opening links changed the data:\n%s", diff)
	}
}

// contents returns every byte that the data folder holds, but for what the
// schedules write down each time, what came to each source's door and how often
// the file was opened. It can't be read while it is in use.
func (h *house) contents() map[string]string {
	h.Helper()
	h.close()
	defer h.start()
	db, err := bbolt.Open(filepath.Join(h.options.Data, "heed.db"), 0o600, nil)
	if err != nil {
		h.Fatal(err)
	}
	defer db.Close()
	all := map[string]string{}
	err = db.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				if !passing(string(k)) {
					all[fmt.Sprintf("%s %q", name, k)] = string(v)
				}
				return nil
			})
		})
	})
	if err != nil {
		h.Fatal(err)
	}
	return all
}

// passing reports whether a key's item changes by the time that passes alone.
func passing(key string) bool {
	return key == "journal" || slices.ContainsFunc([]string{"control#", "tally#", table.SheetPrefix}, func(prefix string) bool {
		return strings.Contains(key, prefix)
	})
}
