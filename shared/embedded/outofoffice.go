package embedded

import (
	"fmt"
	"mime"
	"strings"
	"time"
)

// outOfOffice is the mail with which SES's ooto address answers, as SES would
// store it: its own verdicts on top, then the mail, which says by RFC 3834
// that nobody wrote it.
func outOfOffice(kept *Kept) []byte {
	to := kept.ReplyTo
	if to == "" {
		to = kept.From
	}
	lines := []string{
		"Return-Path: <>",
		"X-SES-Spam-Verdict: PASS",
		"X-SES-Virus-Verdict: PASS",
		"Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=pass",
		"Date: " + kept.At.Format(time.RFC1123Z),
		"From: " + bareAddress(kept.To),
		"To: " + bareAddress(to),
		"Subject: " + mime.QEncoding.Encode("utf-8", "Out of office: "+kept.Subject),
		fmt.Sprintf("Message-ID: <ooto-%s@%s>", kept.MessageID, simulatorDomain),
		fmt.Sprintf("In-Reply-To: <%s@email.amazonses.com>", kept.MessageID),
		"Auto-Submitted: auto-replied",
		"MIME-Version: 1.0",
		"Content-Type: text/plain; charset=utf-8",
		"",
		"I am out of the office and will read your mail when I am back.",
		"",
	}
	for i, line := range lines {
		lines[i] = strings.NewReplacer("\r", "", "\n", " ").Replace(line)
	}
	return []byte(strings.Join(lines, "\r\n"))
}
