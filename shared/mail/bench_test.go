package mail_test

import (
	"testing"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// BenchmarkMail writes the mail that has most in it: eleven numbers.
func BenchmarkMail(b *testing.B) {
	w := acme()
	o := occasion(surveys.Program{Ask: heed.NPS})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.Invitation(o); err != nil {
			b.Fatal(err)
		}
	}
}
