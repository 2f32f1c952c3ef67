package heed_test

import (
	"testing"
	"time"

	"heed/shared/heed"
)

// The same delivery, tried again, is kept once; another event about the same
// thing beside it.
func TestKeptIsNamedByWhatItIs(t *testing.T) {
	named := func(k heed.Kept) heed.KeptID {
		k.Source, k.Body = "desk", []byte("{}")
		k.Parts()
		return k.ID
	}
	first := named(heed.Kept{Header: map[string]string{"X-Helpscout-Event": "convo.created", "X-Helpscout-Signature": "a"}})
	again := named(heed.Kept{Header: map[string]string{"X-Helpscout-Event": "convo.created", "Date": "later"}, At: time.Unix(1, 0)})
	if first != again {
		t.Error("a second try has another name")
	}
	for name, other := range map[string]heed.Kept{
		"of another event": {Header: map[string]string{"X-Helpscout-Event": "convo.assigned"}},
		"without an event": {},
		"to another kind":  {Header: map[string]string{"X-Helpscout-Event": "convo.created"}, Query: "kind=deal.won"},
	} {
		if named(other) == first {
			t.Errorf("the delivery %s has the same name", name)
		}
	}
}
