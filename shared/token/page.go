package token

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
)

// A Page says which page was shown, in whose visit and when. It travels in the
// page and comes back with what is sent from it, so that nothing of a look need
// be stored anywhere.
type Page struct {
	Visit  [8]byte   // of the browser's cookie; it becomes the answer's key
	Shown  time.Time // to the millisecond
	Sheet  Sheet
	Handed bool // in answer to a press without the cookie: it proves the visit as the cookie would
	Chosen int  // the score of the link that led there, or the wish that is asked for once more; heed.None for none
}

// A Sheet is which of the pages that can be answered it is.
type Sheet byte

// The sheets. Their numbers stand in pages that are open: append, never renumber.
const (
	Asking     Sheet = iota + 1 // the question
	Again                       // the question once more, of an answer that nobody vouches for
	Thanking                    // what follows an answer
	Choosing                    // the preferences
	Deleting                    // the question whether to delete all
	Rechoosing                  // the preferences once more, where no script vouches for a choice
	Redeleting                  // that question once more
)

const (
	pageSize = 19
	handed   = 0x80
)

// MakePage writes a page's token for one row. It is no token of a link, and
// names no row: whoever reads it knows which it must be of.
func MakePage(key keyring.Key, row heed.RowRef, p Page) string {
	b := append(make([]byte, 0, pageSize+macSize), key.ID, byte(p.Sheet))
	if p.Handed {
		b[1] |= handed
	}
	b = append(b, byte(int8(p.Chosen)))
	b = append(b, p.Visit[:]...)
	b = binary.BigEndian.AppendUint64(b, uint64(p.Shown.UnixMilli()))
	return base64.RawURLEncoding.EncodeToString(append(b, signPage(key, row, b)...))
}

// ReadPage reads what MakePage wrote for that row. The error is ErrForged for
// anything else.
func ReadPage(ring *keyring.Ring, row heed.RowRef, s string) (Page, error) {
	if len(s) != base64.RawURLEncoding.EncodedLen(pageSize+macSize) {
		return Page{}, ErrForged
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	if err != nil || len(b) != pageSize+macSize {
		return Page{}, ErrForged
	}
	key, ok := ring.TokenKey(b[0])
	if !ok || !hmac.Equal(b[pageSize:], signPage(key, row, b[:pageSize])) {
		return Page{}, ErrForged
	}
	return Page{
		Visit: [8]byte(b[3:]), Shown: time.UnixMilli(int64(binary.BigEndian.Uint64(b[11:]))).UTC(),
		Sheet: Sheet(b[1] &^ handed), Handed: b[1]&handed != 0, Chosen: int(int8(b[2])),
	}, nil
}

func signPage(key keyring.Key, row heed.RowRef, body []byte) []byte {
	mac := hmac.New(sha256.New, key.Bytes)
	mac.Write(heed.AppendFields(nil, "page/v1", string(body), row.Day.String(), string(row.ID[:])))
	return mac.Sum(nil)[:macSize]
}
