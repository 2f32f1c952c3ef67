package heed

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"
)

// Kept is a delivery that a source signed and Heed could not understand, as
// it came, so that it can be understood later.
type Kept struct {
	ID     KeptID            `json:"-"`
	Source string            `json:"source"`
	At     time.Time         `json:"at"`
	Why    string            `json:"why"`
	Header map[string]string `json:"header,omitempty"`
	Query  string            `json:"query,omitempty"` // of the address it was posted to: a=b&c=d
	Body   []byte            `json:"-"`
}

// A KeptID is the start of the SHA-256 of all that says what a delivery is of: the same delivery
// kept twice in a day is kept once.
type KeptID [16]byte

// String writes the id in hexadecimal.
func (id KeptID) String() string { return hex.EncodeToString(id[:]) }

// KeptPart is one item's worth of a kept delivery: part 0 is what is known of
// it, the others its body. Each travels and is written on its own.
type KeptPart struct {
	ID    KeptID    `json:"id"`
	At    time.Time `json:"at"`
	Part  int       `json:"part"`
	Parts int       `json:"parts"`
	Data  []byte    `json:"data"`
}

// PartSize is how much of a long text one item takes, in bytes.
const PartSize = 350_000

// Parts names the delivery and cuts it into parts.
func (k *Kept) Parts() []KeptPart {
	sum := sha256.Sum256(k.name())
	k.ID = KeptID(sum[:16])
	head, err := json.Marshal(k)
	if err != nil {
		panic(err) // strings and a time always have a JSON text
	}
	parts := append([][]byte{head}, Split(k.Body)...)
	out := make([]KeptPart, len(parts))
	for i, data := range parts {
		out[i] = KeptPart{ID: k.ID, At: k.At, Part: i, Parts: len(parts), Data: data}
	}
	return out
}

// Join puts the parts' data, in order, together again.
func (k *Kept) Join(parts [][]byte) error {
	if err := json.Unmarshal(parts[0], k); err != nil {
		return Errorf(Internal, "a kept delivery is damaged").Because(err)
	}
	k.Body = nil
	for _, p := range parts[1:] {
		k.Body = append(k.Body, p...)
	}
	return nil
}

// name is source and body and, where there are any, the query and the headers
// that tell one event from another about the same thing. Others, such as a
// time, change with every try.
func (k *Kept) name() []byte {
	named := append([]byte(k.Source+"\x00"), k.Body...)
	if k.Query != "" {
		named = append(named, "\x00"+k.Query...)
	}
	for _, header := range slices.Sorted(maps.Keys(k.Header)) {
		if lower := strings.ToLower(header); strings.HasSuffix(lower, "-event") || strings.HasSuffix(lower, "-topic") {
			named = append(named, "\x00"+lower+"\x00"+k.Header[header]...)
		}
	}
	return named
}

// Split cuts a text into one or more parts of at most PartSize.
func Split(text []byte) [][]byte {
	parts := [][]byte{text[:min(len(text), PartSize)]}
	for rest := text[len(parts[0]):]; len(rest) > 0; {
		n := min(len(rest), PartSize)
		parts, rest = append(parts, rest[:n]), rest[n:]
	}
	return parts
}
