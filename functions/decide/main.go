// Command decide decides whom to ask.
package main

import (
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/cloud/ssm"
	"heed/shared/handlers/decide"
	"heed/shared/records"
	"heed/shared/wiring"
)

func main() {
	log, aws := cloud.Logger(), cloud.Config()
	env := cloud.Require(wiring.EnvTable, wiring.EnvKeys, wiring.EnvObserve)
	parameters := &ssm.Store{Config: aws, Now: time.Now}
	cloud.ServeQueue(&decide.Handler{
		Config:  cloud.Surveys(log, wiring.SurveysFile),
		Ring:    parameters.Ring(env[wiring.EnvKeys]),
		Store:   records.Store{Table: dynamo.Open(aws, env[wiring.EnvTable])},
		Observe: env[wiring.EnvObserve] != "false",
		Now:     time.Now,
		Log:     log,
	})
}
