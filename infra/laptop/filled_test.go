package laptop_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"heed/infra/laptop"
	"heed/shared/heed"
)

// made is how rows are made up that no webhook has brought.
type made struct {
	rows, customers, teams, agents int
	from, to                       int // days ago
	answered                       float64
}

// filled is a house whose past months hold made-up rows, rolled up, as they
// would stand after so many webhooks, mails and answers.
func filled(t *testing.T, config string, m made) *house {
	t.Helper()
	return open(t, configured(t, config), func(h *house) {
		h.still = true
		h.begin = func(ctx context.Context, l *laptop.Laptop) error {
			random := rand.New(rand.NewPCG(7, 7))
			marked := map[heed.Day]bool{}
			for n := range m.rows {
				row := m.row(random, l, n)
				if err := l.Store().PutRow(ctx, row); err != nil {
					return err
				}
				if !marked[row.Day] {
					marked[row.Day] = true
					if err := l.Store().PutMark(ctx, row.Day, l.Clock.Now()); err != nil {
						return err
					}
				}
			}
			return l.Tick(ctx, "rollup")
		}
	})
}

// row makes up one. An agent belongs to one team.
func (m *made) row(random *rand.Rand, l *laptop.Laptop, n int) *heed.Row {
	program := &l.Config.Programs[n%len(l.Config.Programs)]
	at := l.Clock.Now().AddDate(0, 0, -m.to-random.IntN(m.from-m.to+1))
	customer, agent := random.IntN(m.customers), random.IntN(m.agents)
	touchpoint := heed.Touchpoint{Source: "zendesk", Kind: program.When.Kinds[0], Object: fmt.Sprint("made:", n), Occurrence: "1"}
	row := &heed.Row{
		RowRef: heed.RowRef{Day: heed.DayOf(at, l.Config.Zone), ID: touchpoint.ID().Row(program.Name)},
		Source: touchpoint.Source, Kind: touchpoint.Kind, Object: touchpoint.Object, Occurrence: "1", At: at,
		Dims: []heed.Dim{{Name: "agent", Value: fmt.Sprint("agent-", agent)}, {Name: "team", Value: fmt.Sprint("team-", agent%m.teams)}},
		Decision: heed.Decision{
			Program: program.Name, Ask: program.Ask, Reason: heed.Asked, Decided: at, Due: at, Alpha: heed.PPB,
			Pi: uint32(heed.PPB/10 + random.IntN(heed.PPB/2)), N90: uint16(customer % 9),
		},
		Invitation: &heed.Invitation{To: "a@b.example", Claimed: at, Sent: at, Delivered: at},
	}
	row.Limit = uint64(row.Pi) << 34 // near enough to T
	binary.BigEndian.PutUint64(row.Customer[8:], uint64(customer)+1)
	row.Scope = row.Customer
	if low, high := program.Ask.Range(); random.Float64() < m.answered {
		row.Response = &heed.Response{Score: low + random.IntN(high-low+1), Channel: heed.Channel(1 + random.IntN(2)), At: at.Add(time.Hour)}
	}
	return row
}
