package main

import (
	"fmt"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
)

// forgottenAfter is how long anything that an erasure does not reach may hold what
// a customer said or who they are.
const forgottenAfter = 35 * 24 * time.Hour

// dropped is how long DynamoDB may take to delete an expired item: a few days, by
// its developer guide ("Using time to live").
const dropped = 3 * 24 * time.Hour

// What erasing a customer does not reach goes by itself, and soon: deliveries that
// were not understood, inbound mails, messages and dead letters, notices, and the
// backups of the table.
func TestWhatIsErasedGoesEverywhere(t *testing.T) {
	m := of(t, all)
	for name, kept := range map[string]time.Duration{"deliveries not understood": records.KeptFor + dropped, "notices": heed.NoticeKept} {
		if kept > forgottenAfter {
			t.Errorf("%s stay for %s", name, kept)
		}
	}
	tables := m.typed("AWS::DynamoDB::Table")
	if len(tables) != 1 || len(m.typed("AWS::Backup::BackupPlan"))+len(m.typed("AWS::Backup::BackupVault")) > 0 {
		t.Errorf("%d tables, or backups that are kept for longer than point-in-time recovery does", len(tables))
	}
	for place, of := range tables {
		recovery := dig(of, "PointInTimeRecoverySpecification")
		if days, set := recovery.(map[string]any)["RecoveryPeriodInDays"].(float64); set && days > 35 {
			t.Errorf("%s can be put back %v days", place, days)
		}
		if dig(of, "TimeToLiveSpecification", "Enabled") != true {
			t.Errorf("%s drops nothing that expires", place)
		}
	}
	queues := m.typed("AWS::SQS::Queue")
	for place, queue := range queues {
		// A FIFO queue counts anew when a message comes to its dead letters.
		if kept, _ := queue["MessageRetentionPeriod"].(float64); kept == 0 || 2*time.Duration(kept)*time.Second > forgottenAfter {
			t.Errorf("%s keeps messages for %v s", place, queue["MessageRetentionPeriod"])
		}
	}
	if len(queues) < 6 {
		t.Errorf("%d queues", len(queues))
	}
	for place, bucket := range m.typed("AWS::S3::Bucket") {
		rules := list(dig(bucket, "LifecycleConfiguration", "Rules"))
		days := 0.0
		for _, rule := range rules {
			if dig(rule, "Status") == "Enabled" && dig(rule, "Prefix") == nil {
				days, _ = dig(rule, "ExpirationInDays").(float64)
			}
		}
		if days == 0 || time.Duration(days)*24*time.Hour > forgottenAfter || bucket["VersioningConfiguration"] != nil {
			t.Errorf("%s keeps mails for good, or for long: %s", place, fmt.Sprint(bucket))
		}
	}
}
