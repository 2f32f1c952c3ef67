package main

import (
	"fmt"
	"strings"
	"testing"

	"heed/shared/wiring"
)

func TestTheTable(t *testing.T) {
	m := of(t, all)
	if got := len(m.typed("AWS::DynamoDB::Table")); got != 1 {
		t.Errorf("there are %d tables", got)
	}
	table := m.get(t, "Table")
	for path, want := range map[string]string{
		"BillingMode":                      "PAY_PER_REQUEST",
		"DeletionProtectionEnabled":        "true",
		"TimeToLiveSpecification":          "map[AttributeName:ttl Enabled:true]",
		"PointInTimeRecoverySpecification": "map[PointInTimeRecoveryEnabled:true]",
		"KeySchema":                        "[map[AttributeName:pk KeyType:HASH] map[AttributeName:sk KeyType:RANGE]]",
		"AttributeDefinitions": "[map[AttributeName:pk AttributeType:S] map[AttributeName:sk AttributeType:B] map[AttributeName:x AttributeType:S]" +
			" map[AttributeName:due AttributeType:B] map[AttributeName:ans AttributeType:B]]",
		"GlobalSecondaryIndexes": "[" + index("due", "due") + " " + index("answered", "ans") + "]",
	} {
		if got := fmt.Sprint(table[path]); got != want {
			t.Errorf("%s is %s\nwant %s", path, got, want)
		}
	}
	if got := m.resources["Table"].DeletionPolicy; got != "Retain" {
		t.Errorf("with the stack the table is: %s", got)
	}
}

func index(name, sort string) string {
	return "map[IndexName:" + name + " KeySchema:[map[AttributeName:x KeyType:HASH] map[AttributeName:" + sort +
		" KeyType:RANGE]] Projection:map[ProjectionType:KEYS_ONLY]]"
}

func TestQueues(t *testing.T) {
	m := of(t, all)
	if got, want := len(m.typed("AWS::SQS::Queue")), 2*len(wiring.Queues); got != want {
		t.Errorf("%d queues, want %d", got, want)
	}
	for _, row := range wiring.Queues {
		place := "Queue-" + row.Name
		live := m.get(t, place+"/Live")
		if got := m.flat(dig(live, "RedrivePolicy", "deadLetterTargetArn")); got != "{"+place+"/Dead.Arn}" {
			t.Errorf("dead letters of %s go to %s", row.Name, got)
		}
		if got := dig(live, "RedrivePolicy", "maxReceiveCount"); got != float64(row.Attempts) {
			t.Errorf("%s hands a message over %v times, want %d", row.Name, got, row.Attempts)
		}
		if got := live["VisibilityTimeout"]; got != row.Hidden.Seconds() {
			t.Errorf("%s hides a message for %v, want %v", row.Name, got, row.Hidden)
		}
		for _, queue := range []string{"/Live", "/Dead"} {
			checkQueue(t, m, place+queue, row.FIFO)
		}
	}
}

func checkQueue(t *testing.T, m *template, place string, fifo bool) {
	t.Helper()
	queue := m.get(t, place)
	if got := queue["FifoQueue"] == true; got != fifo {
		t.Errorf("%s keeps order: %v, want %v", place, got, fifo)
	}
	if queue["SqsManagedSseEnabled"] != true || queue["MessageRetentionPeriod"] != 14*24*3600.0 {
		t.Errorf("%s is not encrypted or forgets too soon: %v", place, queue)
	}
	// Without its key a message would be told from another by its body.
	if queue["ContentBasedDeduplication"] != nil {
		t.Errorf("%s makes one message of two that say the same", place)
	}
	policy := list(dig(m.get(t, place+"/Policy"), "PolicyDocument", "Statement"))
	if dig(policy[0], "Effect") != "Deny" || fmt.Sprint(dig(policy[0], "Condition")) != "map[Bool:map[aws:SecureTransport:false]]" {
		t.Errorf("%s takes plain HTTP: %v", place, policy[0])
	}
}

func TestEveryDeadLetterAndFailureIsHeardOf(t *testing.T) {
	m := of(t, all)
	alarms := m.typed("AWS::CloudWatch::Alarm")
	for _, row := range wiring.Queues {
		heard(t, m, alarms, "ApproximateNumberOfMessagesVisible", "{Queue-"+row.Name+"/Dead.QueueName}")
	}
	for _, row := range wiring.Functions {
		heard(t, m, alarms, "Errors", "{Function-"+row.Name+"/Function}")
		filter := m.get(t, "Function-"+row.Name+"/ErrorLines")
		if filter["FilterPattern"] != `{ $.level = "ERROR" }` || m.flat(filter["LogGroupName"]) != "{Function-"+row.Name+"/Log}" {
			t.Errorf("lines at level ERROR of %s are not counted: %v", row.Name, filter)
		}
	}
	heard(t, m, alarms, "ErrorLines", "")
	heard(t, m, alarms, "5xx", "{Api}")
	for metric, limit := range map[string]float64{"Reputation.BounceRate": 0.05, "Reputation.ComplaintRate": 0.001} {
		heard(t, m, alarms, metric, "")
		if alarm := m.find(t, "AWS::CloudWatch::Alarm", "MetricName", metric); alarm["Namespace"] != "AWS/SES" || alarm["Threshold"] != limit || alarm["Period"] != 3600.0 {
			t.Errorf("%s is %v", metric, alarm)
		}
	}
	for place, alarm := range alarms {
		if got := list(alarm["AlarmActions"]); len(got) != 1 || m.flat(got[0]) != "{Alarms}" {
			t.Errorf("%s tells %v", place, got)
		}
		if alarm["AlarmDescription"] == "" || alarm["TreatMissingData"] != "notBreaching" || alarm["EvaluationPeriods"] != 1.0 {
			t.Errorf("%s is %v", place, alarm)
		}
	}
	if got := m.get(t, "AlarmAddress"); got["Endpoint"] != "oncall@example.com" || m.flat(got["TopicArn"]) != "{Alarms}" {
		t.Errorf("alarms go to %v", got)
	}
}

// heard fails unless an alarm goes off at the first of what the metric counts.
func heard(t *testing.T, m *template, alarms map[string]map[string]any, metric, of string) {
	t.Helper()
	for _, alarm := range alarms {
		var dimension string
		for _, d := range list(alarm["Dimensions"]) {
			dimension = m.flat(dig(d, "Value"))
		}
		if alarm["MetricName"] == metric && dimension == of {
			return
		}
	}
	t.Errorf("no alarm on %s of %s", metric, of)
}

func TestSignalsAreHeardOf(t *testing.T) {
	m := of(t, all)
	for i, signal := range wiring.Signals {
		alarm := m.get(t, "Function-"+signal.Function+"/Alarm-signal-"+signal.Message)
		if alarm["Threshold"] != float64(signal.Times) || alarm["Period"] != 900.0 {
			t.Errorf("%q is heard of after %v in %v s", signal.Message, alarm["Threshold"], alarm["Period"])
		}
		filter := m.find(t, "AWS::Logs::MetricFilter", "FilterPattern", `{ $.message = "`+signal.Message+`" }`)
		if filter == nil {
			continue
		}
		counted := list(filter["MetricTransformations"])[0]
		if dig(counted, "MetricName") != alarm["MetricName"] || dig(counted, "MetricNamespace") != alarm["Namespace"] {
			t.Errorf("signal %d is counted as %v and looked for as %v", i, counted, alarm)
		}
		if strings.ContainsAny(signal.Message, `"\`) {
			t.Errorf("%q cannot be looked for", signal.Message)
		}
	}
}
