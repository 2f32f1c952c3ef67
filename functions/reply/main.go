// Command reply takes answers from mailed replies.
package main

import (
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/cloud/s3"
	"heed/shared/cloud/ssm"
	"heed/shared/handlers/reply"
	"heed/shared/records"
	"heed/shared/wiring"
)

func main() {
	log, aws := cloud.Logger(), cloud.Config()
	env := cloud.Require(wiring.EnvBaseURL, wiring.EnvTable, wiring.EnvKeys, wiring.EnvInbound)
	parameters := &ssm.Store{Config: aws, Now: time.Now}
	cloud.ServeQueue(&reply.Handler{
		Config: cloud.Surveys(log, wiring.SurveysFile),
		Ring:   parameters.Ring(env[wiring.EnvKeys]),
		Store:  records.Store{Table: dynamo.Open(aws, env[wiring.EnvTable])},
		Mails:  &s3.Objects{Client: s3.New(aws), Bucket: env[wiring.EnvInbound]},
		Base:   env[wiring.EnvBaseURL],
		Now:    time.Now,
		Log:    log,
	})
}
