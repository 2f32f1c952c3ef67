package visit

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// What people press. There are two buttons on a survey: the one that the
// page's script works, and the one there is without scripts.
const (
	sendButton  = `button.live`
	plainButton = `button[form=sheet]`
	wordsField  = `textarea[name=comment]`
	wordsButton = `button[form=words], form:has(textarea[name=comment]) button`
)

func radio(score int) string { return fmt.Sprintf(`input[name=score][value="%d"]`, score) }

// Press waits as somebody who reads, and presses the button.
func (v *Visit) Press(button string) {
	v.Until(`document.readyState == 'complete'`)
	v.Dwell()
	v.Click(button)
}

// Comment writes a comment and sends it.
func (v *Visit) Comment(words string) {
	v.Write(wordsField, words)
	v.Click(wordsButton)
	v.Reads("Your comment is with")
}

// Answer opens the link of a score, as it stands in the mail, and sends it.
func (v *Visit) Answer(score int) {
	v.Open(v.Mail.Score(score))
	v.Press(sendButton)
	v.Reads(thanks)
}

// What tells the pages apart.
const (
	thanks    = "Thank you."
	again     = "One more press, please."
	elsewhere = "This survey was answered before."
)

// between is how long somebody needs at least from one page to a press on the
// next; the server counts it, in real time.
const between = 2200 * time.Millisecond

func chose(score int, channel string) Outcome {
	return Outcome{Answers: true, Score: score, Channel: channel}
}

func (o Outcome) with(comment string) Outcome {
	o.Comment = comment
	return o
}

// confirms presses the same number on the page that asks for it once more.
func (v *Visit) confirms(score int, button string) {
	v.Reads(again)
	v.Pause(between)
	v.Click(radio(score))
	v.Click(button)
	v.Reads(thanks)
}

// hammer presses a button again and again, until it is there no longer.
func (v *Visit) hammer(button string) {
	gone := false
	for tries := 0; !gone && tries < 60; tries++ {
		v.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			at, err := chromedp.Evaluate[[]float64](fmt.Sprintf(middle, strconv.Quote(button)))(ctx, t)
			if gone = err != nil || len(at) != 2; gone {
				return nil
			}
			_, err = chromedp.MouseClickXY(at[0], at[1])(ctx, t)
			return err
		}))
		v.Pause(100 * time.Millisecond)
	}
}

// arrows presses an arrow key some times, at a pace.
func (v *Visit) arrows(key string, times int, pace time.Duration) {
	for range times {
		v.Keys(key)
		v.Pause(pace)
	}
}

// chords presses Ctrl and Alt as one some times, as screen readers are steered:
// both go down within the same moment.
func (v *Visit) chords(times int) {
	const alt, ctrl = 1, 2
	for range times {
		for _, key := range []input.DispatchKeyEventParams{
			{Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Control", Code: "ControlLeft", WindowsVirtualKeyCode: 17, Modifiers: ctrl},
			{Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Alt", Code: "AltLeft", WindowsVirtualKeyCode: 18, Modifiers: ctrl | alt},
			{Type: input.DispatchKeyEventTypeKeyUp, Key: "Alt", Code: "AltLeft", WindowsVirtualKeyCode: 18, Modifiers: ctrl},
			{Type: input.DispatchKeyEventTypeKeyUp, Key: "Control", Code: "ControlLeft", WindowsVirtualKeyCode: 17},
		} {
			v.Do(call(input.DispatchKeyEvent, key))
		}
		v.Pause(200 * time.Millisecond)
	}
}
