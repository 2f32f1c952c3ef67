package respond_test

import (
	"net/http"
	"testing"
	"time"

	"heed/shared/heed"
)

// TestEvidence: each piece is seen by its own sign, and a person leaves none.
func TestEvidence(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(*sheet) // before the press
		fields  []string
		want    heed.Evidence
	}{
		"a person":                       {nil, nil, 0},
		"no script":                      {nil, []string{"from", ""}, heed.Unscripted},
		"another's word":                 {nil, []string{"from", "me"}, heed.Unscripted},
		"no cookie":                      {func(s *sheet) { s.cookie = nil }, nil, heed.NoCookie},
		"a cookie of no use":             {func(s *sheet) { s.cookie.Value = "zz" }, nil, heed.NoCookie},
		"another visit's cookie":         {func(s *sheet) { s.cookie.Value = "0123456789abcdef" }, nil, heed.BadPage},
		"no page":                        {nil, []string{"page", ""}, heed.BadPage},
		"neither":                        {func(s *sheet) { s.cookie = nil }, []string{"page", ""}, heed.NoCookie | heed.BadPage},
		"a forged page":                  {nil, []string{"page", "AQEJ3q2-7wAAAAAAAAGd1zT4AMTEyMzQ1Njc4OTA"}, heed.BadPage},
		"pressed at once":                {func(s *sheet) { s.wait(-2500 * time.Millisecond) }, nil, heed.TooEarly},
		"seen for too short":             {nil, []string{"dwell", "699"}, heed.TooEarly},
		"just long enough":               {nil, []string{"dwell", "700"}, 0},
		"seen for longer than it is out": {nil, []string{"dwell", "3501"}, heed.TooEarly},
		"no time told":                   {nil, []string{"dwell", ""}, heed.TooEarly},
		"not pressed by a person":        {nil, []string{"trusted", "0"}, heed.Untrusted},
		"nothing said of who":            {nil, []string{"trusted", ""}, heed.Untrusted},
		"into the trap":                  {nil, []string{"reference", "Mia"}, heed.Trapped},
		"just delivered":                 {func(s *sheet) { s.at(delivered.Add(6 * time.Second)) }, nil, heed.AtDelivery},
		"delivered a while ago":          {func(s *sheet) { s.at(delivered.Add(7 * time.Second)) }, nil, 0},
		"just sent, as far as known": {func(s *sheet) {
			s.change(func(r *heed.Row) { r.Invitation.Delivered, r.Invitation.Sent = time.Time{}, s.clock() })
		}, nil, heed.AtDelivery},
		"just claimed": {func(s *sheet) {
			s.change(func(r *heed.Row) {
				r.Invitation.Delivered, r.Invitation.Sent, r.Invitation.Claimed = time.Time{}, time.Time{}, s.clock()
			})
		}, nil, heed.AtDelivery},
		"Barracuda":   {agent("Barracuda Sentinel (EE)"), nil, heed.KnownAgent},
		"Outlook.com": {agent("Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b"), nil, heed.KnownAgent},
		"headless":    {agent("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36"), nil, heed.KnownAgent},
		"curl":        {agent("curl/8.14.1"), nil, heed.KnownAgent},
		"no agent":    {agent(""), nil, heed.KnownAgent},
		"an iPhone":   {agent("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"), nil, 0},
		"hasty":       {nil, []string{"quick", "2"}, heed.Hasty},
		"a slip":      {nil, []string{"quick", "1"}, 0},
	} {
		d := open(t)
		s := d.browser().look("")
		if c.prepare != nil {
			c.prepare(s)
		}
		s.press("9", c.fields...)
		switch r := d.row(); {
		case c.want == 0 && (r.Response == nil || len(r.Suspects) > 0):
			t.Errorf("%s: %v", name, r.Suspects)
		case c.want != 0 && (r.Response != nil || len(r.Suspects) != 1 || r.Suspects[0].Evidence != c.want):
			t.Errorf("%s: %+v beside %+v, want %v", name, r.Response, r.Suspects, c.want.Names())
		}
	}
}

// at has the page opened anew at some time.
func (s *sheet) at(now time.Time) {
	s.now = now
	*s = *s.look("")
}

func agent(name string) func(*sheet) {
	return func(s *sheet) { s.header = http.Header{"User-Agent": {name}} }
}
