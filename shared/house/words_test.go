package house_test

import (
	"slices"
	"testing"

	"heed/shared/sources"
	"heed/shared/surveys"
)

// surveys.yaml may name the types of sources that there are, and no others.
func TestSurveysKnowsEveryTypeOfSource(t *testing.T) {
	known := slices.Sorted(slices.Values(surveys.SourceTypes))
	if !slices.Equal(known, sources.Types()) {
		t.Errorf("surveys.yaml may name %v, sources reads %v", known, sources.Types())
	}
}
