package cells

import (
	"strings"

	"heed/shared/heed"
)

// A topic is who dealt with a touchpoint, what for and what about, each "" where
// that is not known.
type topic struct{ agent, product, issue string }

// Between the three stands a slash, so one within them is escaped as in a URL.
var (
	escaped = strings.NewReplacer("%", "%25", "/", "%2F")
	plain   = strings.NewReplacer("%2F", "/", "%25", "%")
)

// TopicOf puts an agent, a product and an issue together to a value of the
// dimension Topic, whatever they hold. Any of them may be "".
func TopicOf(agent, product, issue string) string {
	return escaped.Replace(agent) + "/" + escaped.Replace(product) + "/" + escaped.Replace(issue)
}

// SplitTopic takes apart what TopicOf put together.
func SplitTopic(value string) (agent, product, issue string) {
	agent, value, _ = strings.Cut(value, "/")
	product, issue, _ = strings.Cut(value, "/")
	return plain.Replace(agent), plain.Replace(product), plain.Replace(issue)
}

// topic returns the row's value of Topic, "" if it has neither agent nor issue.
func (m *making) topic(dims []heed.Dim) string {
	t := topic{valueOf(dims, "agent"), valueOf(dims, "product"), valueOf(dims, "issue")}
	if t.agent == "" && t.issue == "" {
		return ""
	}
	value := m.topics[t]
	if value == "" {
		value = TopicOf(t.agent, t.product, t.issue)
		m.topics[t] = value
	}
	return value
}

// valueOf returns the first value of a dimension, "" if there is none.
func valueOf(dims []heed.Dim, name string) string {
	for _, dim := range dims {
		if dim.Name == name {
			return dim.Value
		}
	}
	return ""
}
