package cells

import (
	"cmp"
	"slices"
)

// put sets a value of a map that may not be there yet.
func put[K comparable, V any](m *map[K]V, key K, value V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[key] = value
}

// join adds what is under each key of from to what is under it already.
func join[K comparable, V any](into *map[K]V, from map[K]V, plus func(V, V) V) {
	for key, value := range from {
		put(into, key, plus((*into)[key], value))
	}
}

// take takes away what is under each key of part, and reports whether nothing
// fell below 0. What comes to nothing is removed.
func take[K, V comparable](from, part map[K]V, minus func(V, V) (V, bool)) bool {
	var none V
	for key, value := range part {
		left, ok := minus(from[key], value)
		if !ok {
			return false
		}
		if left == none {
			delete(from, key)
			continue
		}
		from[key] = left
	}
	return true
}

// hollow reports whether a map holds nothing but zeros.
func hollow[K, V comparable](m map[K]V) bool {
	var none V
	for _, value := range m {
		if value != none {
			return false
		}
	}
	return true
}

// held lists the keys under which there is more than zero, in order.
func held[K cmp.Ordered, V comparable](m map[K]V) []K {
	var none V
	keys := make([]K, 0, len(m))
	for key, value := range m {
		if value != none {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

func plus(a, b uint64) uint64 { return a + b }

func minus(a, b uint64) (uint64, bool) { return a - b, a >= b }

// addAll adds to each count of mine that of theirs in the same place.
func addAll(mine, theirs []*uint64) {
	for i := range mine {
		*mine[i] += *theirs[i]
	}
}

// takeAll is addAll backwards, and reports whether nothing fell below 0.
func takeAll(mine, theirs []*uint64) bool {
	for i := range mine {
		if *mine[i] < *theirs[i] {
			return false
		}
		*mine[i] -= *theirs[i]
	}
	return true
}
