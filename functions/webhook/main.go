// Command webhook takes the deliveries of sources.
package main

import (
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/sqs"
	"heed/shared/cloud/ssm"
	"heed/shared/handlers/webhook"
	"heed/shared/wiring"
)

func main() {
	log, aws := cloud.Logger(), cloud.Config()
	env := cloud.Require(wiring.EnvBaseURL, wiring.EnvSecrets, wiring.EnvTouchpoint)
	config := cloud.Surveys(log, wiring.SurveysFile)
	parameters := &ssm.Store{Config: aws, Now: time.Now}
	cloud.ServeHTTP(&webhook.Handler{
		Config:  config,
		Base:    env[wiring.EnvBaseURL],
		Secrets: parameters.Secrets(env[wiring.EnvSecrets], config.SourceNames()),
		Queue:   &sqs.Queue{Client: sqs.New(aws, time.Now), URL: env[wiring.EnvTouchpoint]},
		Real:    time.Now,
		Now:     time.Now,
		Log:     log,
	})
}
