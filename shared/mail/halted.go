package mail

import "fmt"

// ErrHalted is an ErrLater that no other mail would fare better with: the day's
// quota is used up, or the service takes none of ours until somebody sees to it.
var ErrHalted = fmt.Errorf("%w, nor any other", ErrLater)
