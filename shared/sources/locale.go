package sources

import "strings"

// locale makes a BCP 47 tag of one ("en-us", "pt_BR"), or of a language's
// English name ("German", "English (United States)"); "" where it can't. The
// region in such a name is dropped: nobody is surveyed differently for it.
func locale(s string) string {
	if code := tidy(strings.Split(strings.ReplaceAll(s, "_", "-"), "-")); code != "" {
		return code
	}
	name, _, _ := strings.Cut(s, " (")
	return named(strings.ToLower(name))
}

// tidy joins subtags in the case that BCP 47 recommends; "" if they don't
// begin with a language code, or if one is none of a tag's parts.
func tidy(parts []string) string {
	if n := len(parts[0]); n < 2 || n > 3 || len(parts) > 4 {
		return ""
	}
	for i, p := range parts {
		if !subtag(p, i > 0) {
			return ""
		}
		switch p = strings.ToLower(p); {
		case i > 0 && len(p) == 2: // region
			p = strings.ToUpper(p)
		case i > 0 && len(p) == 4: // script
			p = strings.ToUpper(p[:1]) + p[1:]
		}
		parts[i] = p
	}
	return strings.Join(parts, "-")
}

// subtag reports whether s is 1 to 8 letters, or digits where they may be.
func subtag(s string, digits bool) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if (c < 'a' || 'z' < c) && !(digits && '0' <= s[i] && s[i] <= '9') {
			return false
		}
	}
	return 1 <= len(s) && len(s) <= 8
}

// named knows the languages that helpdesks most often name.
func named(language string) string {
	switch language {
	case "english":
		return "en"
	case "german":
		return "de"
	case "french":
		return "fr"
	case "spanish":
		return "es"
	case "italian":
		return "it"
	case "portuguese":
		return "pt"
	case "brazilian portuguese":
		return "pt-BR"
	case "dutch":
		return "nl"
	case "swedish":
		return "sv"
	case "danish":
		return "da"
	case "norwegian":
		return "no"
	case "finnish":
		return "fi"
	case "polish":
		return "pl"
	case "czech":
		return "cs"
	case "turkish":
		return "tr"
	case "japanese":
		return "ja"
	case "korean":
		return "ko"
	case "simplified chinese":
		return "zh-Hans"
	case "traditional chinese":
		return "zh-Hant"
	}
	return ""
}
