package sources

import (
	"slices"
	"strings"
)

// A freshdeskChange is one value before and after, as triggered_event has it.
type freshdeskChange struct{ from, to string }

// freshdeskChanges reads triggered_event, which looks like JSON and is none:
// {status:{from:2,to:4}}, {ticket_action:created}, {note_type:public}. What is
// no pair of before and after has an after alone.
func freshdeskChanges(event text) map[string]freshdeskChange {
	rest := strings.TrimLeft(freshdeskBare.Replace(event.plain()), "{")
	changes := map[string]freshdeskChange{}
	for len(changes) < 100 {
		name, after, ok := strings.Cut(rest, ":")
		if !ok {
			break
		}
		if pair, ok := strings.CutPrefix(after, "{"); ok {
			pair, rest, _ = strings.Cut(pair, "}")
			changes[name] = freshdeskPair(pair)
		} else {
			end := strings.IndexAny(after+"}", ",}")
			changes[name], rest = freshdeskChange{to: after[:end]}, after[end:]
		}
		rest = strings.TrimLeft(rest, ",}")
	}
	return changes
}

// freshdeskBare takes away what would make it JSON, or Ruby with names between
// quotation marks. Of Ruby's symbols, {:status=>{:to=>4}}, nothing is read.
var freshdeskBare = strings.NewReplacer(`"`, "", "'", "", " ", "", "=>", ":")

func freshdeskPair(s string) (c freshdeskChange) {
	for part := range strings.SplitSeq(s, ",") {
		switch key, value, _ := strings.Cut(part, ":"); key {
		case "from":
			c.from = value
		case "to":
			c.to = value
		}
	}
	return c
}

// kind is the type that the template names or else what changed says or else,
// where nothing tells what changed, the status; "" and no error for what is of
// no interest.
func (f freshdesk) kind(say freshdeskSaid, change map[string]freshdeskChange) (string, error) {
	if typ := say("type"); typ.plain() != "" {
		if kind := typ.kind(); kind != "" {
			return kind, nil
		}
		return "", notUnderstood("type is not a kind such as ticket.solved")
	}
	status, changed := change["status"]
	switch {
	case changed:
		return f.moved(status, say("ticket_status")), nil
	case change["ticket_action"].to == "created":
		return "ticket.created", nil
	case change["reply_sent"].to != "":
		return "ticket.replied", nil
	case text(change["responder_id"].to).who(maxID) != "", text(change["group_id"].to).who(maxID) != "":
		return "ticket.assigned", nil
	case len(change) > 0:
		return "", nil
	}
	return f.stands(say("ticket_status"))
}

// moved is the kind of a change of status. What is done and is only said to be
// done anew, as a resolved ticket that the system closes, is nothing new.
func (f freshdesk) moved(c freshdeskChange, word text) string {
	was, is := f.means(text(c.from)), f.means(text(c.to), word, text(strings.ToLower(word.plain())))
	done := []string{"ticket.solved", "ticket.closed"}
	switch {
	case c.to == "" || c.from == c.to:
		return ""
	case !slices.Contains(done, was):
		return is
	case is == "":
		return "ticket.reopened"
	case slices.Contains(done, is):
		return ""
	}
	return is
}

// means is the kind of a status by Freshdesk's numbers: 2 is open, 3 pending, 4
// resolved, 5 closed, and those from 6 on are the team's own. Nobody promises that
// it is a number.
func (f freshdesk) means(number text, words ...text) string {
	if kind := kindOf(f.Source, append([]text{number}, words...)...); kind != "" {
		return kind
	}
	switch strings.ToLower(string(number)) {
	case "4", "resolved":
		return "ticket.solved"
	case "5", "closed":
		return "ticket.closed"
	}
	return ""
}

// stands is the kind of a status that is there, whatever it was before.
func (f freshdesk) stands(word text) (string, error) {
	lower := strings.ToLower(word.plain())
	if kind := kindOf(f.Source, word, text(lower)); kind != "" {
		return kind, nil
	}
	switch lower {
	case "4", "resolved":
		return "ticket.solved", nil
	case "5", "closed":
		return "ticket.closed", nil
	case "2", "3", "6", "7", "open", "pending", "waiting on customer", "waiting on third party":
		return "", nil
	}
	return "", notUnderstood("triggered_event is missing, and ticket_status is no status in English, nor one of the source's kinds")
}

// freshdeskOccurrence tells one change from the next. There is no id of the
// event, and the ticket counts nothing. The time of its last update is the
// ticket's own and not the delivery's: a retry has the same, a ticket that was
// reopened a later one; it may be in any words, since it is only compared. The
// simple form has no such time: there the statuses that the change went
// between are all there is, so that each ticket goes through each change once.
// That asks too little rather than twice.
func freshdeskOccurrence(kind string, modified text, change map[string]freshdeskChange) text {
	if kind == "ticket.created" || kind == "ticket.replied" {
		return "1"
	}
	status := change["status"]
	if modified.plain() != "" || status.to == "" {
		return modified.or("1")
	}
	return text(status.from + ">" + status.to)
}
