package table

// Prefixes of partition keys. The wiring grants functions these, and no more.
const (
	RowPrefix      = "day#"
	CustomerPrefix = "c#"
	AccountPrefix  = "a#"
	CellPrefix     = "cells#"
	MarkPrefix     = "mark"
	ConfigPrefix   = "config#"
	KeptPrefix     = "kept#"
	PausePK        = "control#pause"
	LeasePK        = "control#lease"
	RollupPK       = "control#rollup"
	PacePK         = "control#pace"
	ScopePK        = "control#scope"
	SheetPrefix    = "sheets#"
	AliasPrefix    = "alias#"
	TallyPrefix    = "tally#"
	NoticePrefix   = "notice#"
)
