package embedded

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"time"

	"heed/shared/queue"
)

// A letter is a message as a queue's bucket keeps it: its format, how often
// it was failed, when it was put in milliseconds since 1970, group and key,
// each after its length, and to the end the body.
type letter struct {
	attempts int
	put      int64
	group    string
	key      string
	body     []byte
}

const letterFormat = 1

func (l *letter) encode() []byte {
	b := make([]byte, 0, len(l.group)+len(l.key)+len(l.body)+16)
	b = append(b, letterFormat)
	b = binary.AppendUvarint(b, uint64(l.attempts))
	b = binary.AppendUvarint(b, uint64(l.put))
	b = appendSized(b, l.group)
	b = appendSized(b, l.key)
	return append(b, l.body...)
}

// decodeLetter reads what encode wrote. The body's bytes are those of b.
func decodeLetter(b []byte) (letter, error) {
	r := reader{rest: b}
	if r.byte() != letterFormat {
		return letter{}, fmt.Errorf("a message: %w", errCorrupt)
	}
	l := letter{attempts: int(r.uvarint()), put: int64(r.uvarint()), group: string(r.sized()), key: string(r.sized())}
	if r.bad {
		return letter{}, fmt.Errorf("a message: %w", errCorrupt)
	}
	l.body = r.rest
	return l, nil
}

// message returns what a worker sees of the letter.
func (l *letter) message(number uint64) queue.Message {
	return queue.Message{ID: strconv.FormatUint(number, 10), Group: l.group, Key: l.key, Attempt: l.attempts + 1, Body: l.body}
}

func (l *letter) putAt() time.Time { return time.UnixMilli(l.put).UTC() }

func numberKey(n uint64) []byte { return binary.BigEndian.AppendUint64(make([]byte, 0, 8), n) }

// keyNumber is 0, which no message has, where the key is not a number.
func keyNumber(k []byte) uint64 {
	if len(k) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(k)
}
