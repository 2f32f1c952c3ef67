package surveys

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// TestSyntax holds what is said of files that are no YAML, or more YAML than
// is wanted: where, and how it is mended.
func TestSyntax(t *testing.T) {
	rest := "sources: [{name: app, type: standard}]\nprograms:\n  - {name: a, ask: nps, stage: s, when: {kinds: [a.b]}, rate: 5%}\n"
	good := "brand: {name: A}\n" + rest
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", "1:1: the file is empty"},
		{"comments alone", "# a\n# b\n", "1:1: the file is empty"},
		{"null", "~\n", "1:1: must be keys and values"},
		{"a word", "hello\n", "1:1: must be keys and values"},
		{"no space after the only colon", "name:support\n", "1:1: must be keys and values (brand, timezone, mails, quiet, holdout, scope, exclude, issues, dimensions, sources, programs, notify), is text; put a space after the colon"},
		{"no space after a colon", "brand: {name: A}\nquiet:90d\n", "2:1: this line should be key: value; check the space after the colon, and the indent"},
		{"no space after the first colon", "quiet:90d\nbrand: {name: A}\n", "1:1: this line should be key: value; check the space after the colon"},
		{"no colon", "brand: {name: A}\nquiet 90d\nscope: account\n", "2:1: this line should be key: value"},
		{"colon in text", "brand:\n  name: Acme: the best\n", "2:9: a second colon in one value"},
		{"indent too deep", "brand:\n  name: Acme\n   color: red\n", "2:9: a second colon in one value; check the indent of the next line"},
		{"indent too small", "brand:\n   name: Acme\n  color: red\n", "3:3: this line belongs to none of those above; check its indent"},
		{"list beside key", "sources: - name: app\n", "1:10: the list begins on the line of its key"},
		{"tab", "brand:\n\tname: Acme\n", "2:1: a tab; indent with spaces"},
		{"tab first", "\tbrand: {name: A}\n", "1:6: a tab; indent with spaces"},
		{"open bracket", "dimensions: [team, tag\nscope: account\n", "2:1: a list in brackets goes on here without a comma, or its ] is missing"},
		{"open bracket at the end", "dimensions: [team, tag\n", "1:13: this [ is never closed"},
		{"open brace", "brand: {name: Acme\nscope: account\n", "2:1: keys in braces go on here without a comma, or their } is missing"},
		{"open brace at the end", "brand: {name: Acme\n", "1:8: this { is never closed"},
		{"odd bracket", "dimensions: team]\nscope: ]\n", "2:8: a ] without a ["},
		{"open double quote", "brand:\n  name: \"Acme\n", "2:9: this \" is never closed"},
		{"open single quote", "brand:\n  name: 'Acme\n", "2:9: this ' is never closed"},
		{"quote in quotes", "brand:\n  name: 'Acme's'\n", "2:15: text goes on after the closing quote"},
		{"escape", "brand:\n  name: \"Ac\\me\"\n", "2:13: no such escape in double quotes"},
		{"at", "brand: {name: @acme}\n", "1:15: text that begins with @ needs quotes"},
		{"percent", "brand: {name: %acme}\n", "1:15: directives are not used here; remove the line, or put the text in quotes"},
		{"block header", "brand:\n  name: |Acme\n", "2:9: text after | or > begins on the next line"},
		{"anchor", "brand: &b {name: A}\n", "1:8: anchors, aliases and merge keys are not used here"},
		{"alias", "brand: *b\n", "1:8: anchors, aliases and merge keys are not used here"},
		{"merge key", "brand: {<<: {name: A}}\n", "1:9: anchors, aliases and merge keys are not used here"},
		{"tag", "brand: !!map {name: A}\n", "1:8: tags are not used here"},
		{"directive", "%YAML 1.2\n---\n" + good, "1:1: directives are not used here"},
		{"question mark", "? brand\n: {name: A}\n", "1:1: this key begins with a ?"},
		{"two documents", good + "---\n" + good, "5:1: a second document begins here"},
		{"two headers", "---\n---\n" + good, "2:1: a second document begins here"},
		{"after the end", good + "...\n" + good, "6:1: the file goes on after its end"},
		{"too long", strings.Repeat("# free\na: b\n", maxTokens/3+1), "6668:2: the file goes on for too long"},
		{"too many brackets", "a: " + strings.Repeat("[", maxDepth+1), "1:20: too deep"},
		{"too far right", strings.Repeat("- ", 60), "1:101: too deep"},
		{"no UTF-8", "brand: {name: \xff}\n", "1:15: this is not UTF-8"},
		{"UTF-16", "\xff\xfeb\x00r\x00", "1:1: this is not UTF-8"},
		{"control character", "brand: {name: A}\nquiet: \x1b[1m\n", "2:8: a control character"},
		{"column after wide characters", "brand: {name: 漢字, domains: [é, \"ü\" x]}\n", "1:36: a list in brackets goes on here without a comma"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load([]byte(c.text))
			if err == nil || !strings.HasPrefix(err.Error(), "surveys.yaml:"+c.want) {
				t.Errorf("said:\n%v\nwant:\nsurveys.yaml:%s", err, c.want)
			}
			var problems Problems
			if !errors.As(err, &problems) || len(problems) != 1 {
				t.Errorf("want one problem: %v", err)
			}
		})
	}
	for name, text := range map[string]string{
		"plain": good, "byte order mark": "\ufeff" + good, "line ends of Windows": strings.ReplaceAll(good, "\n", "\r\n"),
		"header": "# surveys\n---\n" + good, "end": good + "...\n# that is all\n", "no last line end": strings.TrimSpace(good),
	} {
		if _, err := Load([]byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestBombs reads files made to be slow or deep. Beyond the bounds some would
// take minutes and gigabytes, or no stack would hold them.
func TestBombs(t *testing.T) {
	const many = maxText / 4
	for name, text := range map[string]string{
		"brackets": strings.Repeat("[", many), "braces": strings.Repeat("{a: ", many/4),
		"dashes": strings.Repeat("- ", many/2), "keys": strings.Repeat("a: >\n", many/5),
		"most keys": strings.Repeat("a: b # c\n", maxTokens/3), "most dashes": strings.Repeat("-\n", maxTokens),
		"indents": indents(500), "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
		"over the limit": strings.Repeat("#", maxText+1), "long key": strings.Repeat("k", maxText-4) + ": 1\n",
		"long value": "brand: {name: " + strings.Repeat("v", maxText-20) + "}\n",
	} {
		began := time.Now()
		_, err := Load([]byte(text))
		if err == nil {
			t.Errorf("%s: read without a problem", name)
			continue
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if said := err.(Problems)[0].String(); len(said) > 1000 {
			t.Errorf("%s: %d bytes are said of it", name, len(said))
		}
	}
}

func indents(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
