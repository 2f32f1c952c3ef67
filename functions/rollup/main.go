// Command rollup makes cells of rows, and sheets of cells.
package main

import (
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/handlers/rollup"
	"heed/shared/records"
	"heed/shared/topics"
	"heed/shared/wiring"
)

func main() {
	log := cloud.Logger()
	env, config := cloud.Require(wiring.EnvTable), cloud.Surveys(log, wiring.SurveysFile)
	cloud.ServeSchedule((&rollup.Handler{
		Config: config, Reader: topics.New(config),
		Store: records.Store{Table: dynamo.Open(cloud.Config(), env[wiring.EnvTable])},
		Now:   time.Now,
		Log:   log,
	}).Tick)
}
