package replies

import "strings"

// rejected reports whether SES says that the mail is not to be believed: it
// found a virus or calls it spam, it fails DMARC, or both of the checks that
// DMARC rests on. What SES did not check speaks against nothing.
func rejected(h header) bool {
	own := h.stamped()
	if own.get("x-ses-virus-verdict") == "FAIL" || own.get("x-ses-spam-verdict") == "FAIL" {
		return true
	}
	for _, value := range own.all("authentication-results") {
		if name, results, _ := strings.Cut(value, ";"); strings.EqualFold(strings.TrimSpace(name), "amazonses.com") {
			failed := failures(results)
			return failed["dmarc"] || failed["spf"] && failed["dkim"]
		}
	}
	return false
}

// stamped returns the fields that SES put above the mail: it begins with a
// Received of its own, and ends where that of another server begins. Whatever
// stands below came with the mail, whoever it claims to be from, and of one
// name the topmost is SES's.
// https://docs.aws.amazon.com/ses/latest/dg/receiving-email-concepts.html
func (h header) stamped() header {
	seen := false
	for i := range h {
		if h[i].name != "received" {
			continue
		}
		v := strings.ToLower(h[i].value)
		if seen || !strings.Contains(v, " by inbound-smtp.") || !strings.Contains(v, ".amazonaws.com") {
			return h[:i]
		}
		seen = true
	}
	return h
}

// envelope is whom SES says the mail came for, which a blind copy tells nowhere
// else; "" where SES doesn't say.
func (h header) envelope() string {
	_, after, found := strings.Cut(h.stamped().get("received"), " for ")
	if !found {
		return ""
	}
	address, _, _ := strings.Cut(after, ";")
	address = strings.ToLower(strings.Trim(address, "<> \t"))
	if strings.Count(address, "@") != 1 || len(address) > maxAddress || strings.ContainsAny(address, " \t") {
		return ""
	}
	return address
}

// failures are the methods of Authentication-Results (RFC 8601) that failed.
// Where a method has several results, one that passed counts more.
func failures(results string) map[string]bool {
	failed, passed := map[string]bool{}, map[string]bool{}
	for result := range strings.SplitSeq(strings.ToLower(results), ";") {
		method, verdict, found := strings.Cut(strings.TrimSpace(result), "=")
		if !found {
			continue
		}
		verdict, _, _ = strings.Cut(verdict+" ", " ")
		failed[method] = failed[method] || verdict == "fail"
		passed[method] = passed[method] || verdict == "pass"
	}
	for method := range passed {
		failed[method] = failed[method] && !passed[method]
	}
	return failed
}
