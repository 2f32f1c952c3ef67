package report

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

// json reports whether whoever asks would rather have JSON than HTML, by its
// Accept header (RFC 9110, 12.5.1). Who likes both alike is shown a page, unless
// JSON is what it named and HTML only what it also takes.
func wantsJSON(r *http.Request) bool {
	object, named := liking(r, "application", "json")
	page, pageNamed := liking(r, "text", "html")
	return object > page || object == page && object > 0 && named && !pageNamed
}

// liking is the quality, 0 to 1, that the most specific range gives a media type,
// and whether that names it in full. No header at all likes everything.
func liking(r *http.Request, kind, sub string) (quality float64, named bool) {
	headers := r.Header.Values("Accept")
	if len(headers) == 0 {
		return 1, false
	}
	most := -1
	for _, one := range strings.Split(strings.Join(headers, ","), ",") {
		media, params, err := mime.ParseMediaType(one)
		if err != nil {
			continue
		}
		at := map[string]int{"*/*": 0, kind + "/*": 1, kind + "/" + sub: 2}
		if depth, fits := at[media]; fits && depth > most {
			most, quality = depth, qualityOf(params)
		}
	}
	return quality, most == 2
}

// qualityOf is 1 where nothing else is said, or nothing that can be read.
func qualityOf(params map[string]string) float64 {
	q, err := strconv.ParseFloat(params["q"], 64)
	if err != nil || !(0 <= q && q <= 1) {
		return 1
	}
	return q
}
