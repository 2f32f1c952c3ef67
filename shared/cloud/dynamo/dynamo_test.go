package dynamo_test

import (
	"testing"

	"heed/shared/cloud/dynalite"
	"heed/shared/cloud/dynamo"
	"heed/shared/table"
	"heed/shared/table/tabletest"
)

func TestSuite(t *testing.T) {
	tabletest.Suite(t, func(t *testing.T, meter *table.Meter) table.Table {
		client, name := dynalite.Table(t)
		return &dynamo.Table{Client: client, Name: name, Meter: meter}
	})
}
