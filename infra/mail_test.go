package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestHowMailLeaves(t *testing.T) {
	m := of(t, all)
	if got := m.get(t, "Mail/Identity")["EmailIdentity"]; got != "feedback.example.com" {
		t.Errorf("mails come from %v", got)
	}
	if got := dig(m.get(t, "Mail/Identity"), "MailFromAttributes", "MailFromDomain"); got != "bounce.feedback.example.com" {
		t.Errorf("mails come back to %v", got)
	}
	set := m.get(t, "Mail/Set")
	if set["Name"] != "heed" || dig(set, "DeliveryOptions", "TlsPolicy") != "REQUIRE" || set["TrackingOptions"] != nil {
		t.Errorf("mails leave as %v", set)
	}
	if got := fmt.Sprint(dig(set, "SuppressionOptions", "SuppressedReasons")); got != "[BOUNCE COMPLAINT]" {
		t.Errorf("SES keeps from sending after %s", got)
	}
}

func TestSESTellsWhatBecameOfAMail(t *testing.T) {
	m := of(t, all)
	events := dig(m.get(t, "Mail/Events"), "EventDestination")
	want := "[SEND REJECT BOUNCE COMPLAINT DELIVERY DELIVERY_DELAY RENDERING_FAILURE]" // no OPEN, no CLICK: nobody is tracked
	if got := fmt.Sprint(dig(events, "MatchingEventTypes")); got != want {
		t.Errorf("SES tells %s, want %s", got, want)
	}
	if got := m.flat(dig(events, "SnsDestination", "TopicARN")); got != "{Mail/Topic}" {
		t.Errorf("SES tells %s", got)
	}
	on := m.get(t, "Mail/ToQueue")
	if m.flat(on["TopicArn"]) != "{Mail/Topic}" || m.flat(on["Endpoint"]) != "{Queue-events/Live.Arn}" || on["RawMessageDelivery"] != true {
		t.Errorf("the topic hands on as %v", on)
	}
	if m.flat(m.get(t, "Mail/Topic")["KmsMasterKeyId"]) != "{Mail/Key.Arn}" || m.get(t, "Mail/Key")["EnableKeyRotation"] != true {
		t.Error("the topic is not encrypted")
	}
	m.waits(t, "Mail/Events", "Mail/TopicPolicy", "Mail/Set")
}

func TestHowRepliesArrive(t *testing.T) {
	m := of(t, all)
	rule := dig(m.get(t, "Inbound/Rule"), "Rule")
	if dig(rule, "ScanEnabled") != true || dig(rule, "Enabled") != true || fmt.Sprint(dig(rule, "Recipients")) != "[in.example.com]" {
		t.Errorf("replies are taken by %v", rule)
	}
	action := dig(list(dig(rule, "Actions"))[0], "S3Action")
	if m.flat(dig(action, "BucketName")) != "heed-inbound-*-*" || dig(action, "KmsKeyArn") != nil {
		t.Errorf("replies are put as %v", action)
	}
	m.waits(t, "Inbound/Rule", "Inbound/Mails/Policy", "Inbound/RuleSet")
}

