package heed

// Often is how often a customer lets themselves be asked.
type Often uint8

// How often.
const (
	AsUsual Often = iota
	Less          // a quarter as often
	Never
)

var oftenNames = [...]string{"usual", "less", "never"}

// String is the choice as forms and the customer's own file write it.
func (o Often) String() string {
	if int(o) < len(oftenNames) {
		return oftenNames[o]
	}
	return "unknown"
}

// ParseOften reads what String wrote.
func ParseOften(s string) (o Often, ok bool) {
	for i, name := range oftenNames {
		if s == name {
			return Often(i), true
		}
	}
	return AsUsual, false
}
