package cloud

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"heed/shared/surveys"
)

// Surveys reads the surveys.yaml that was deployed beside the program. One
// that cannot be read ends the process: it was checked before it was deployed.
func Surveys(log *slog.Logger, file string) *surveys.Config {
	path := filepath.Join(os.Getenv("LAMBDA_TASK_ROOT"), file)
	text, err := os.ReadFile(path)
	if err != nil {
		Fail(log, fmt.Errorf("read the surveys: %w", err))
	}
	config, err := surveys.Load(text)
	if err != nil {
		Fail(log, err)
	}
	return config
}
