//go:build !race

package laptop_test

const raced = false
