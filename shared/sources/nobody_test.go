package sources_test

import (
	"errors"
	"testing"

	"heed/shared/heed"
	"heed/shared/sources"
)

// What a sender writes where it knows of nobody is nobody: else all of them
// would be one.
func TestStandardKnowsNobody(t *testing.T) {
	s, sample := find(t, "standard"), samples(t, "standard")["standard/deal-won.json"]
	customer := func(values map[string]any) (heed.Customer, error) {
		points, err := s.Parse(&sources.Request{Body: change(t, sample, map[string]any{"data.customer": values})})
		if err != nil {
			return heed.Customer{}, err
		}
		return points[0].Customer, nil
	}
	for _, id := range []any{"none", "NULL", "Unknown", "0", 0, "-", " n/a ", "nil", "undefined"} {
		c, err := customer(map[string]any{
			"id": id, "account": id, "email": "a@example.com", "former": []any{map[string]any{"id": id}, map[string]any{"id": "u7"}},
		})
		if err != nil || c.ID != "" || c.Account != "" || len(c.Former) != 1 || c.Former[0].ID != "u7" {
			t.Errorf("%v: %+v, %v", id, c, err)
		}
	}
	for _, email := range []string{"none@example.com", "NoReply@example.com", "do-not-reply@example.com", "unknown@b.example"} {
		c, err := customer(map[string]any{"id": "u1", "email": email, "former": []any{map[string]any{"email": email}}})
		if err != nil || c.Email != "" || c.Former != nil {
			t.Errorf("%s: %+v, %v", email, c, err)
		}
	}
	for _, email := range []string{"nil@example.com", "0@example.com", "replying@example.com", "nonesuch@example.com"} {
		if c, err := customer(map[string]any{"id": "nonesuch", "email": email}); err != nil || c.Email != email || c.ID != "nonesuch" {
			t.Errorf("%s: %+v, %v", email, c, err)
		}
	}
	if _, err := customer(map[string]any{"id": "none", "email": "noreply@example.com"}); !errors.Is(err, sources.ErrNotUnderstood) {
		t.Errorf("nobody at all: %v", err)
	}
}
