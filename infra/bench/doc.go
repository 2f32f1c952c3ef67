// Package bench measures Heed: what the laptop gets through in a second, what
// a touchpoint and a survey cost in DynamoDB, and how long a function takes
// from its start to its first answer.
//
// It has benchmarks and nothing to import. No number here stands by itself: a
// time is told as a ratio to the least that anything could do, measured by
// turns in the same run. Benchmarks check that the work was done, and fail if
// it was not; how fast it went fails nothing.
//
//	make bench
package bench
