package embedded

import (
	"testing"

	"heed/shared/table"
	"heed/shared/table/tabletest"
)

func TestTable(t *testing.T) {
	tabletest.Suite(t, func(t *testing.T, meter *table.Meter) table.Table {
		tab := open(t, t.TempDir()+"/heed.db").Table()
		tab.Meter = meter
		return tab
	})
}

// open opens the file of a test, which closes it.
func open(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}
