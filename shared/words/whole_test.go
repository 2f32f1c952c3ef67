package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"heed/shared/words"
)

var hole = regexp.MustCompile(`\{([a-z]+)\}`)

// saidWithout lists the texts, by language, that name fewer than English does
// because they say as much without it.
var saidWithout = map[string][]string{
	// The article before a Hungarian name hangs on its first letter, so its
	// sentences say we wherever the mail or page has said who that is.
	"hu": {
		"Mail.PressReply", "Mail.Reply", "Mail.ReplyFaces", "Mail.Remind", "Mail.Back",
		"Page.Better", "Page.Noted", "Page.Glad", "Page.WhyLow", "Page.Optional", "Page.Heard",
		"Page.Again.Text", "Page.Which.Text", "Page.Answered.Text", "Page.Elsewhere.Text", "Page.Expired.Text", "Page.Ask.Text",
		"Peace.What", "Peace.Forgotten.Text",
	},
}

// same lists the texts that may read as they do in English: "Score 7" is Dutch,
// and so on.
var same = []string{"Mail.BackSubject", "End", "Date", "Months", "nl Score", "Plural"}

func TestEveryLanguageIsWhole(t *testing.T) {
	allowed := holes(t)
	english := map[string][]string{}
	texts(words.All[0], func(path, text string, _ reflect.Type, _ string) {
		english[path] = append(english[path], text)
	})
	for _, w := range words.All {
		seen := map[string]int{}
		texts(w, func(path, text string, in reflect.Type, field string) {
			theirs := english[path][seen[path]]
			seen[path]++
			if optional := in == reflect.TypeFor[words.Plural]() || path == "NPS.Agent"; text == "" {
				if !optional {
					t.Errorf("%s: %s is empty", w.Lang, path)
				}
				return
			}
			may := allowed[in.Name()+"."+field]
			if in == reflect.TypeFor[words.Plural]() {
				may = []string{"n"}
			}
			checkHoles(t, w.Lang, path, text, theirs, may)
			if w != words.All[0] && text == theirs && !slices.Contains(same, path) && !slices.Contains(same, w.Lang+" "+path) {
				t.Errorf("%s: %s is English: %s", w.Lang, path, text)
			}
		})
	}
}

// checkHoles fails for a hole that nobody fills, and for one that is missing
// though English has it. A plural form's number is another test's.
func checkHoles(t *testing.T, lang, path, text, english string, may []string) {
	t.Helper()
	for _, h := range hole.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(may, h[1]) {
			t.Errorf("%s: %s can't have %s: %s", lang, path, h[0], text)
		}
	}
	for _, h := range hole.FindAllString(english, -1) {
		if !strings.Contains(text, h) && h != "{n}" && !slices.Contains(saidWithout[lang], path) {
			t.Errorf("%s: %s lacks %s: %s", lang, path, h, text)
		}
	}
	if strings.ContainsAny(hole.ReplaceAllString(text, ""), "{}<>") {
		t.Errorf("%s: %s: %s", lang, path, text)
	}
}

// holes reads which holes a field may have from its comment in words.go:
// "Words.End" has score and label.
func holes(t *testing.T) map[string][]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "words.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		if fields, ok := s.Type.(*ast.StructType); ok {
			for _, f := range fields.Fields.List {
				said, _, _ := strings.Cut(f.Comment.Text(), ";")
				for _, name := range f.Names {
					for _, h := range hole.FindAllStringSubmatch(said, -1) {
						found[s.Name.Name+"."+name.Name] = append(found[s.Name.Name+"."+name.Name], h[1])
					}
				}
			}
		}
		return false
	})
	if !slices.Equal(found["Mail.Reply"], []string{"brand", "low", "high"}) || !slices.Equal(found["Notice.Title"], []string{"brand"}) {
		t.Fatalf("words.go was not understood: %v", found)
	}
	return found
}
