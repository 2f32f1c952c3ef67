package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/sources"
	"heed/shared/surveys"
	"heed/shared/wiring"
)

// A Stack is one deployment of Heed: everything it has in one account and
// region. Its parts are made in the order in which they need each other.
type Stack struct {
	awscdk.Stack
	settings  *Settings
	config    *surveys.Config
	assets    string // folder with one folder for each function, bootstrap and surveys.yaml in it
	table     awsdynamodb.ITable
	queues    []queue    // one for each row of wiring.Queues, in that order
	functions []function // one for each row of wiring.Functions, in that order
	api       awsapigatewayv2.CfnApi
	mail      outgoing
	inbound   incoming
	alarms    awssns.Topic
}

// NewStack adds a deployment to the app.
func NewStack(app awscdk.App, settings *Settings, config *surveys.Config, assets string) *Stack {
	s := &Stack{
		Stack: awscdk.NewStack(app, &settings.Stack, &awscdk.StackProps{
			Description: jsii.String("Heed: asks a few customers, and hears everyone"),
		}),
		settings: settings, config: config, assets: assets,
	}
	s.addTable()
	s.addQueues()
	s.addAPI()
	s.addOutgoing()
	s.addIncoming()
	s.addFunctions()
	s.addRoutes()
	s.addSchedules()
	s.addAlarms()
	s.addOutputs()
	return s
}

// env is what the functions are told, by the names that wiring gives. A
// function is told only what its row lets it use.
func (s *Stack) env() map[string]*string {
	return map[string]*string{
		wiring.EnvBaseURL:     s.baseURL(),
		wiring.EnvFrom:        &s.settings.Sender,
		wiring.EnvReplyTo:     &s.settings.ReplyDomain,
		wiring.EnvObserve:     text(s.settings.Observe),
		wiring.EnvTable:       s.table.TableName(),
		wiring.EnvKeys:        jsii.String(s.keysParameter()),
		wiring.EnvSecrets:     jsii.String(s.secretsPrefix()),
		wiring.EnvCredentials: jsii.String(s.credentialsPrefix()),
		wiring.EnvTouchpoint:  s.queue(wiring.Touchpoints).QueueUrl(),
		wiring.EnvDead:        s.deadLetterARNs(),
		wiring.EnvConfigSet:   s.mail.configurationSet,
		wiring.EnvInbound:     s.inbound.bucketName,
	}
}

// The keys and the sources' secrets are SecureString parameters, which
// CloudFormation cannot make: the stack names them, and an output says by
// which command each is made.

func (s *Stack) keysParameter() string { return "/heed/" + s.settings.Stack + "/keys" }

func (s *Stack) secretsPrefix() string { return "/heed/" + s.settings.Stack + "/sources/" }

func (s *Stack) credentialsPrefix() string { return "/heed/" + s.settings.Stack + "/credentials/" }

// credentials are the parameters that open APIs: of the sources whose vendors
// are asked, and whose place is known.
func (s *Stack) credentials() []string {
	var names []string
	for i := range s.config.Sources {
		source, _ := sources.Of(&s.config.Sources[i])
		if f, ok := source.(sources.Fetcher); ok && f.Access().Base != "" {
			names = append(names, s.credentialsPrefix()+s.config.Sources[i].Name)
		}
	}
	return names
}

// arn is the ARN of something in this account and region: "ses", "identity/*".
func (s *Stack) arn(service, resource string) *string {
	return jsii.String("arn:" + *awscdk.Aws_PARTITION() + ":" + service + ":" + *awscdk.Aws_REGION() + ":" +
		*awscdk.Aws_ACCOUNT_ID() + ":" + resource)
}

// scope is a place for the parts of one matter, so that their names are short.
func (s *Stack) scope(name string) constructs.Construct {
	return constructs.NewConstruct(s.Stack, &name)
}

func text(b bool) *string {
	if b {
		return jsii.String("true")
	}
	return jsii.String("false")
}
