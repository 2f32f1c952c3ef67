// Command decide decides whom to ask.
package main

import (
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/cloud/sqs"
	"heed/shared/cloud/ssm"
	"heed/shared/handlers/decide"
	"heed/shared/outbound"
	"heed/shared/records"
	"heed/shared/topics"
	"heed/shared/wiring"
)

func main() {
	log, aws := cloud.Logger(), cloud.Config()
	env := cloud.Require(wiring.EnvTable, wiring.EnvKeys, wiring.EnvCredentials, wiring.EnvTouchpoint, wiring.EnvObserve)
	config := cloud.Surveys(log, wiring.SurveysFile)
	parameters := &ssm.Store{Config: aws, Now: time.Now}
	cloud.ServeQueueLater(&decide.Handler{
		Config:  config,
		Ring:    parameters.Ring(env[wiring.EnvKeys]),
		Store:   records.Store{Table: dynamo.Open(aws, env[wiring.EnvTable])},
		Vendors: &outbound.Client{Credential: parameters.Credentials(env[wiring.EnvCredentials]), Now: time.Now, Log: log},
		Topics:  topics.New(config),
		Observe: env[wiring.EnvObserve] != "false",
		Now:     time.Now,
		Log:     log,
	}, &sqs.Queue{Client: sqs.New(aws, time.Now), URL: env[wiring.EnvTouchpoint]}, log)
}
