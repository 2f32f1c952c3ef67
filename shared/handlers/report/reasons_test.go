package report

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/boards"
	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/records"
)

// The reasons of a period are counted over all partitions of its last days.
func TestReasonsOfDays(t *testing.T) {
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	h := &Handler{Store: records.Store{Table: file.Table()}}
	today := heed.DayOf(time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC), time.UTC)
	for n := range 2 * records.Shards { // each partition of two days has one
		h.put(t, today-heed.Day(n/records.Shards), byte(n), []heed.Reason{heed.NotDrawn, heed.Quiet}[n/records.Shards])
	}
	h.put(t, today-reasonDays+1, 5, heed.Asked)
	h.put(t, today-reasonDays, 5, heed.Asked) // too long ago
	got, err := h.reasons(t.Context(), period{first: today - 2*reasonDays, last: today})
	if err != nil {
		t.Fatal(err)
	}
	counts := map[heed.Reason]uint64{}
	for _, r := range got {
		counts[r.Reason] = r.Count
	}
	if diff := cmp.Diff(map[heed.Reason]uint64{heed.NotDrawn: records.Shards, heed.Quiet: records.Shards, heed.Asked: 1}, counts); diff != "" {
		t.Error(diff)
	}
	got, err = h.reasons(t.Context(), period{first: today, last: today})
	if diff := cmp.Diff([]boards.ReasonCount{{Reason: heed.NotDrawn, Count: records.Shards}}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func (h *Handler) put(t *testing.T, day heed.Day, id byte, reason heed.Reason) {
	t.Helper()
	row := &heed.Row{
		RowRef: heed.RowRef{Day: day, ID: heed.RowID{7: id}}, Kind: "ticket.solved",
		Decision: heed.Decision{Program: "support", Ask: heed.CSAT, Reason: reason, Decided: time.Unix(int64(day)*86400, 0)},
	}
	if err := h.Store.PutRow(t.Context(), row); err != nil {
		t.Fatal(err)
	}
}
