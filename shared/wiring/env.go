package wiring

import (
	"fmt"
	"slices"
	"strconv"
)

// The environment variables by which a function is told where things are.
// None holds a secret: keys and signing secrets are read from where
// EnvKeysParameter and EnvSecretsPrefix point.
const (
	EnvBaseURL     = "HEED_BASE_URL"     // https://..., without a slash at its end; what links in mails begin with
	EnvFrom        = "HEED_FROM"         // the sender: Acme <surveys@example.com>; "" until a deployment has one
	EnvReplyTo     = "HEED_REPLY_DOMAIN" // where replies go: in.example.com; "" if replies are not received
	EnvObserve     = "HEED_OBSERVE"      // true or false: decide and record, but invite nobody
	EnvTable       = "HEED_TABLE"        // name of the table
	EnvKeys        = "HEED_KEYS_PARAMETER"
	EnvSecrets     = "HEED_SECRETS_PREFIX"     // followed by a source's name, the name of its secret's parameter
	EnvCredentials = "HEED_CREDENTIALS_PREFIX" // followed by a source's name, the name of the parameter that opens its API
	EnvTouchpoint  = "HEED_TOUCHPOINTS_URL"    // of the queue
	EnvDead        = "HEED_DEAD_LETTERS"       // ARNs of the dead-letter queues, in the order of Queues, with commas between
	EnvConfigSet   = "HEED_CONFIGURATION_SET"  // of SES; "" as long as EnvFrom is
	EnvInbound     = "HEED_INBOUND_BUCKET"     // "" as long as EnvReplyTo is
)

// SurveysFile is the file beside a function's program that says what to ask.
const SurveysFile = "surveys.yaml"

var powerEnv = map[Power][]string{
	ReadKeys:        {EnvKeys},
	ReadSecrets:     {EnvSecrets},
	ReadCredentials: {EnvCredentials},
	PutTouchpoints:  {EnvTouchpoint},
	HideTouchpoints: {EnvTouchpoint},
	SendMail:        {EnvConfigSet},
	ReadInbound:     {EnvInbound},
	Redrive:         {EnvDead},
}

// Env returns the names of the variables the function is told: those of the
// whole deployment, and those its grants and powers are of no use without.
func (f Function) Env() []string {
	names := []string{EnvBaseURL, EnvFrom, EnvReplyTo, EnvObserve}
	if len(f.Table) > 0 {
		names = append(names, EnvTable)
	}
	for _, p := range f.Powers {
		names = append(names, powerEnv[p]...)
	}
	slices.Sort(names)
	return names
}

// GarbagePercent is how much garbage the Go runtime lets come together before
// it collects it, in percent of what is in use. Late makes a function start
// faster, and the laptop do a tenth more.
const GarbagePercent = 400

// Runtime returns the variables that say how the Go runtime uses the
// function's memory. The limit keeps late from being too late.
func (f Function) Runtime() map[string]string {
	return map[string]string{
		"GOGC":       strconv.Itoa(GarbagePercent),
		"GOMEMLIMIT": fmt.Sprintf("%dMiB", f.Memory*8/10),
	}
}
