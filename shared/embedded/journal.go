package embedded

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// A journal is the file that makes writes durable before bbolt does: one
// record for each batch of them, appended and fsynced. That is one run of
// bytes where bbolt would write a page for each key.
//
// A record is the length and the checksum of its changes, four bytes each,
// and the changes. The checksum is over the journal's generation too, which
// bbolt knows, so that what an earlier generation left in the file is not
// taken for this one's.
type journal struct {
	file       *os.File
	generation uint64
	size       int64 // of this generation, in bytes
}

// openJournal opens the journal at path, or makes it.
func openJournal(path string) (*journal, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the journal: %w", err)
	}
	return &journal{file: file}, syncFolder(filepath.Dir(path))
}

// recordHead is how long the part of a record is that append fills in.
const recordHead = 8

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (j *journal) checksum(changes []byte) uint32 {
	sum := crc32.Checksum(binary.BigEndian.AppendUint64(nil, j.generation), castagnoli)
	return crc32.Update(sum, castagnoli, changes)
}

// append adds a record, recordHead bytes and then its changes. It survives
// this process when append returns nil, and the machine after sync.
func (j *journal) append(record []byte) error {
	changes := record[recordHead:]
	binary.BigEndian.PutUint32(record, uint32(len(changes)))
	binary.BigEndian.PutUint32(record[4:], j.checksum(changes))
	if _, err := j.file.WriteAt(record, j.size); err != nil {
		return fmt.Errorf("write to the journal: %w", err)
	}
	j.size += int64(len(record))
	return nil
}

// sync brings what was appended to the disk.
func (j *journal) sync() error {
	if err := syncData(j.file); err != nil {
		return fmt.Errorf("sync the journal: %w", err)
	}
	return nil
}

// replay hands the changes of each record to redo, in order, and finds the
// journal's size. What is not a whole record of this generation ends it: an
// older one, or one that was being written when the process ended and that
// nobody was told of.
func (j *journal) replay(redo func(changes []byte) error) error {
	j.size = 0
	for {
		changes, err := j.next()
		if err != nil {
			return fmt.Errorf("read the journal: %w", err)
		}
		if changes == nil {
			return nil
		}
		if err := redo(changes); err != nil {
			return fmt.Errorf("redo what the journal says: %w", err)
		}
		j.size += int64(recordHead + len(changes))
	}
}

// next reads the changes of the record that begins where the journal ends so
// far, nil if none does.
func (j *journal) next() ([]byte, error) {
	info, err := j.file.Stat()
	if err != nil {
		return nil, err
	}
	var head [recordHead]byte
	if whole, err := j.read(head[:], j.size); !whole {
		return nil, err
	}
	length := int64(binary.BigEndian.Uint32(head[:]))
	if length == 0 || length > info.Size()-j.size-recordHead {
		return nil, nil
	}
	changes := make([]byte, length)
	if whole, err := j.read(changes, j.size+recordHead); !whole {
		return nil, err
	}
	if j.checksum(changes) != binary.BigEndian.Uint32(head[4:]) {
		return nil, nil
	}
	return changes, nil
}

// read fills b from the file, unless that ends before.
func (j *journal) read(b []byte, at int64) (whole bool, err error) {
	_, err = j.file.ReadAt(b, at)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	return err == nil, err
}
