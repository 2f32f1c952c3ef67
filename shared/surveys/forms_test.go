package surveys

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestForms compares the written-out forms with the regular expressions that
// they stand for.
func TestForms(t *testing.T) {
	for name, form := range map[string]struct {
		is      func(string) bool
		pattern string
		like    string // makes texts, about half of them right
	}{
		"name":         {isName, `^[a-z0-9][a-z0-9-]{0,31}$`, `[a-z0-9]?[a-z0-9-]{0,33}[A-Z_ ]?`},
		"kind":         {isKind, `^[a-z0-9]+([._-][a-z0-9]+)*$`, `[a-z0-9]{0,3}([._-]{1,2}[a-z0-9]{1,3}){0,3}[.A]?`},
		"colour":       {isColor, `^#[0-9a-fA-F]{6}$`, `#[0-9a-fA-F]{5}[0-9a-gA-G]?`},
		"header":       {isHeader, `^[A-Za-z0-9_-]{1,64}$`, `[A-Za-z0-9_-]{0,66}[ :.]?`},
		"organization": {isOrganization, `^00D[0-9A-Za-z]{12}([0-9A-Za-z]{3})?$`, `00[Dd][0-9A-Za-z]{12}([0-9A-Za-z]{1,3})?[-.]?`},
		"domain":       {isDomain, `^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+([0-9]*[a-z]|[0-9]+-+[a-z0-9])([a-z0-9-]*[a-z0-9])?$`, `-?[a-z0-9]{0,3}(\.[a-z0-9-]{1,3}){0,3}\.[a-z0-9]{1,2}`},
	} {
		t.Run(name, func(t *testing.T) {
			pattern := regexp.MustCompile(form.pattern)
			var yes, no int
			rapid.Check(t, func(t *rapid.T) {
				v := rapid.OneOf(rapid.StringMatching(form.like), rapid.String()).Draw(t, "v")
				want := pattern.MatchString(v)
				if form.is(v) != want {
					t.Fatalf("%q: %v, want %v", v, !want, want)
				}
				if want {
					yes++
				} else {
					no++
				}
			})
			if yes == 0 || no == 0 {
				t.Errorf("%d right and %d wrong texts tell nothing", yes, no)
			}
		})
	}
	label := strings.Repeat("a", 63)
	if !isKind(label+"a") || isKind(label+"aa") || !isDomain(label+".com") || isDomain(label+"a.com") {
		t.Error("the bounds of length are not held")
	}
}

func TestNear(t *testing.T) {
	known := []string{"stage", "team", "agent", "product", "tag", "source", "locale", "channel"}
	for word, want := range map[string]string{
		"taem": "team", "tema": "team", "Team": "team", "teams": "team", "tags": "tag", "chanel": "channel", "prodcut": "product",
		"sources": "source", "": "", "colour": "", "everything": "", "x": "",
	} {
		if got := near(word, known); got != want {
			t.Errorf("%q is near %q, want %q", word, got, want)
		}
	}
}
