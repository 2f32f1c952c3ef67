// Command report serves the dashboard and the API.
package main

import (
	"strings"
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/cloud/sqs"
	"heed/shared/cloud/ssm"
	"heed/shared/handlers/report"
	"heed/shared/records"
	"heed/shared/wiring"
)

func main() {
	log, aws := cloud.Logger(), cloud.Config()
	env := cloud.Require(wiring.EnvBaseURL, wiring.EnvTable, wiring.EnvKeys, wiring.EnvTouchpoint, wiring.EnvDead, wiring.EnvObserve)
	client := sqs.New(aws, time.Now)
	parameters := &ssm.Store{Config: aws, Now: time.Now}
	cloud.ServeHTTP((&report.Handler{
		Config:  cloud.Surveys(log, wiring.SurveysFile),
		Ring:    parameters.Ring(env[wiring.EnvKeys]),
		Store:   records.Store{Table: dynamo.Open(aws, env[wiring.EnvTable])},
		Queue:   &sqs.Queue{Client: client, URL: env[wiring.EnvTouchpoint]},
		Dead:    &sqs.Redriver{Client: client, Dead: strings.Split(env[wiring.EnvDead], ",")},
		Observe: env[wiring.EnvObserve] != "false",
		Home:    env[wiring.EnvTable],
		Base:    env[wiring.EnvBaseURL],
		Now:     time.Now,
		Log:     log,
	}).Routes())
}
