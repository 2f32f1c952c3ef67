package main

import (
	"fmt"

	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/wiring"
)

// An alarm goes off when the metric reaches Limit within Minutes.
type alarm struct {
	scope             constructs.Construct
	name              string
	namespace, metric string
	dimensions        []any
	statistic         string
	limit             float64
	minutes           int
	means             string // and what to do
}

// addAlarms tells somebody of everything that needs a person: dead letters,
// runs and requests that failed, lines at level ERROR, and the signals.
func (s *Stack) addAlarms() {
	s.addAlarmTopic()
	for _, q := range s.queues {
		s.alarm(alarm{
			scope: q.dead, name: "dead-" + q.row.Name, namespace: "AWS/SQS", metric: "ApproximateNumberOfMessagesVisible",
			dimensions: dimension("QueueName", q.dead.QueueName()), statistic: "Maximum", limit: 1, minutes: 5,
			means: fmt.Sprintf("Some of %s could not be worked on. Mend the cause, then: heed redrive --at %s", q.row.Holds, *s.baseURL()),
		})
	}
	for _, f := range s.functions {
		s.alarm(alarm{
			scope: f.scope, name: "failed-" + f.row.Name, namespace: "AWS/Lambda", metric: "Errors",
			dimensions: dimension("FunctionName", f.FunctionName()), statistic: "Sum", limit: 1, minutes: 5,
			means: fmt.Sprintf("A run of %s failed, which %s. Its log says why.", f.row.Name, f.row.Does),
		})
	}
	s.alarm(alarm{
		scope: s.api, name: "failed-requests", namespace: "AWS/ApiGateway", metric: "5xx",
		dimensions: dimension("ApiId", s.api.Ref()), statistic: "Sum", limit: 5, minutes: 5,
		means: "Requests were answered with 5xx: see the functions' logs, and whether the account runs as many Lambdas as it may.",
	})
	s.addReputationAlarms()
	s.addLogAlarms()
}

// addReputationAlarms tells of the rates at which SES puts an account under
// review; it stops one at twice the bounces and five times the complaints. They
// are the account's, whoever else sends by it, and keep their last value while
// nobody does. https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html
func (s *Stack) addReputationAlarms() {
	if s.settings.Sender == "" {
		return
	}
	for _, rate := range []struct {
		name, metric string
		limit        float64
		means        string
	}{
		{"bounces", "Reputation.BounceRate", 0.05, "5 in 100 mails of this account come back, at which SES puts it under review; at 10 it may pause it. See which source names addresses that are none."},
		{"complaints", "Reputation.ComplaintRate", 0.001, "1 in 1,000 mails of this account is reported as spam, at which SES puts it under review; at 5 it may pause it. See who is asked, how often, and for what."},
	} {
		s.alarm(alarm{
			scope: s.alarms, name: rate.name, namespace: "AWS/SES", metric: rate.metric,
			statistic: "Maximum", limit: rate.limit, minutes: 60, means: rate.means,
		})
	}
}

func (s *Stack) addAlarmTopic() {
	s.alarms = awssns.NewTopic(s.Stack, jsii.String("Alarms"), &awssns.TopicProps{EnforceSSL: jsii.Bool(true)})
	s.alarms.AddToResourcePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Principals: &[]awsiam.IPrincipal{awsiam.NewServicePrincipal(jsii.String("cloudwatch.amazonaws.com"), nil)},
		Actions:    jsii.Strings("sns:Publish"), Resources: &[]*string{s.alarms.TopicArn()},
		Conditions: &map[string]any{"StringEquals": map[string]any{"aws:SourceAccount": s.Account()}},
	}))
	if s.settings.AlarmAddress == "" {
		return
	}
	awssns.NewSubscription(s.Stack, jsii.String("AlarmAddress"), &awssns.SubscriptionProps{
		Topic: s.alarms, Protocol: awssns.SubscriptionProtocol_EMAIL, Endpoint: jsii.String(bare(s.settings.AlarmAddress)),
	})
}

// addLogAlarms counts lines in the functions' logs. Those at level ERROR are
// one number for all functions, so that they cost one alarm.
func (s *Stack) addLogAlarms() {
	for _, f := range s.functions {
		s.count(f, "Error", `{ $.level = "ERROR" }`, "ErrorLines")
		for i, signal := range wiring.Signals {
			if signal.Function != f.row.Name {
				continue
			}
			metric := fmt.Sprintf("Signal%d", i+1)
			s.count(f, metric, fmt.Sprintf("{ $.message = %q }", signal.Message), metric)
			s.alarm(alarm{
				scope: f.scope, name: "signal-" + signal.Message, namespace: s.namespace(), metric: metric,
				statistic: "Sum", limit: float64(signal.Times), minutes: 15, means: signal.Means,
			})
		}
	}
	s.alarm(alarm{
		scope: s.alarms, name: "error-lines", namespace: s.namespace(), metric: "ErrorLines", statistic: "Sum", limit: 1, minutes: 5,
		means: "A function logged a line at level ERROR, which says what failed and why.",
	})
}

func (s *Stack) namespace() string { return "Heed/" + s.settings.Stack }

func (s *Stack) count(f function, id, pattern, metric string) {
	awslogs.NewMetricFilter(f.scope, jsii.String(id+"Lines"), &awslogs.MetricFilterProps{
		LogGroup: f.log, FilterPattern: awslogs.FilterPattern_Literal(&pattern),
		MetricNamespace: jsii.String(s.namespace()), MetricName: &metric, MetricValue: jsii.String("1"),
	})
}

func (s *Stack) alarm(a alarm) {
	awscloudwatch.NewCfnAlarm(a.scope, jsii.String("Alarm-"+a.name), &awscloudwatch.CfnAlarmProps{
		AlarmName: jsii.String(s.settings.Stack + "-" + a.name), AlarmDescription: &a.means,
		Namespace: &a.namespace, MetricName: &a.metric, Dimensions: a.dimensions, Statistic: &a.statistic,
		ComparisonOperator: jsii.String("GreaterThanOrEqualToThreshold"), Threshold: &a.limit,
		Period: jsii.Number(60 * a.minutes), EvaluationPeriods: jsii.Number(1),
		TreatMissingData: jsii.String("notBreaching"), AlarmActions: &[]any{s.alarms.TopicArn()},
	})
}

func dimension(name string, value *string) []any {
	return []any{&awscloudwatch.CfnAlarm_DimensionProperty{Name: &name, Value: value}}
}
