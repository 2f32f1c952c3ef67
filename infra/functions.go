package main

import (
	"fmt"
	"path/filepath"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/wiring"
)

// A function is one row of wiring.Functions, with the role and the log that
// are its own.
type function struct {
	awslambda.Function
	row   wiring.Function
	scope constructs.Construct
	role  awsiam.Role
	log   awslogs.LogGroup
}

func (s *Stack) addFunctions() {
	env := s.env()
	for _, row := range wiring.Functions {
		f := s.newFunction(row, env)
		s.grant(f)
		s.feed(f)
		s.functions = append(s.functions, f)
	}
}

func (s *Stack) newFunction(row wiring.Function, env map[string]*string) function {
	scope := s.scope("Function-" + row.Name)
	log := awslogs.NewLogGroup(scope, jsii.String("Log"), &awslogs.LogGroupProps{
		Retention: awslogs.RetentionDays_THREE_MONTHS, RemovalPolicy: awscdk.RemovalPolicy_DESTROY,
	})
	role := awsiam.NewRole(scope, jsii.String("Role"), &awsiam.RoleProps{
		AssumedBy: awsiam.NewServicePrincipal(jsii.String("lambda.amazonaws.com"), nil),
	})
	lambda := awslambda.NewFunction(scope, jsii.String("Function"), &awslambda.FunctionProps{
		Description:   &row.Does,
		Code:          awslambda.Code_FromAsset(jsii.String(filepath.Join(s.assets, row.Name)), nil),
		Runtime:       awslambda.Runtime_PROVIDED_AL2023(),
		Architecture:  awslambda.Architecture_ARM_64(),
		Handler:       jsii.String("bootstrap"),
		Timeout:       awscdk.Duration_Seconds(jsii.Number(row.Timeout.Seconds())),
		MemorySize:    jsii.Number(row.Memory),
		Environment:   environment(row, env),
		Role:          role,
		LogGroup:      log,
		LoggingFormat: awslambda.LoggingFormat_JSON,
		// A schedule comes again by itself; a run that failed is not run twice.
		RetryAttempts: jsii.Number(0),
	})
	return function{Function: lambda, row: row, scope: scope, role: role, log: log}
}

// environment is what the row is told, and what its Go runtime is.
func environment(row wiring.Function, env map[string]*string) *map[string]*string {
	told := map[string]*string{}
	for name, value := range row.Runtime() {
		told[name] = jsii.String(value)
	}
	for _, name := range row.Env() {
		value, ok := env[name]
		if !ok {
			panic("infra: " + row.Name + " wants " + name + ", which nobody knows")
		}
		told[name] = value
	}
	return &told
}

// feed lets the function's queue start it. How many run at once is capped
// here and not by reserved concurrency, of which a new account has none to
// give.
func (s *Stack) feed(f function) {
	for _, q := range s.queues {
		if q.row.Name != f.row.Queue {
			continue
		}
		q.live.GrantConsumeMessages(f.role)
		f.AddEventSourceMapping(jsii.String("Source"), &awslambda.EventSourceMappingOptions{
			EventSourceArn:          q.live.QueueArn(),
			BatchSize:               jsii.Number(q.row.Batch),
			MaxConcurrency:          jsii.Number(q.row.AtOnce),
			ReportBatchItemFailures: jsii.Bool(true),
		})
	}
}

func (s *Stack) addSchedules() {
	for _, f := range s.functions {
		if f.row.Every > 0 {
			s.schedule(f)
		}
	}
}

func (s *Stack) schedule(f function) {
	rule := awsevents.NewCfnRule(f.scope, jsii.String("Schedule"), &awsevents.CfnRuleProps{
		Description:        &f.row.Does,
		ScheduleExpression: jsii.String(rate(int(f.row.Every.Minutes()))),
		Targets: []any{&awsevents.CfnRule_TargetProperty{
			Id: jsii.String("function"), Arn: f.FunctionArn(),
			RetryPolicy: &awsevents.CfnRule_RetryPolicyProperty{
				MaximumRetryAttempts: jsii.Number(0), MaximumEventAgeInSeconds: jsii.Number(60),
			},
		}},
	})
	awslambda.NewCfnPermission(f.scope, jsii.String("FromSchedule"), &awslambda.CfnPermissionProps{
		Action: jsii.String("lambda:InvokeFunction"), FunctionName: f.FunctionArn(),
		Principal: jsii.String("events.amazonaws.com"), SourceArn: rule.AttrArn(),
	})
}

// rate is minutes as a schedule writes them: one of them is not a plural.
func rate(minutes int) string {
	if minutes == 1 {
		return "rate(1 minute)"
	}
	return fmt.Sprintf("rate(%d minutes)", minutes)
}
