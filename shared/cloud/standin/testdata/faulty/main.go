// Faulty does what its event, a JSON string, tells it to.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

func main() {
	if os.Getenv("START") == "no" {
		fmt.Println("a variable says no")
		os.Exit(1)
	}
	events := 0
	lambda.Start(func(ctx context.Context, do string) (string, error) {
		events++
		switch do {
		case "fail":
			return "", errors.New("told to fail")
		case "panic":
			panic("told to panic")
		case "exit":
			fmt.Println("told to exit")
			os.Exit(3)
		case "hang":
			select {}
		case "environment":
			lc, _ := lambdacontext.FromContext(ctx)
			folder, err := os.Getwd()
			return fmt.Sprintf("%t %q %t", folder == os.Getenv("LAMBDA_TASK_ROOT"), os.Getenv("HOME"), lc.AwsRequestID != ""), err
		}
		return fmt.Sprint(do, " ", events), nil
	})
}
