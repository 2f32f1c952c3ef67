package wiring

// A Signal is a line in a function's log that somebody must hear of, with a
// number of its own. Lines at level ERROR need no signal: every one is heard of.
// Some have one all the same, to be counted apart.
type Signal struct {
	Function string
	Message  string // the line's message, exactly
	Times    int    // in a quarter of an hour, before it is heard of
	Means    string // and what to do
}

// Signals lists the signals.
var Signals = []Signal{
	{"webhook", "delivery rejected", 20, "A source's deliveries do not verify. If its signing secret was changed, change its parameter too."},
	{"webhook", "delivery kept", 1, "A delivery verified and was not understood. It is kept for 30 days: see heed replay."},
	{"rollup", "drawn is not as expected", 1, "A program drew more or fewer than the recorded chances say, by more than 4 standard errors and what doubtful chances may be off: its scores speak for others than they claim. Look at what was deployed or restored last."},
	{"rollup", "source silent", 1, "Nothing has come from a source for so long that chance does not explain it. See whether its webhook is still switched on, and its address and secret."},
	{"rollup", "sending paused after bounces", 1, "More than 5% of the mails sent lately bounced, and Heed has paused sending before SES does. Find out where the addresses come from, then run heed resume."},
	{"send", "mail unsure", 1, "Whether a mail went was not known an hour later. It will not be sent again."},
	{"send", "sending held off", 3, "SES has taken no mail for minutes: see the rate it grants, and its health. Nothing is lost: sending goes on by itself."},
	{"send", "sending halted", 1, "SES takes no mail at all: see its daily quota, whether sending is paused or the account suspended, and whether the sender is verified. It is tried again every ten minutes."},
	{"decide", "customer not resolved", 1, "A source's vendor did not say in hours who some customers are, so they can't be asked. See why in the lines before, mostly \"customer not known yet\": its credential, what that may read, or the vendor itself."},
	{"decide", "merge refused", 1, "A source names as somebody's former identity one that has become somebody else, or names too many. See what it sends as former where it knows of none: a merge has no way back."},
	{"respond", "answer kept apart", 20, "Many answers look as if programs that check mail gave them; they enter no score. See in the lines what speaks for it, at /answers?only=suspects whose they are, and docs/scanners.md."},
}
