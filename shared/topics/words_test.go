package topics_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"heed/shared/cells"
	"heed/shared/surveys"
	"heed/shared/topics"
)

var _ cells.Reader = (*topics.Topics)(nil)

func TestWords(t *testing.T) {
	topics := topics.New(&surveys.Config{})
	for _, c := range []struct{ comment, locale, want string }{
		{"", "en", ""},
		{"The reply was slow.", "en", "en:reply|en:slow"},
		{"Slow replies, slow reply!", "en", "en:slow|en:slow replies|en:replies"},
		{"slow\nreply", "", "en:slow|en:slow reply|en:reply"},
		{"It is not working", "en", "en:not working|en:working"},
		{"It doesn’t work", "en", "en:doesn't work|en:work"},
		{"never, never", "en", ""},
		{"Die Rechnungen und die Rechnung", "de", "de:rechnungen"},
		{"Es funktioniert nicht", "de-DE", "de:funktioniert|de:funktioniert nicht"},
		{"the reply was gut", "de", "de:reply|de:gut"}, // English words that say nothing are dropped in any language
		{"l’addition n'est pas claire", "fr", "fr:addition|fr:pas claire|fr:claire"},
		{"Bardzo wolno", "pl", "bardzo|bardzo wolno|wolno"},
		{"Order 4711 of anna@example.org at www.example.com/a and example.net failed", "en", "en:order|en:failed"},
		{"ticket AB-4711 failed at 10:30", "en", "en:ticket|en:ab|en:ticket ab|en:failed"},
		{"x y zebra", "en", "en:zebra"},
		{strings.Repeat("x", 41) + " done", "en", "en:done"},
		{"返信が遅い", "ja", "返信|信が|遅い"},
		{"客服很慢", "zh", "客服"},
		{"ช้ามาก", "th", ""},
		{"It was 請求書 again", "en", "en:請求|en:求書"},
		{"so-so  sosososo", "en", "en:sosososo"},
		{"\xff\xfe bad \u202ebytes", "en", "en:bad|en:bad bytes|en:bytes"},
	} {
		got := topics.Words(c.comment, c.locale)
		slices.Sort(got)
		want := strings.Split(c.want, "|")
		if slices.Sort(want); c.want == "" {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("%.60q in %q is made of %q, want %q", c.comment, c.locale, got, want)
		}
	}
}

// Whatever a stranger writes is read, in little time, and what comes of it is
// fit to be shown.
func FuzzComments(f *testing.F) {
	for _, s := range []string{
		"The reply was slow.", "請求が二重です", "ล็อกอิน", "l’été", "a@b.c", "İIıi", "\xff", "ﬁ\u0301\u200d", "''''", "www.", "://",
		strings.Repeat("a", 300), strings.Repeat("'s", 50), strings.Repeat("\u0301", 50), "Straße ÄÖÜ ss", "والكتاب", "yyyy'ed",
	} {
		for _, locale := range []string{"", "en", "de", "tr", "ar", "fr", "fi"} {
			f.Add(s, locale)
		}
	}
	topics := taxonomy()
	f.Fuzz(func(t *testing.T, comment, locale string) {
		began := time.Now()
		words, issues := topics.Words(comment, locale), topics.Issues(comment, locale)
		if took := time.Since(began); took > 2*time.Second {
			t.Fatalf("%d bytes took %v", len(comment), took)
		}
		seen := map[string]bool{}
		for _, w := range words {
			if w == "" || seen[w] || len(w) > 64 || !utf8.ValidString(w) || strings.ContainsAny(w, "@/0123456789\n\t") || strings.Contains(w, "  ") {
				t.Errorf("%q of %q in %q", w, comment, locale)
			}
			seen[w] = true
		}
		if len(words) > 400 || len(issues) > 4 {
			t.Errorf("%d words and %d issues", len(words), len(issues))
		}
		if !slices.Equal(words, topics.Words(comment, locale)) {
			t.Error("read in two ways")
		}
	})
}

// Reading takes no longer than in proportion to what is read, however it is
// written.
func TestLinear(t *testing.T) {
	topics := taxonomy()
	for _, part := range []string{"a", "ab ", "invoice ", "a.", "'", "請", "\u0301", "a@ ", "://", "in", "-", "eéd", "paid twice ", "ий"} {
		comment := strings.Repeat(part, 1<<20/len(part))
		began := time.Now()
		for _, locale := range []string{"en", "de", "ru", "tr", "fi"} {
			topics.Words(comment, locale)
			topics.Issues(comment, locale)
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("a megabyte of %q takes %v", part, took)
		}
	}
}

func BenchmarkWords(b *testing.B) {
	topics := topics.New(&surveys.Config{})
	comment := strings.Repeat("The replies were slow and nobody answered my invoices in time. ", 4)
	for b.Loop() {
		topics.Words(comment, "en")
	}
}
