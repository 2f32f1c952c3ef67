package parcel

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/surveys"
)

func TestWhatIsRepeatedGoesOnce(t *testing.T) {
	at := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	all := []heed.Touchpoint{
		{Kind: "deal.won", Object: "deal:1", Occurrence: "1", At: at},
		{Kind: "deal.won", Object: "deal:2", Occurrence: "1", At: at},
		{Kind: "deal.won", Object: "deal:1", Occurrence: "1", At: at.Add(time.Second)},
		{Kind: "deal.won", Object: "deal:1", Occurrence: "2", At: at},
	}
	got := Distinct("hubspot", all)
	var names []string
	for _, t := range got {
		names = append(names, t.Source+" "+t.Object+" "+t.Occurrence)
	}
	if diff := cmp.Diff([]string{"hubspot deal:1 1", "hubspot deal:2 1", "hubspot deal:1 2"}, names); diff != "" || !got[0].At.Equal(at) {
		t.Errorf("there are (-want +got):\n%s", diff)
	}
}

// Two touchpoints share a group exactly if they could be of one scope or, where
// that is not known yet, are of one object.
func TestGroups(t *testing.T) {
	of := func(scope surveys.Scope, t heed.Touchpoint) string {
		t.Source = "hubspot"
		m, err := Messages(scope, []heed.Touchpoint{t})
		if err != nil || m[0].Key != t.ID().String() {
			return "none"
		}
		p, err := queue.Unpack(m[0].Body)
		if err != nil || p.Touchpoint.Object != t.Object {
			return "none"
		}
		return m[0].Group
	}
	touchpoint := func(object, id, email, account string) heed.Touchpoint {
		return heed.Touchpoint{Object: object, Customer: heed.Customer{ID: id, Email: email, Account: account}}
	}
	for _, c := range []struct {
		scope surveys.Scope
		a, b  heed.Touchpoint
		same  bool
	}{
		{surveys.Customer, touchpoint("deal:1", "7", "", ""), touchpoint("deal:2", "7", "", "a"), true},
		{surveys.Customer, touchpoint("deal:1", "7", "", ""), touchpoint("deal:1", "8", "", ""), false},
		{surveys.Customer, touchpoint("deal:1", "7", "A@example.com", ""), touchpoint("deal:2", "8", "a@example.com", ""), true},
		{surveys.Customer, touchpoint("deal:1", "7", "", "x"), touchpoint("deal:1", "8", "", "x"), false},
		{surveys.Account, touchpoint("deal:1", "7", "", "x"), touchpoint("deal:1", "8", "", "x"), true},
		{surveys.Customer, touchpoint("deal:1", "", "", ""), touchpoint("deal:1", "", "", ""), true},
		{surveys.Customer, touchpoint("deal:1", "", "", ""), touchpoint("deal:2", "", "", ""), false},
		{surveys.Account, touchpoint("deal:1", "", "", ""), touchpoint("deal:2", "", "", ""), false},
	} {
		a, b := of(c.scope, c.a), of(c.scope, c.b)
		if (a == b) != c.same || a == "none" || len(a) != 32 {
			t.Errorf("%s: %+v and %+v have the groups %s and %s", c.scope, c.a, c.b, a, b)
		}
	}
}
