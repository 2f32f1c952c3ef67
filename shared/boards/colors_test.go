package boards

import (
	"testing"

	"heed/shared/markup/proof"
)

func TestStyleSheetCanBeRead(t *testing.T) { proof.Readable(t, boardCSS) }
