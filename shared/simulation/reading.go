package simulation

import (
	"fmt"
	"io"
)

// words is what the table cannot say by itself.
const words = `
all answer           Only who is asked makes a difference. Whoever asks with a quiet period and takes the plain mean
                     hears the seldom and misses the busy. Weights of 1/π undo that, and so does adjusting to
                     classes as far as they tell the busy from the seldom.
by class             The chance of answering is that of the touchpoint's kind and its customer's band: exactly the
                     classes that post-stratified scores are adjusted to. They fit because the story was made of
                     them; life is not. 1/π alone mends who was asked, not who answered.
by class, wearied    The same, and less after a survey not long ago. No class tells that, so it biases as far as it differs
                     within one: little where everybody is left in peace for long, much where nobody is.
by latent activity   Answering follows how busy a customer truly is, wearied too. Bands are near that, so adjusting
                     to them takes away part of the bias, and part stays.
by satisfaction      The content answer more readily than others of their class, wearied too. NOBODY CAN FIX THIS:
                     what tells those who answer from those who do not is the answer itself, and that is not there.
                     Every line is off, ours too, and few intervals hold the truth. Where one seems near it, two
                     errors cancel.
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
