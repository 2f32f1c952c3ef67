package sources_test

import (
	"fmt"
	"testing"

	"heed/shared/heed"
	"heed/shared/sources"
)

// TestAnswersNameWhatTheyAreOf: an answer that has no id is of something that
// stands before the vendor, or the vendor's trouble: it may be another later,
// and nobody is taken to have no address by it.
func TestAnswersNameWhatTheyAreOf(t *testing.T) {
	for typ, objects := range map[string][]string{
		"helpscout": nil, "hubspot": {"deal:1", "ticket:1"}, "intercom": nil, "jira": {"ticket:SUP-1"}, "pipedrive": {"deal:1"}, "zendesk": nil,
	} {
		f := find(t, typ).(sources.Fetcher)
		for _, body := range []string{
			`{"message":"maintenance"}`, `{}`, `[]`, `null`, `"id"`, `{"success":true,"data":null}`, `{"user":null}`, `{"id":null,"accountId":""}`,
			`{"fields":{"reporter":{"accountId":"7"}}}`, `{"data":{"person_id":7}}`, `{"associations":{"contacts":{"results":[{"id":"7"}]}}}`, `{"email":"a@example.com"}`,
		} {
			if c, err := f.Customer(t.Context(), brokenAPI{body}, "1"); heed.CodeOf(err) != heed.Unavailable {
				t.Errorf("%s: %s is the customer %+v (%v)", typ, body, c, err)
			}
			for _, object := range objects {
				p := heed.Touchpoint{Object: object}
				if err := f.Touchpoint(t.Context(), brokenAPI{body}, &p); heed.CodeOf(err) != heed.Unavailable || p.Customer.ID != "" {
					t.Errorf("%s: %s is %s of %+v (%v)", typ, body, object, p.Customer, err)
				}
			}
		}
	}
}

// TestHubspotMerged: a contact that was merged away is answered for by the one
// that it has become.
func TestHubspotMerged(t *testing.T) {
	body := brokenAPI{`{"id":"9","properties":{"hs_object_id":"9","email":"maren.oduya@example.com"}}`}
	c, err := find(t, "hubspot").(sources.Fetcher).Customer(t.Context(), body, "1")
	if got := fmt.Sprint(c.ID, " ", c.Email); err != nil || got != "9 maren.oduya@example.com" {
		t.Errorf("got %s (%v)", got, err)
	}
}
