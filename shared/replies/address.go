package replies

import "strings"

// maxAddresses bounds the addresses of one mail.
const maxAddresses = 200

// addresses lists the addresses in all fields of these names, in lower case.
// What a mail program wrote around an address doesn't matter.
func (h header) addresses(names ...string) (list []string) {
	for _, value := range h.all(names...) {
		for value != "" && len(list) < maxAddresses {
			var one string
			if one, value = cutAddress(value); one != "" {
				list = append(list, strings.ToLower(one))
			}
		}
	}
	return list
}

// maxAddress is the longest address, in bytes; RFC 5321 allows 254.
const maxAddress = 400

// cutAddress takes the first of a list of mailboxes from its value: what stands
// in angle brackets or, where there are none, the word with an @.
func cutAddress(value string) (address, rest string) {
	var bare strings.Builder
	inner, depth := "", 0
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == '"' && depth == 0:
			i += quoted(value[i:]) - 1
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case depth > 0:
		case c == '<':
			if strings.Contains(inner, "@") {
				return pick(inner, ""), value[i:] // a second one, and no comma between
			}
			if end := strings.IndexByte(value[i:min(len(value), i+maxAddress)], '>'); end > 0 {
				inner = value[i+1 : i+end]
				i += end
			}
		case c == ',' || c == ';':
			return pick(inner, bare.String()), value[i+1:]
		case c == ':':
			bare.Reset() // the name of a group
		default:
			bare.WriteByte(c)
		}
	}
	return pick(inner, bare.String()), ""
}

// quoted is the length of the quoted string that s begins with.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}

func pick(inner, bare string) string {
	if inner = strings.TrimSpace(inner); strings.Contains(inner, "@") {
		return inner
	}
	for _, word := range strings.Fields(bare) {
		if strings.Contains(word, "@") {
			return word
		}
	}
	return ""
}
