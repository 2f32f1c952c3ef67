// Command delivery writes down what became of mails.
package main

import (
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/handlers/delivery"
	"heed/shared/records"
	"heed/shared/wiring"
)

func main() {
	env := cloud.Require(wiring.EnvTable)
	cloud.ServeQueue(&delivery.Handler{
		Store: records.Store{Table: dynamo.Open(cloud.Config(), env[wiring.EnvTable])},
		Now:   time.Now,
		Log:   cloud.Logger(),
	})
}