func TestTheBucketOfReplies(t *testing.T) {
	m := of(t, all)
	bucket := m.get(t, "Inbound/Mails")
	for path, want := range map[string]string{
		"PublicAccessBlockConfiguration": "map[BlockPublicAcls:true BlockPublicPolicy:true IgnorePublicAcls:true RestrictPublicBuckets:true]",
		"BucketEncryption":               "map[ServerSideEncryptionConfiguration:[map[ServerSideEncryptionByDefault:map[SSEAlgorithm:AES256]]]]",
		"LifecycleConfiguration":         "map[Rules:[map[ExpirationInDays:30 Status:Enabled]]]",
	} {
		if got := fmt.Sprint(bucket[path]); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
	word := list(dig(bucket, "NotificationConfiguration", "QueueConfigurations"))[0]
	if dig(word, "Event") != "s3:ObjectCreated:*" || m.flat(dig(word, "Queue")) != "{Queue-inbound/Live.Arn}" {
		t.Errorf("word of a reply goes as %v", word)
	}
	m.waits(t, "Inbound/Mails", "Queue-inbound/Live/Policy")
	if got := m.flat(bucket["BucketName"]); len(got)-2+len("123456789012")+len("ap-northeast-1")+24-len("heed") > 63 {
		t.Errorf("%s may be longer than a bucket's name", got)
	}
}

// Whoever else can make SES, SNS or S3 act must not reach these through them.
func TestServicesActForThisDeploymentAlone(t *testing.T) {
	m := of(t, all)
	for place, want := range map[string]string{
		"Mail/TopicPolicy":          "ses.amazonaws.com sns:Publish aws:SourceAccount=* aws:SourceArn=arn:aws:ses:*:*:configuration-set/heed",
		"Inbound/Mails/Policy":      "ses.amazonaws.com s3:PutObject aws:SourceAccount=* aws:SourceArn=arn:aws:ses:*:*:receipt-rule-set/heed:receipt-rule/heed-replies",
		"Queue-inbound/Live/Policy": "s3.amazonaws.com sqs:SendMessage aws:SourceAccount=* aws:SourceArn=arn:aws:s3:::heed-inbound-*-*",
		"Queue-events/Live/Policy":  "sns.amazonaws.com sqs:SendMessage aws:SourceArn={Mail/Topic}",
		"Alarms/Policy":             "cloudwatch.amazonaws.com sns:Publish aws:SourceAccount=*",
	} {
		if got := m.openings(t, place); !slices.Equal(got, []string{want}) {
			t.Errorf("%s lets in\n%q, want\n%q", place, got, want)
		}
	}
	for _, row := range []string{"Queue-touchpoints/Live", "Queue-touchpoints/Dead", "Queue-inbound/Dead", "Queue-events/Dead"} {
		if got := m.openings(t, row+"/Policy"); got != nil {
			t.Errorf("%s lets in %q", row, got)
		}
	}
}

// openings returns what a resource's policy allows, each in one string: who,
// what, and on which condition.
func (m *template) openings(t *testing.T, place string) []string {
	t.Helper()
	var found []string
	for _, statement := range list(dig(m.get(t, place), "PolicyDocument", "Statement")) {
		if dig(statement, "Effect") != "Allow" {
			continue
		}
		condition := map[string]any{}
		for _, test := range []string{"StringEquals", "ArnEquals"} {
			for key, value := range dictionary(dig(statement, "Condition", test)) {
				condition[key] = value
			}
		}
		found = append(found, strings.TrimSpace(m.flat(dig(statement, "Principal", "Service"))+" "+m.flat(dig(statement, "Action"))+" "+
			m.limits(map[string]any{"StringEquals": condition})[0]))
	}
	return found
}

func dictionary(value any) map[string]any {
	d, _ := value.(map[string]any)
	return d
}

// waits fails unless one resource is made after the others: these services
// try at once whether they may do what they are told to.
func (m *template) waits(t *testing.T, place string, others ...string) {
	t.Helper()
	for _, other := range others {
		if !slices.Contains(m.needs(m.resources[place]), other) {
			t.Errorf("%s may be made before %s", place, other)
		}
	}
}

// The records without which mails are not from whom they say.
func TestDNSRecordsAreSaid(t *testing.T) {
	taken := all
	taken.SenderVerified = true
	for _, c := range []struct {
		record string
		taken  bool
	}{
		{"DkimDNSTokenName3", false},
		{`bounce.feedback.example.com TXT \"v=spf1 include:amazonses.com ~all\"`, false},
		{"bounce.feedback.example.com MX 10 feedback-smtp.", false},
		{`_dmarc.feedback.example.com TXT \"v=DMARC1; p=none\"`, true},
	} {
		if !strings.Contains(string(of(t, all).text), c.record) || strings.Contains(string(of(t, taken).text), c.record) != c.taken {
			t.Errorf("%s is said where it should not be, or not where it should", c.record)
		}
	}
}
