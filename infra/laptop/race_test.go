//go:build race

package laptop_test

// raced says that the race detector slows everything down.
const raced = true
