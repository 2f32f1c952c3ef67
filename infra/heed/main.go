// Command heed is the operator's program: it runs Heed on a laptop, and gives
// orders to a Heed that runs there or in the cloud.
//
// What it prints is for people. One line says what was done or what went
// wrong, and what to do about it; nothing it prints on its own account holds
// a key, a secret other than a laptop's, or a customer's words. Answers of the
// API are printed as they came, to a terminal with a line for each field.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// program is the command line.
type program struct {
	Data    string `env:"HEED_DATA" default:".heed" help:"Folder that a laptop keeps everything in."`
	Surveys string `env:"HEED_SURVEYS" default:"surveys.yaml" help:"What to ask, whom, when and how often."`
	Port    int    `env:"PORT" default:"8080" help:"Port of the laptop, on 127.0.0.1."`

	Run      run      `cmd:"" help:"Run all of Heed on this machine."`
	Demo     demo     `cmd:"" help:"Live through a year of made-up customers, then run, so that the dashboard has something to show."`
	Post     post     `cmd:"" help:"Sign a sample event as its vendor would, and post it."`
	Why      why      `cmd:"" help:"Explain what was decided about a touchpoint."`
	Pause    pause    `cmd:"" help:"Stop sending mail."`
	Resume   resume   `cmd:"" help:"Let mail go out again."`
	Replay   replay   `cmd:"" help:"List the deliveries that were not understood, or read one anew."`
	Import   takeover `cmd:"" help:"Take over from a former survey tool whom never to ask, and who was asked lately."`
	Simulate simulate `cmd:"" help:"Compare ways of asking on made-up populations, whose true score is known."`
	Plan     planning `cmd:"" help:"Say what surveys.yaml would do with a history, before a mail is sent."`
	Preview  preview  `cmd:"" help:"Write the mails of a program as customers see them: HTML, text and pictures."`
	Export   export   `cmd:"" help:"Write what Heed has recorded as files."`
	About    about    `cmd:"" help:"Write everything that is stored of one customer, for their access request."`
	Forget   forget   `cmd:"" help:"Take out of all rows of a customer what names them and what they said."`
	Redrive  redrive  `cmd:"" help:"Hand dead letters to their functions again."`
	Open     open     `cmd:"" help:"Show the dashboard of a deployed Heed on this machine."`
	Keys     keys     `cmd:"" help:"Make, back up and rotate the keys."`
	Said     spoken   `cmd:"" help:"Print what a person said in a mail, without quotes and signatures."`

	Credential credential `cmd:"" help:"Keep what opens a vendor's API for a source, read from standard input or HEED_CREDENTIAL."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var p program
	command := kong.Parse(&p, kong.Name("heed"), kong.UsageOnError(),
		kong.Description("Ask a few, hear everyone."),
		kong.BindTo(ctx, (*context.Context)(nil)))
	err := command.Run(&p)
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	fmt.Fprintln(os.Stderr, "heed:", err)
	os.Exit(1)
}

// config reads surveys.yaml, and says all that is wrong with it.
func (p *program) config() (*surveys.Config, error) {
	text, err := os.ReadFile(p.Surveys)
	if err != nil {
		return nil, fmt.Errorf("%w\nTell me where it is: HEED_SURVEYS=path/to/surveys.yaml", err)
	}
	config, err := surveys.Load(text)
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "%s has to be mended first:\n%v", p.Surveys, err)
	}
	return config, nil
}
