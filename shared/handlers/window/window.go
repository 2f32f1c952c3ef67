// Package window says until when an answer counts. Both ways in, the page and
// the reply, ask it.
package window

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// Closed reports whether the row's answer window has closed. A program that
// surveys.yaml no longer has takes no answers, nor does a row whose customer is
// forgotten.
func Closed(config *surveys.Config, row *heed.Row, now time.Time) bool {
	program := config.Program(row.Program)
	if program == nil || row.Forgotten() {
		return true
	}
	closes := Closes(program, row)
	return !closes.IsZero() && now.After(closes)
}

// Closes is the last moment at which an answer counts. The window opens when
// the mail went out or, while that is not known, when it was taken in hand;
// zero before.
func Closes(program *surveys.Program, row *heed.Row) time.Time {
	opened := row.Invitation.Sent
	if opened.IsZero() {
		opened = row.Invitation.Claimed
	}
	if opened.IsZero() {
		return time.Time{}
	}
	return opened.Add(program.Window)
}
