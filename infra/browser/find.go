package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
)

// Variable names the program to run, in the environment. Without it the usual
// places are looked at.
const Variable = "HEED_CHROMIUM"

// ErrMissing is the error where no Chromium is found; it says how to get one.
var ErrMissing = errors.New(`no Chromium was found. Install it (Debian, Ubuntu: "apt-get install chromium fonts-noto"; ` +
	`macOS: "brew install --cask chromium" or Chrome itself), or name one in ` + Variable)

// places are where Chromium or Chrome is found, the first that is there.
var places = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
}

// find returns the program to run.
func find() (string, error) {
	if named := os.Getenv(Variable); named != "" {
		found, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("%s names no program: %w", Variable, err)
		}
		return found, nil
	}
	for _, place := range places {
		if found, err := exec.LookPath(place); err == nil {
			return found, nil
		}
	}
	return "", ErrMissing
}
