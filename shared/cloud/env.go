package cloud

import (
	"errors"
	"log/slog"
	"os"
	"strings"
)

// Require returns the values of the environment variables a function cannot
// work without, by name. If any is unset or empty it logs the names of all of
// them and ends the process, which Lambda reports as a failed start.
func Require(names ...string) map[string]string {
	values, err := require(os.Getenv, names)
	if err != nil {
		Fail(Logger(), err)
	}
	return values
}

func require(getenv func(string) string, names []string) (map[string]string, error) {
	values := make(map[string]string, len(names))
	var missing []string
	for _, name := range names {
		if values[name] = getenv(name); values[name] == "" {
			missing = append(missing, name)
		}
	}
	if missing != nil {
		return nil, errors.New("environment variables not set: " + strings.Join(missing, ", "))
	}
	return values, nil
}

// Fail logs why a function cannot start and ends the process.
func Fail(log *slog.Logger, err error) {
	log.Error("cannot start", "error", err)
	os.Exit(1)
}
