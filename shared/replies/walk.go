package replies

import (
	"bytes"
	"strings"
)

// A walk goes over a mail once, from part to part. What it looks for at each
// line that begins with -- is a bounded list of boundaries, so it takes time in
// proportion to the mail, however that is nested.
type walk struct {
	raw   []byte
	at    int
	open  []string // boundaries of the multiparts around, the outermost first
	parts int
	lines int // that began with -- and were looked at

	text, html strings.Builder
	kinds      []string // of the parts that machines write, in order
	status     []header // of a delivery status: of the mail, then of each address
	feedback   header   // of a complaint
	returned   []byte   // the header of a mail that was returned
}

// part reads the part whose header was read and whose body begins at w.at. It
// returns at the delimiter that ends the part: how many of w.open are around it
// and whether it closes the innermost of these.
func (w *walk) part(h header, depth int) (level int, closes bool) {
	if w.parts++; w.parts > maxParts {
		w.at = len(w.raw)
		return 0, true
	}
	k := kindOf(h.get("content-type"))
	if strings.HasPrefix(k.name, "multipart/") && depth < maxDepth {
		return w.multipart(k, depth)
	}
	begin := w.at
	end, level, closes := w.delimiter()
	w.leaf(k, h, w.raw[begin:end])
	return level, closes
}

// multipart reads the parts of one. A boundary that is not told is the one that
// its first line has; one that never comes makes it a text.
func (w *walk) multipart(k kind, depth int) (level int, closes bool) {
	boundary := strings.TrimRight(k.params["boundary"], " \t")
	if boundary == "" {
		boundary = w.guess()
	}
	if boundary == "" || len(boundary) > maxBoundary {
		return w.part(nil, maxDepth)
	}
	w.open = append(w.open, boundary)
	mine, begin := len(w.open), w.at
	end, level, closes := w.delimiter()
	if level < mine {
		w.leaf(kind{name: "text/plain"}, nil, w.raw[begin:end])
	}
	for level == mine && !closes {
		h, body, ok := readHeader(w.raw, w.at, maxHeader)
		if w.at = body; !ok {
			h = header{{"content-type", "application/octet-stream"}}
		}
		level, closes = w.part(h, depth+1)
	}
	w.open = w.open[:mine-1]
	if level < mine {
		return level, closes
	}
	_, level, closes = w.delimiter() // what stands behind the last part is nothing
	return level, closes
}

// maxBoundary is the longest boundary, above the 70 characters of RFC 2046.
const maxBoundary = 200

// guess returns the boundary of the first line, if it looks like one.
func (w *walk) guess() string {
	begin := w.at
	for begin < len(w.raw) && (w.raw[begin] == '\r' || w.raw[begin] == '\n') {
		begin++
	}
	line, _ := cutLine(w.raw, begin, min(len(w.raw), begin+maxBoundary))
	if s, ok := strings.CutPrefix(strings.TrimSpace(string(line)), "--"); ok && !strings.Contains(s, " ") {
		return s
	}
	return ""
}

// delimiter goes to the next delimiter of any multipart around, and behind it.
// It returns where the text before it ends; at the end of the mail, level is 0.
func (w *walk) delimiter() (end, level int, closes bool) {
	at := w.at
	for ; len(w.open) > 0 && at < len(w.raw) && w.lines < maxDashes; w.lines++ {
		if at > 0 && w.raw[at-1] != '\n' || !bytes.HasPrefix(w.raw[at:], []byte("--")) {
			n := bytes.Index(w.raw[at:], []byte("\n--"))
			if n < 0 {
				break
			}
			at += n + 1
		}
		if level, closes = w.delimits(w.raw[at+2 : min(len(w.raw), at+maxBoundary+8)]); level > 0 {
			_, w.at = cutLine(w.raw, at, len(w.raw))
			return at, level, closes
		}
		at += 2
	}
	w.at = len(w.raw)
	return w.at, 0, true
}

// delimits tells of which of the multiparts around a line is, 0 for none.
func (w *walk) delimits(line []byte) (level int, closes bool) {
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	line = bytes.TrimRight(line, " \t\r")
	for i := len(w.open) - 1; i >= 0; i-- {
		if rest, ok := bytes.CutPrefix(line, []byte(w.open[i])); ok && (len(rest) == 0 || string(rest) == "--") {
			return i + 1, len(rest) > 0
		}
	}
	return 0, false
}

// leaf takes what is wanted of a part without parts.
func (w *walk) leaf(k kind, h header, body []byte) {
	name := k.name
	if name == "" || name == "text" || !strings.Contains(name, "/") {
		name = "text/plain"
	}
	if d := kindOf(h.get("content-disposition")); d.name == "attachment" || d.params["filename"] != "" || d.params["filename*"] != "" {
		if strings.HasPrefix(name, "text/") && name != "text/rfc822-headers" {
			return
		}
	}
	switch name {
	case "text/plain":
		w.add(&w.text, plain(h, k, body))
	case "text/html", "application/xhtml+xml":
		w.add(&w.html, rich(h, k, body))
	case "message/delivery-status", "message/global-delivery-status":
		w.kinds = append(w.kinds, "message/delivery-status")
		w.status = append(w.status, groups(transferred(h, body, maxReport))...)
	case "message/feedback-report":
		w.kinds = append(w.kinds, name)
		w.feedback, _, _ = readHeader(bytes.TrimLeft(transferred(h, body, maxReport), "\r\n"), 0, maxReport)
	case "message/disposition-notification", "message/global-disposition-notification":
		w.kinds = append(w.kinds, "message/disposition-notification")
	case "message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers", "message/global-headers":
		if w.returned == nil {
			w.returned = transferred(h, body, maxReport)
		}
	}
}

// add appends a part to a body.
func (w *walk) add(b *strings.Builder, s string) {
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	b.WriteString(s[:min(len(s), max(0, maxText-b.Len()))])
}
