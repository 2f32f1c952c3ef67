// Package functions_test runs the functions as they are deployed: each built
// as for Lambda, started by a Runtime API host, told where the stand-ins are by
// the variables that the stack sets.
package functions_test
