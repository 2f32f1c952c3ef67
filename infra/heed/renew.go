package main

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"heed/shared/heed"
	"heed/shared/sources"
)

// renewed is the sample as another event of other customers. Whatever its
// source, for which it is signed, reads in it as the id of an object, a customer or a company, or as an
// address, is another one, wherever it stands; a number stays a number. What
// the source makes nothing of stays as it is.
func renewed(to *target, sample *sources.Request, number func() string) (*sources.Request, error) {
	signed, err := to.signed(sample)
	if err != nil {
		return nil, err
	}
	points, _ := to.adapter.Parse(signed)
	fresh := *sample
	fresh.Body = exchanged(sample.Body, others(points, number))
	return &fresh, nil
}

// numbersFrom counts, as whole numbers that every JSON reader takes.
func numbersFrom(n int64) func() string {
	return func() string {
		n++
		return strconv.FormatInt(n, 10)
	}
}

// others is what each id and address is exchanged for. An object and its
// customer have one number.
func others(points []heed.Touchpoint, number func() string) map[string]string {
	out := map[string]string{}
	for i := range points {
		t, n := &points[i], number()
		_, object, _ := strings.Cut(t.Object, ":")
		for old, other := range map[string]string{
			object:             another(object, n),
			t.Customer.ID:      another(t.Customer.ID, n),
			t.Customer.Account: another(t.Customer.Account, n),
			t.Customer.Email:   "customer-" + n + "@example.com",
		} {
			if _, known := out[old]; !known && old != "" {
				out[old] = other
			}
		}
	}
	return out
}

// another is an id with the number in place of its last digits, or behind it
// where it has none.
func another(id, number string) string {
	const digits = "0123456789"
	end := strings.LastIndexAny(id, digits) + 1
	if end == 0 {
		return id + number
	}
	begin := len(strings.TrimRight(id[:end], digits))
	return id[:begin] + number + id[end:]
}

// exchanged is the text with each value exchanged wherever it stands as a word
// of its own, written plain or as in a form.
func exchanged(text []byte, values map[string]string) []byte {
	var out []byte
	for i := 0; i < len(text); {
		old, other := "", ""
		if i == 0 || !inWord(text[i-1]) {
			old, other = standing(text[i:], values)
		}
		if old == "" {
			old, other = string(text[i]), string(text[i])
		}
		out = append(out, other...)
		i += len(old)
	}
	return out
}

// standing is the longest of the values that the text begins with, as it is
// written there, and what to write instead.
func standing(text []byte, values map[string]string) (old, other string) {
	for value, instead := range values {
		for _, spelt := range [...]func(string) string{strings.Clone, url.QueryEscape} {
			if v := spelt(value); len(v) > len(old) && bytes.HasPrefix(text, []byte(v)) && (len(v) == len(text) || !inWord(text[len(v)])) {
				old, other = v, spelt(instead)
			}
		}
	}
	return old, other
}

func inWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
