package reply_test

import (
	"fmt"
	"sync"
	"testing"

	"heed/shared/queue"
	"heed/shared/sampling"
	"heed/shared/table/tabletest"
	"heed/shared/token"
)

// Whichever operation goes wrong, and however: the retry makes of the mail what
// it would have been without.
func TestMishaps(t *testing.T) {
	t.Parallel()
	for _, mishap := range tabletest.Mishaps {
		for name, c := range map[string]struct {
			text    string
			header  []string
			want    string
			because sampling.Suppression
		}{
			"an answer":   {"9 - kind", nil, `9 by reply "kind"`, 0},
			"words":       {"kind", nil, `unscored -1 "kind"; ` + back, 0},
			"a bounce":    {failed("ann@example.com", "5.1.1"), []string{dsn}, "bounced", sampling.AddressBounced},
			"a complaint": {complains("ann@example.com"), []string{arf}, "complained", sampling.ReportedSpam},
			"a goodbye":   {"stop", nil, `farewell -1 "stop"`, sampling.Unsubscribed},
			"a farewell":  {"x", []string{"unsubscribe"}, "", sampling.Unsubscribed},
		} {
			t.Run(fmt.Sprint(mishap, " over ", name), func(t *testing.T) {
				t.Parallel()
				for n, met := 1, true; met; n++ {
					d, life := open(t), &tabletest.Life{N: n, Mishap: mishap}
					header := append([]string{"Message-ID: <1@example.com>"}, c.header...)
					if name == "a farewell" {
						header[1] = "To: unsubscribe+" + d.token(token.Unsubscribe) + "@in.example.com"
					}
					m := d.keep("inbound/1", d.letter(c.text, header...))
					lost := len(d.worker(life).Work(t.Context(), []queue.Message{m})) > 0
					if met = life.Met(); !met && lost {
						t.Error("it failed without a mishap")
					}
					for range 2 { // the queue brings it again, twice even
						if failed := d.Work(t.Context(), []queue.Message{m}); len(failed) > 0 {
							t.Errorf("the retry failed: %s", d.log.String())
						}
					}
					d.is(c.want)
					if d.suppression() != c.because {
						t.Errorf("suppressed as %v", d.suppression())
					}
				}
			})
		}
	}
}

// A mail at once with itself, and with another of the same person, comes to one
// answer, one note of each and one question back.
func TestAtOnce(t *testing.T) {
	t.Parallel()
	for range 20 {
		d := open(t)
		var all []queue.Message
		for i, text := range []string{"9", "9", "kind", "kind"} {
			all = append(all, d.keep(fmt.Sprint("inbound/", i), d.letter(text, fmt.Sprintf("Message-ID: <%d@example.com>", i/2))))
		}
		var wg sync.WaitGroup
		for _, m := range all {
			wg.Go(func() {
				h := d.Handler
				if failed := h.Work(t.Context(), []queue.Message{m}); len(failed) > 0 {
					t.Error("it failed")
				}
			})
		}
		wg.Wait()
		switch got := d.state(); got {
		case `9 by reply "kind"`, `9 by reply "kind"; unscored -1 "kind"; question_back 1 cancelled`:
		default:
			t.Errorf("it came to %s", got)
		}
	}
}
