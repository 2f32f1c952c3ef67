// Command respond serves the pages behind the links in mails.
package main

import (
	"crypto/rand"
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/cloud/ssm"
	"heed/shared/handlers/respond"
	"heed/shared/records"
	"heed/shared/wiring"
)

func main() {
	log, aws := cloud.Logger(), cloud.Config()
	env := cloud.Require(wiring.EnvTable, wiring.EnvKeys)
	parameters := &ssm.Store{Config: aws, Now: time.Now}
	cloud.ServeHTTP(&respond.Handler{
		Ring:   parameters.Ring(env[wiring.EnvKeys]),
		Config: cloud.Surveys(log, wiring.SurveysFile),
		Store:  records.Store{Table: dynamo.Open(aws, env[wiring.EnvTable])},
		Random: rand.Reader,
		Now:    time.Now,
		Log:    log,
	})
}
