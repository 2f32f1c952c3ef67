package records

import (
	"testing"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// What a customer chooses holds for whoever goes on in their stead, and what is
// not theirs to take back stands, wherever on the way it is.
func TestChooseFollows(t *testing.T) {
	for _, test := range []struct {
		name       string
		was, next  sampling.Suppression // of the customer, and of their successor
		choice     heed.Often
		want       heed.Often
		theirs     bool
		chosenNext heed.Often // of the successor alone
	}{
		{"never", 0, 0, heed.Never, heed.Never, true, heed.Never},
		{"less", 0, 0, heed.Less, heed.Less, true, heed.Less},
		{"less again", sampling.Unsubscribed, sampling.Unsubscribed, heed.Less, heed.Less, true, heed.Less},
		{"as usual again", sampling.Unsubscribed, sampling.Unsubscribed, heed.AsUsual, heed.AsUsual, true, heed.AsUsual},
		{"after a bounce", sampling.AddressBounced, 0, heed.AsUsual, heed.Never, false, heed.AsUsual},
		{"after the other's bounce", 0, sampling.AddressBounced, heed.AsUsual, heed.AsUsual, true, heed.Never},
		{"after the other's complaint", 0, sampling.ReportedSpam, heed.AsUsual, heed.Never, false, heed.Never},
	} {
		s, _ := open(t)
		a, b := heed.Hash{1}, heed.Hash{2}
		scopes := map[heed.Hash]*sampling.Scope{a: {Suppressed: test.was, Successor: b}, b: {Suppressed: test.next}}
		for id, scope := range scopes {
			if err := s.PutScope(t.Context(), &Head{Kind: surveys.Customer, ID: id, Scope: scope}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Choose(t.Context(), a, test.choice); err != nil {
			t.Fatal(err)
		}
		often, theirs, err := s.Often(t.Context(), a)
		if err != nil || often != test.want || theirs != test.theirs {
			t.Errorf("%s: %s, theirs %v, want %s, %v (%v)", test.name, often, theirs, test.want, test.theirs, err)
		}
		if next, _, err := s.Often(t.Context(), b); err != nil || next != test.chosenNext {
			t.Errorf("%s: of the successor %s, want %s (%v)", test.name, next, test.chosenNext, err)
		}
	}
}

// Nobody is the customer of a row that was forgotten: nothing is written for them.
func TestNobodyChooses(t *testing.T) {
	s, _ := open(t)
	w := &witness{Table: s.Table}
	s.Table = w
	if err := s.Suppress(t.Context(), heed.Hash{}, sampling.Unsubscribed); err != nil {
		t.Error(err)
	}
	if err := s.Choose(t.Context(), heed.Hash{}, heed.Never); err != nil {
		t.Error(err)
	}
}
