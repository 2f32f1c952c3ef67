package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"
)

func TestNoRuleIsBrokenWithoutAReason(t *testing.T) {
	for name, settings := range map[string]Settings{"all": all, "none": none} {
		for _, c := range of(t, settings).complaints {
			t.Errorf("%s: %s", name, c)
		}
	}
}

func TestTheRulesAreAsked(t *testing.T) {
	careless := synthesize(t, func(app awscdk.App, _ string) {
		stack := awscdk.NewStack(app, jsii.String("heed"), nil)
		awssqs.NewQueue(stack, jsii.String("Queue"), nil)
	})
	if got := strings.Join(careless.complaints, "\n"); !strings.Contains(got, "AwsSolutions-SQS4") {
		t.Errorf("a queue that takes plain HTTP was let through: %q", got)
	}
}

func TestTheSameStackIsMadeTwice(t *testing.T) {
	again := synthesize(t, func(app awscdk.App, assets string) {
		settings := all
		NewStack(app, &settings, asked, assets)
	})
	if !bytes.Equal(again.text, of(t, all).text) {
		t.Error("two templates of one deployment differ")
	}
}

// CloudFormation finds out only at the end of a deployment that two resources
// wait for each other; CDK does not look.
func TestNothingWaitsForItself(t *testing.T) {
	m := of(t, all)
	state := map[string]int{} // 1: being followed, 2: done
	var follow func(place string, way []string)
	follow = func(place string, way []string) {
		way = append(way, place)
		switch state[place] {
		case 1:
			t.Fatalf("a circle: %s", strings.Join(way, " -> "))
		case 2:
			return
		}
		state[place] = 1
		for _, next := range m.needs(m.resources[place]) {
			follow(next, way)
		}
		state[place] = 2
	}
	for place := range m.resources {
		follow(place, nil)
	}
}

// needs returns the places of the resources that one refers to.
func (m *template) needs(r resource) []string {
	var places []string
	var walk func(value any)
	walk = func(value any) {
		switch v := value.(type) {
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for key, e := range v {
				walk(e)
				if key == "Ref" || key == "Fn::GetAtt" {
					places = append(places, m.place(fmt.Sprint(list(e)[0]))...)
				}
			}
		}
	}
	walk(r.Properties)
	for _, id := range r.DependsOn {
		places = append(places, m.place(id)...)
	}
	return places
}

func (m *template) place(id string) []string {
	if place, ok := m.places[id]; ok {
		return []string{place}
	}
	return nil
}

func TestADeploymentNeedsNoMail(t *testing.T) {
	m := of(t, none)
	for place, r := range m.resources {
		if regexp.MustCompile(`^AWS::(SES|S3|KMS)::`).MatchString(r.Type) {
			t.Errorf("%s is a %s", place, r.Type)
		}
	}
	told := dig(m.get(t, "Function-send/Function"), "Environment", "Variables")
	if dig(told, "HEED_OBSERVE") != "true" || dig(told, "HEED_FROM") != "" || dig(told, "HEED_BASE_URL") == "" {
		t.Errorf("send is told %v", told)
	}
}

func TestOutputsAreCommandsThatCanBeRun(t *testing.T) {
	text := string(of(t, all).text)
	for _, want := range []string{
		"go run ./infra/heed keys --parameter /heed/heed/keys make",
		"--name /heed/heed/sources/zendesk --value", "--name /heed/heed/sources/app --value", "--name /heed/heed/credentials/desk --value",
		"aws ses set-active-receipt-rule-set --rule-set-name heed",
		"10 inbound-smtp.", "DkimDNSTokenName3", "RegionalDomainName",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no output says %q", want)
		}
	}
}

func TestSettingsTakeWhatIsThereAlready(t *testing.T) {
	settings := all
	settings.SenderVerified, settings.RuleSet, settings.RestoredTable = true, "ours", "heed-restored"
	m := of(t, settings)
	for _, kind := range []string{"AWS::SES::EmailIdentity", "AWS::SES::ReceiptRuleSet"} {
		if len(m.typed(kind)) > 0 {
			t.Errorf("a %s is made although there is one", kind)
		}
	}
	if got := m.get(t, "Inbound/Rule")["RuleSetName"]; got != "ours" {
		t.Errorf("the rule is in %v", got)
	}
	if got := dig(m.get(t, "Function-decide/Function"), "Environment", "Variables", "HEED_TABLE"); got != "heed-restored" {
		t.Errorf("decide writes to %v", got)
	}
	if m.resources["Table"].DeletionPolicy != "Retain" {
		t.Error("the stack's own table is not kept")
	}
	if got := m.statements(t, "decide")["dynamodb:PutItem arn:aws:dynamodb:*:*:table/heed-restored kept#*"]; !got {
		t.Errorf("decide may not write to the restored table")
	}
}
