package wiring

// A Signal is a line in a function's log that somebody must hear of although
// nothing failed. Lines at level ERROR need no signal: every one is heard of.
type Signal struct {
	Function string
	Message  string // the line's message, exactly
	Means    string
}

// Unsure is what send logs of an invitation whose outcome it never learned.
const Unsure = "invitation unsure"

// Signals lists the signals.
var Signals = []Signal{
	{"send", Unsure, "an invitation was handed to the mail service, and an hour later nobody knows whether it went; it will not be sent again"},
}
