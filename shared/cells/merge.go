package cells

// Sum merges the cells of several parts of the rows, key by key.
func Sum(parts ...map[Key]*Cell) map[Key]*Cell {
	whole := map[Key]*Cell{}
	for _, part := range parts {
		for key, c := range part {
			if have := whole[key]; have != nil {
				c = Merge(have, c)
			}
			whole[key] = c
		}
	}
	return whole
}

// IsEmpty reports whether the cell is of no rows.
func (c *Cell) IsEmpty() bool {
	for _, s := range c.Classes {
		if !s.empty() {
			return false
		}
	}
	for _, s := range c.sections() {
		if !s.empty() {
			return false
		}
	}
	return true
}
