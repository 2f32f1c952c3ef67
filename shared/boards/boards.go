// Package boards is what operators see in a browser: the dashboard, what
// customers answered, how the sources do, the plan, and on the laptop the
// mailbox. Each function takes plain values and writes one whole page in
// English: no request, no clock, no table. How HTML is put together is package
// markup's.
//
// Nothing that customers see may live here: that is package pages. Of the
// functions report alone may bring this package along.
package boards

import "heed/shared/markup"

// board is a page for an operator.
type board struct{ markup.Page }
