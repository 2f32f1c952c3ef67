package simulation

import (
	"fmt"
	"io"
)

// words is what the table cannot say by itself.
const words = `
all answer            Only who is asked makes a difference. Asking with a quiet period and taking the plain mean
                      finds the seldom and hides the busy; weights of 1/π undo that.
by recorded class     The chance of answering is that of the touchpoint's kind and its customer's band, which are
                      the classes that post-stratified scores are adjusted to, and less after a recent survey.
                      The classes fit here because the story was made of them; life is not. 1/π mends who was
                      asked, not who answered.
by latent activity    Answering follows how busy a customer truly is. Bands are near that, so adjusting to them takes
                      away part of the bias, and part stays.
by satisfaction too   The content answer more readily than others of their class. NOBODY CAN FIX THIS: what tells
                      those who answer from those who do not is the answer itself, which is not there. Every line
                      is off, ours too, and its intervals miss the truth; where one seems near, errors cancel.
`

func (r *Report) reading(b io.Writer) {
	worst := 0.0
	for _, l := range r.Lines {
		for _, f := range l.Fares {
			worst = max(worst, f.BiasError)
		}
	}
	fmt.Fprint(b, words)
	fmt.Fprintf(b, "\nOf each bias chance makes at most ±%.1f (twice its largest standard error).\n", 2*worst)
}
