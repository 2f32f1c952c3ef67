package sources

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// maxOpened bounds the brackets that a body opens, and so its depth.
const maxOpened = 50_000

// parsed reads a body of JSON. Values are then had from it by path (at), and
// one that has an unexpected shape counts as left out. Of two values with one
// name in one object the first counts.
func parsed(body []byte) (gjson.Result, error) {
	if bytes.Count(body, []byte("["))+bytes.Count(body, []byte("{")) > maxOpened {
		return gjson.Result{}, notUnderstood("the body has too many brackets")
	}
	if !gjson.ValidBytes(body) {
		return gjson.Result{}, notUnderstood("the body is not JSON%s", where(body))
	}
	return gjson.ParseBytes(body), nil
}

// asked is what a vendor's API says at a path; about names it in errors. An
// answer without an id, which stands where that says, is none: a page of
// something before the vendor, say, or word of its trouble. It may come later.
func asked(ctx context.Context, api API, about, path, id string) (gjson.Result, error) {
	body, err := api.Get(ctx, path)
	if err != nil {
		return gjson.Result{}, fmt.Errorf("ask for %s: %w", about, err)
	}
	r, err := parsed(body)
	switch {
	case err != nil:
		return gjson.Result{}, heed.Errorf(heed.Unavailable, "the answer about %s is not JSON", about).Because(err)
	case at(r, id) == "":
		return gjson.Result{}, heed.Errorf(heed.Unavailable, "the answer about %s has no %s", about, id)
	}
	return r, nil
}

// where says at which byte a body stops being JSON.
func where(body []byte) string {
	var syntax *json.SyntaxError
	var raw json.RawMessage
	if err := json.Unmarshal(body, &raw); errors.As(err, &syntax) {
		return ": byte " + strconv.FormatInt(syntax.Offset, 10) + " is wrong"
	}
	return ""
}

// at is the value at the first of the paths that says something. Paths are
// those of gjson: https://github.com/tidwall/gjson/blob/master/SYNTAX.md
// In what is neither object nor list nothing is found; gjson would look for
// brackets in a text, which may be a customer's.
func at(r gjson.Result, paths ...string) text {
	if r.Type != gjson.JSON {
		return ""
	}
	for _, path := range paths {
		if t := textOf(r.Get(path)); t.plain() != "" {
			return t
		}
	}
	return ""
}

// textOf is a value that one sender writes as a string and another as a
// number. Anything else is read as nothing.
func textOf(r gjson.Result) text {
	switch r.Type {
	case gjson.String:
		if utf8.ValidString(r.Str) {
			return text(r.Str)
		}
		return text(strings.ToValidUTF8(r.Str, "\ufffd"))
	case gjson.Number:
		return text(r.Raw)
	}
	return ""
}

// count is a small whole number, which Salesforce writes as 2.0; 0 if it is none.
func count(t text) uint16 {
	n, err := strconv.ParseUint(strings.TrimSuffix(t.plain(), ".0"), 10, 16)
	if err != nil {
		return 0
	}
	return uint16(n)
}

// tagsOf are tags, at most maxTags: a list, or one string with spaces or commas
// between.
func tagsOf(r gjson.Result) []string {
	if !r.IsArray() {
		return tagged(strings.FieldsFunc(textOf(r).plain(), func(r rune) bool { return r == ',' || unicode.IsSpace(r) }))
	}
	var all []string
	r.ForEach(func(_, tag gjson.Result) bool {
		all = append(all, string(textOf(tag)))
		return len(all) < 10*maxTags
	})
	return tagged(all)
}

// tagged are the tags that say something, at most maxTags.
func tagged(all []string) []string {
	var tags []string
	for _, tag := range all {
		if v := text(tag).clip(); v != "" && len(tags) < maxTags {
			tags = append(tags, v)
		}
	}
	return tags
}

// kindOf is the kind that surveys.yaml gives the first of a vendor's own words
// that it knows, "" if it knows none.
func kindOf(s *surveys.Source, words ...text) string {
	for _, word := range words {
		if kind := s.Kinds[word.plain()]; kind != "" {
			return kind
		}
	}
	return ""
}
