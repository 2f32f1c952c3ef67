package laptop_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"testing"
	"time"
)

// A row is a touchpoint as the API shows it.
type row struct {
	ID, Touchpoint, Kind, Object, Customer, Program string

	Dimensions map[string][]string
	Decision   struct {
		Asked     bool
		Reason    string
		DecidedAt time.Time `json:"decided_at"`
		Available uint32    `json:"available_ppb"`
		Chance    uint32    `json:"chance_ppb"`
		Group     uint8
		Draw      string
		Expires   string
		Version   uint64 `json:"ledger_version"`
	}
	Invitation *struct{ State, To string }
	Response   *struct {
		Score            int
		Channel, Comment string
	}
	Notes []struct {
		Kind, Text string
		Score      *int
	}
}

// rows lists the rows of the last year and more; filter is of the API's own,
// such as program=support.
func (v visitor) rows(t *testing.T, filter string) []row {
	t.Helper()
	var list struct{ Rows []row }
	v.read(t, v.touchpoints(t, filter), &list)
	return list.Rows
}

// exact returns every row as the bytes that the API shows, by its id.
func (v visitor) exact(t *testing.T) map[string]string {
	t.Helper()
	var list struct{ Rows []json.RawMessage }
	v.read(t, v.touchpoints(t, ""), &list)
	all := map[string]string{}
	for _, raw := range list.Rows {
		var r row
		if err := json.Unmarshal(raw, &r); err != nil {
			t.Fatal(err)
		}
		if all[r.ID] != "" {
			t.Errorf("row %s is there twice", r.ID)
		}
		all[r.ID] = string(raw)
	}
	return all
}

const mostRows = 10_000

func (v visitor) touchpoints(t *testing.T, filter string) string {
	t.Helper()
	var clock struct{ Now time.Time }
	v.read(t, "/local/clock", &clock)
	return fmt.Sprintf("/api/touchpoints?limit=%d&from=%s&to=%s&%s", mostRows,
		clock.Now.AddDate(0, 0, -390).Format(time.DateOnly), clock.Now.AddDate(0, 0, 1).Format(time.DateOnly), filter)
}

// about returns the one row of an object in a program.
func (v visitor) about(t *testing.T, object, program string) row {
	t.Helper()
	list := v.rows(t, "object="+url.QueryEscape(object)+"&program="+program)
	if len(list) != 1 {
		t.Fatalf("%s has %d rows in program %s", object, len(list), program)
	}
	return list[0]
}

// explained returns the rows of one touchpoint, by its id, as bytes.
func (v visitor) explained(t *testing.T, id string) string {
	t.Helper()
	return string(v.send(t, "GET", "/api/touchpoints/"+id, nil, nil).Body)
}
