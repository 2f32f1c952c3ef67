// Command send mails the invitations that are due, and what the team is told.
package main

import (
	"os"
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/cloud/ses"
	"heed/shared/cloud/ssm"
	"heed/shared/handlers/send"
	"heed/shared/records"
	"heed/shared/topics"
	"heed/shared/wiring"
)

func main() {
	log, aws := cloud.Logger(), cloud.Config()
	env := cloud.Require(wiring.EnvTable, wiring.EnvKeys, wiring.EnvObserve)
	mailer := ses.Open(aws, os.Getenv(wiring.EnvConfigSet))
	config, store := cloud.Surveys(log, wiring.SurveysFile), records.Store{Table: dynamo.Open(aws, env[wiring.EnvTable])}
	parameters := &ssm.Store{Config: aws, Now: time.Now}
	cloud.ServeSchedule((&send.Handler{
		Config: config,
		Ring:   parameters.Ring(env[wiring.EnvKeys]),
		Store:  store, Sheets: store, Words: topics.New(config),
		Mail:    mailer,
		Pace:    mailer.Pace(time.Now, log),
		Letter:  send.Letter{Base: os.Getenv(wiring.EnvBaseURL), From: os.Getenv(wiring.EnvFrom), Domain: os.Getenv(wiring.EnvReplyTo)},
		Observe: env[wiring.EnvObserve] != "false",
		Home:    env[wiring.EnvTable],
		Now:     time.Now, Log: log,
	}).Tick)
}
