package service

import "math"

// accuracy is how far a duration read off a bin may be off.
const accuracy = 0.01

func secondsOf(bin int32) float64 {
	gamma := (1 + accuracy) / (1 - accuracy)
	return math.Pow(gamma, float64(bin)) * (1 + accuracy)
}
