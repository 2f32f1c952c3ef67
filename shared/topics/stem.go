package topics

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// fallback is the language that everything is read in besides its own.
const fallback = "en"

// stemmerOf is what takes the endings off the words of a language, nil where
// there is none: then only the very word counts.
func stemmerOf(lang string) func(*snowballstem.Env) bool {
	switch lang {
	case "ar":
		return arabic.Stem
	case "da":
		return danish.Stem
	case "de":
		return german.Stem
	case "en":
		return english.Stem
	case "es":
		return spanish.Stem
	case "fi":
		return finnish.Stem
	case "fr":
		return french.Stem
	case "hu":
		return hungarian.Stem
	case "it":
		return italian.Stem
	case "nb":
		return norwegian.Stem
	case "nl":
		return dutch.Stem
	case "pt":
		return portuguese.Stem
	case "ro":
		return romanian.Stem
	case "ru":
		return russian.Stem
	case "sv":
		return swedish.Stem
	case "tr":
		return turkish.Stem
	}
	return nil
}

// stem takes the endings off a lower-case word. A stemmer is much code that a
// machine wrote, and the words are strangers': should it panic, the word is its
// own stem.
func stem(word, lang string) (stemmed string) {
	take := stemmerOf(lang)
	if take == nil {
		return word
	}
	defer func() {
		if recover() != nil {
			stemmed = word
		}
	}()
	env := snowballstem.NewEnv(word)
	take(env)
	if env.Current() == "" {
		return word
	}
	return env.Current()
}

// other is whatever language is spoken that nothing is known of here.
const other = "-"

// language is that of a locale (BCP 47): the lower-case first part of it, other
// where that makes no difference here, "" where there is none. All of Norwegian
// is read as Bokmål.
func language(locale string) string {
	if i := strings.IndexAny(locale, "-_"); i >= 0 {
		locale = locale[:i]
	}
	lang := strings.ToLower(locale)
	switch {
	case lang == "no" || lang == "nn":
		return "nb"
	case lang == "" || stemmerOf(lang) != nil || elides(lang):
		return lang
	}
	return other
}

// elides reports whether a language joins short words by an apostrophe to what
// follows: l'addition is two words there.
func elides(lang string) bool { return lang == "fr" || lang == "it" || lang == "ca" }
