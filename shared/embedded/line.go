package embedded

// A line is the order in which the messages of one queue are handed out: their
// numbers, not their bodies. Whoever uses it holds the queue's lock.
//
// On a queue without order each message is a group of its own.
type line struct {
	groups map[string]*group // nil on a queue without order

	// The groups that can be handed out, first to last.
	first, last *group
	ready       int

	kept    int             // messages, wherever they are
	working int             // of them, those handed out
	putOff  map[*group]bool // the groups that are held for as long as a worker said
}

// A group is messages that are handed out in order and by one batch at a time.
type group struct {
	name    string
	waiting []place
	held    bool // handed out, or waiting behind a failed message
	next    *group
}

// A place is one message in the line.
type place struct {
	number   uint64
	attempts int
}

// A part is what a batch holds of one group.
type part struct {
	group  *group
	places []place
}

// add puts a message at the end of its group. It reports whether there is one
// group more to be handed out.
func (l *line) add(name string, p place) bool {
	l.kept++
	g := l.groups[name]
	if g == nil {
		g = &group{name: name}
		if l.groups != nil {
			l.groups[name] = g
		}
	}
	g.waiting = append(g.waiting, p)
	if g.held || len(g.waiting) > 1 {
		return false
	}
	l.push(g)
	return true
}

// take hands out a share of the groups that are ready, up to limit messages.
// At least one group must be ready.
func (l *line) take(groups, limit int) []part {
	parts := make([]part, 0, min(groups, limit))
	for ; groups > 0 && limit > 0 && l.first != nil; groups-- {
		g := l.pop()
		n := min(limit, len(g.waiting))
		parts = append(parts, part{g, g.waiting[:n:n]})
		g.waiting = g.waiting[n:]
		g.held = true
		l.working += n
		limit -= n
	}
	return parts
}

// back returns a part: the failed of its places go to the head of their group,
// the others are gone. The group stays held.
func (l *line) back(p part, failed []place) {
	l.working -= len(p.places)
	l.kept -= len(p.places) - len(failed)
	if len(failed) > 0 {
		p.group.waiting = append(failed, p.group.waiting...)
	}
}

// release lets a held group be handed out again. It reports whether there is
// anything left of it.
func (l *line) release(g *group) bool {
	g.held = false
	delete(l.putOff, g)
	if len(g.waiting) == 0 {
		delete(l.groups, g.name)
		return false
	}
	l.push(g)
	return true
}

// postpone notes that a held group is put off, as a worker said.
func (l *line) postpone(g *group) {
	if l.putOff == nil {
		l.putOff = map[*group]bool{}
	}
	l.putOff[g] = true
}

// idle reports whether nothing is left but what was put off.
func (l *line) idle() bool {
	left := l.kept
	for g := range l.putOff {
		left -= len(g.waiting)
	}
	return left == 0
}

func (l *line) push(g *group) {
	if l.last == nil {
		l.first = g
	} else {
		l.last.next = g
	}
	l.last = g
	l.ready++
}

func (l *line) pop() *group {
	g := l.first
	l.first, g.next = g.next, nil
	if l.first == nil {
		l.last = nil
	}
	l.ready--
	return g
}
