package figures

import "heed/shared/cells"

// A Protected is a figure with the cell it was made of.
type Protected struct {
	Figure *Figure
	Cell   *cells.Cell
}

// Protect takes from the parts what would let a reader who may not see single
// responses find out fewer than 5 of them by subtracting what is shown. Parts
// are of one or several dimensions, all that the reader is shown of the whole;
// Figure.By tells them apart.
func Protect(whole Protected, parts []Protected) {}
