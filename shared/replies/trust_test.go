package replies

import (
	"strings"
	"testing"
)

// SES writes its verdicts above whatever the sender wrote.
func TestOnlySESIsBelieved(t *testing.T) {
	ses := "Return-Path: <ann@example.com>\r\nReceived: from mx.example.com by inbound-smtp.eu-west-1.amazonaws.com with SMTP id x; now\r\n"
	other := "Received: from a by b; now\r\n"
	for stamped, want := range map[string]bool{
		"X-SES-Spam-Verdict: FAIL\r\nX-SES-Virus-Verdict: PASS\r\n":                                           true,
		"X-SES-Virus-Verdict: FAIL\r\n":                                                                       true,
		"X-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: PASS\r\n" + other + "X-SES-Spam-Verdict: FAIL\r\n":  false,
		"X-SES-Spam-Verdict: PASS\r\nX-SES-Spam-Verdict: FAIL\r\n":                                            false,
		"X-SES-Virus-Verdict: FAIL\r\nX-SES-Virus-Verdict: PASS\r\n":                                          true,
		"X-SES-Spam-Verdict: GRAY\r\nX-SES-Virus-Verdict: PROCESSING_FAILED\r\n":                              false,
		other + "X-SES-Spam-Verdict: FAIL\r\nAuthentication-Results: amazonses.com; dmarc=fail\r\n":           false,
		"Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=fail header.from=example.com;\r\n": true,
		"Authentication-Results: amazonses.com; spf=fail; dkim=pass; dmarc=pass\r\n":                          false,
		"Authentication-Results: amazonses.com; spf=fail; dkim=fail; dmarc=none\r\n":                          true,
		"Authentication-Results: amazonses.com; spf=fail; dkim=fail header.i=@a; dkim=pass header.i=@b\r\n":   false,
		"Authentication-Results: amazonses.com; spf=pass (x; dmarc=fail y); dmarc=pass\r\n":                   false,
		"Authentication-Results: evil.example; dmarc=fail\r\n":                                                false,
		"Authentication-Results: evil.example; x\r\nAuthentication-Results: amazonses.com; dmarc=fail\r\n":    true,
	} {
		for _, above := range []string{"", ses} {
			if above == "" && strings.HasPrefix(stamped, other) {
				continue
			}
			if l := read(t, above+stamped+head+"\r\n9"); l.Rejected != want {
				t.Errorf("%q: %v", above+stamped, l.Rejected)
			}
		}
	}
	if l := read(t, other+"X-SES-Spam-Verdict: FAIL\r\n"+head+"\r\n9"); l.Rejected {
		t.Error("a sender's verdict is believed")
	}
}
