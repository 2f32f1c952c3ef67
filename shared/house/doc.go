// Package house holds the rules of the house, as tests: who may import whom,
// where AWS and the clock may be known, how small a function's main is. There
// is no code in it and there never should be.
//
// Imports go one way:
//
//	functions -> handlers -> domain
//	functions -> cloud    -> domain     at AWS
//	infra     -> embedded -> domain     on the laptop
//
// The domain is every other package of shared.
package house
