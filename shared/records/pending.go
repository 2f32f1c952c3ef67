package records

import (
	"heed/shared/heed"
	"heed/shared/sampling"
)

func (p *packer) decided(list []sampling.Decided) {
	day := heed.Day(0)
	p.uint(uint64(len(list)))
	for _, d := range list {
		p.raw(d.ID[:])
		p.int(int64(d.Day - day))
		day = d.Day
	}
}

func (u *unpacker) decided() []sampling.Decided {
	var list []sampling.Decided
	day := heed.Day(0)
	for range u.count(9) {
		id := heed.TouchpointID(u.raw(8))
		day += heed.Day(u.int())
		list = append(list, sampling.Decided{ID: id, Day: day})
	}
	return list
}

// pending packs the rows of one touchpoint: what they share once, then each
// one's own verdict. Whose ledger it is, the scope's key says.
func (p *packer) pending(rows []heed.Row) {
	p.uint(uint64(len(rows)))
	if len(rows) == 0 {
		return
	}
	first := &rows[0]
	p.uint(uint64(first.Day))
	p.customer(first)
	p.touchpoint(first)
	p.circumstances(&first.Decision)
	for i := range rows {
		r := &rows[i]
		p.stage(first, r)
		p.verdict(&r.Decision)
		p.life(r)
	}
}

// stage packs the one dimension in which two programs' rows of a touchpoint
// can differ.
func (p *packer) stage(first, r *heed.Row) {
	if stageOf(first) == stageOf(r) {
		p.byte(0)
		return
	}
	p.byte(1)
	p.string(stageOf(r))
}

func (u *unpacker) pending(scope heed.Hash) []heed.Row {
	n := u.count(1)
	if n == 0 {
		return nil
	}
	var first heed.Row
	first.Day = heed.Day(u.uint())
	first.Scope = scope
	u.customer(&first)
	u.touchpoint(&first)
	u.circumstances(&first.Decision)
	t := heed.Touchpoint{Source: first.Source, Object: first.Object, Kind: first.Kind, Occurrence: first.Occurrence}
	id := t.ID()
	rows := make([]heed.Row, 0, n)
	for range n {
		r := first
		if u.byte() == 1 {
			r.Dims = withStage(first.Dims, u.string())
		}
		u.verdict(&r.Decision)
		u.life(&r)
		r.ID = id.Row(r.Program)
		rows = append(rows, r)
	}
	return rows
}

func stageOf(r *heed.Row) string {
	for _, d := range r.Dims {
		if d.Name == "stage" {
			return d.Value
		}
	}
	return ""
}

// withStage returns dims with another stage, in the order of Dims.
func withStage(dims []heed.Dim, stage string) []heed.Dim {
	var out []heed.Dim
	placed := stage == ""
	for _, d := range dims {
		if !placed && d.Name >= "stage" {
			out, placed = append(out, heed.Dim{Name: "stage", Value: stage}), true
		}
		if d.Name != "stage" {
			out = append(out, d)
		}
	}
	if !placed {
		out = append(out, heed.Dim{Name: "stage", Value: stage})
	}
	return out
}
