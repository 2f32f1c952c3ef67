// Package records is every item's shape, once, above the door to the table:
// how a row, a scope, a cell or a mark becomes bytes and which key it rests
// under. The keys are drawn in package table.
//
// An item's bytes begin with the version of their format, since an old and a
// new binary work side by side while a deployment runs: a reader refuses a
// version it does not know, and a writer raises it only for what an older
// reader must not touch. Numbers that are stored (reasons, fates, channels)
// are appended to, never renumbered.
//
// What an item means, and when it may change, is decided elsewhere.
package records
