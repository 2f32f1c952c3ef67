package heed_test

import (
	"strconv"
	"testing"

	"heed/shared/heed"
)

// TestRoomForTheCustomersOwnWords: strangers take half of it at most, of both
// kinds together.
func TestRoomForTheCustomersOwnWords(t *testing.T) {
	r := &heed.Row{}
	for n := range 2 * heed.MaxNotes {
		kind := []heed.NoteKind{heed.Elsewhere, heed.Forwarded}[n%2]
		if kept := r.Add(heed.Note{Kind: kind, Score: heed.None, Text: strconv.Itoa(n)}); kept != (n < heed.MaxNotes/2) {
			t.Errorf("stranger %d: kept %v", n, kept)
		}
	}
	for n := range heed.MaxNotes {
		kind := []heed.NoteKind{heed.Unscored, heed.Afterward}[n%2]
		if kept := r.Add(heed.Note{Kind: kind, Score: heed.None, Text: strconv.Itoa(n)}); kept != (n < heed.MaxNotes/2) {
			t.Errorf("customer %d: kept %v", n, kept)
		}
	}
}
