package cloud

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSurveysLieBesideTheProgram(t *testing.T) {
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "s.yaml"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("LAMBDA_TASK_ROOT", folder)
	if config := Surveys(Logger(), "s.yaml"); len(config.Programs) == 0 || string(config.Text) != string(text) {
		t.Errorf("read %+v", config)
	}
}
