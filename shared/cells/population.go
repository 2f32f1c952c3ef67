package cells

import "heed/shared/heed"

func populationOf(row *heed.Row) Population {
	p := Population{N: 1}
	if row.Pi > 0 && !row.Observe {
		p.Eligible, p.Weight = 1, Uint128{Lo: Weight(row.Pi)}
	}
	if row.Program == heed.NoProgram {
		return p
	}
	p.LeftOut = one(row.LeftOut())
	p.Drawn = one(row.Reason == heed.Asked || row.Reason == heed.Observed)
	if chance := chanceOf(row); chance > 0 {
		p.Doubtful = one(row.Doubt != 0)
		p.Expected, p.Spread = Uint128{Lo: chance}, Mul64(chance, heed.PPB-chance)
	}
	if row.Reason != heed.Asked {
		return p
	}
	p.Asked = 1
	p.Answered = one(row.Response != nil)
	if i := row.Invitation; i != nil {
		p.Sent = one(!i.Sent.IsZero() || !i.Delivered.IsZero())
		p.Failed = one(i.Fate != heed.NoFate)
		p.Bounced = one(i.Fate == heed.Bounced)
	}
	return p
}

// chanceOf returns the chance p in PPB with which the row could be drawn, 0
// where nothing was drawn for it or it was held out.
//
// That is the chance before the holdout, which is not stored, but what was
// compared with the draw is: T = floor(2^64 * p / alpha). As alpha is below
// 2^64, p is the one integer that is not below T * alpha / 2^64 and less than
// one above it, and rounding up gives it exactly.
func chanceOf(row *heed.Row) uint64 {
	if row.Pi == 0 || row.Reason == heed.Holdout {
		return 0
	}
	p := Mul64(row.Limit, uint64(row.Alpha))
	if p.Lo > 0 {
		p.Hi++
	}
	return min(p.Hi, heed.PPB)
}

func one(yes bool) uint64 {
	if yes {
		return 1
	}
	return 0
}

// Weight is 1/π in millionths, rounded, for π in parts per billion above 0:
// how many touchpoints one that was asked stands for.
func Weight(pi uint32) uint64 { return (1e15 + uint64(pi)/2) / uint64(pi) }
