// Command infra is the CDK app: it turns the wiring, the deployment's settings
// and the sources of surveys.yaml into one CloudFormation stack. The CDK
// command line runs it; it needs no account and no network.
//
// Everything the cloud runs or may touch comes from the rows of package
// wiring. What is written here is only how AWS is told.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/surveys"
	"heed/shared/wiring"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	context, _ := app.Node().GetAllContext(nil).(map[string]any)
	settings, config, err := read(context, wiring.SurveysFile)
	if err != nil {
		fmt.Fprintf(os.Stderr, "\nNothing was made. To mend first:\n%s\n", indent(err))
		jsii.Close()
		os.Exit(1)
	}
	NewStack(app, settings, config, "build")
	check(app)
	app.Synth(nil)
}

// read reads all that a person writes, so that all that is wrong is said in
// one go, before anything is made of it.
func read(context map[string]any, path string) (*Settings, *surveys.Config, error) {
	settings, err := readSettings(context)
	text, fileErr := os.ReadFile(path)
	if fileErr != nil {
		return nil, nil, errors.Join(err, fmt.Errorf("reading what to ask: %w", fileErr))
	}
	config, configErr := surveys.Load(text)
	return settings, config, errors.Join(err, configErr)
}

func indent(err error) string {
	return "  " + strings.ReplaceAll(err.Error(), "\n", "\n  ")
}
