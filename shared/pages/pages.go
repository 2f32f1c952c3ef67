// Package pages is what customers see in a browser: the survey and what follows
// it, their preferences, the way out, and what is said where there is nothing
// to ask. Each function takes plain values and writes one whole page: no
// request, no clock, no table. What a customer reads comes from words; how HTML
// is put together is package markup's.
//
// Nothing that operators see may live here, or the functions that serve
// customers would carry it along: that is package boards.
package pages
