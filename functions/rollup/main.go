// Command rollup makes cells of rows.
package main

import (
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/handlers/rollup"
	"heed/shared/records"
	"heed/shared/wiring"
)

func main() {
	log := cloud.Logger()
	env := cloud.Require(wiring.EnvTable)
	cloud.ServeSchedule((&rollup.Handler{
		Config: cloud.Surveys(log, wiring.SurveysFile),
		Store:  records.Store{Table: dynamo.Open(cloud.Config(), env[wiring.EnvTable])},
		Now:    time.Now,
		Log:    log,
	}).Tick)
}
