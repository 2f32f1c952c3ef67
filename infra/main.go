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
	"path/filepath"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/surveys"
	"heed/shared/wiring"
)

func main() {
	err := synth(wiring.SurveysFile, "build")
	jsii.Close()
	if err != nil {
		indented := strings.ReplaceAll(err.Error(), "\n", "\n  ")
		fmt.Fprintf(os.Stderr, "\nNothing was made. To mend first:\n  %s\n", indented)
		os.Exit(1)
	}
}

func synth(path, assets string) error {
	app := awscdk.NewApp(nil)
	context, _ := app.Node().GetAllContext(nil).(map[string]any)
	settings, config, err := read(context, path)
	if err = errors.Join(err, built(assets)); err != nil {
		return err
	}
	NewStack(app, settings, config, assets)
	check(app)
	app.Synth(nil)
	return nil
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

// built reports the functions that are not there to be deployed.
func built(assets string) error {
	var missing []string
	for _, f := range wiring.Functions {
		for _, file := range []string{"bootstrap", wiring.SurveysFile} {
			path := filepath.Join(assets, f.Name, file)
			if _, err := os.Stat(path); err != nil {
				missing = append(missing, path)
			}
		}
	}
	if missing == nil {
		return nil
	}
	return fmt.Errorf("run make build: there is no %s", strings.Join(missing, ", "))
}
