package embedded

import (
	"os"
	"syscall"
)

// syncData brings what was written to f to the disk, and of the file's own
// record only what reading that needs.
func syncData(f *os.File) error {
	for {
		err := syscall.Fdatasync(int(f.Fd()))
		if err != syscall.EINTR {
			return err
		}
	}
}
