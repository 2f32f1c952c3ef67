package send

import (
	"testing"
	"time"

	"heed/shared/records"
)

// Each pause is twice the one before, less up to a quarter, and none is longer
// than ten minutes. One that is long over begins again.
func TestPauses(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	hold, seen := records.Hold{}, map[time.Duration]bool{}
	for times, want := range []time.Duration{time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 10 * time.Minute, 10 * time.Minute} {
		hold.Times = uint8(times)
		hold.Until = now.Add(-time.Second)
		for range 50 {
			pause := pauseAfter(hold, now)
			if pause > want || pause < want*3/4 {
				t.Errorf("pause %d is %v, want at most %v", times+1, pause, want)
			}
			seen[pause] = true
		}
		if pause := pauseAfter(records.Hold{Until: now.Add(-11 * time.Minute), Times: uint8(times)}, now); pause > time.Minute {
			t.Errorf("long after %d pauses the next is %v", times, pause)
		}
	}
	if len(seen) < 100 {
		t.Error("all pause for the same time")
	}
	if pause := pauseAfter(records.Hold{Until: now, Times: 255}, now); pause > longestHold || pause < longestHold*3/4 {
		t.Errorf("after a very long time the pause is %v", pause)
	}
}
