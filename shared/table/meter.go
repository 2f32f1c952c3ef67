package table

import "sync"

// A Meter adds up what the operations of a table cost. Engines carry one in a
// field and report to it after each operation, refused ones included; a
// request that got no answer is not counted. A nil Meter counts nothing and
// costs nothing. To meter one function's share, give it a copy of the engine
// with a meter of its own.
type Meter struct {
	mu    sync.Mutex
	units Units
}

// Add counts units.
func (m *Meter) Add(u Units) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.units.Read += u.Read
	m.units.Write += u.Write
}

// Units returns what was counted since the meter was made or reset.
func (m *Meter) Units() Units {
	if m == nil {
		return Units{}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.units
}

// Reset puts the meter back to nothing and returns what it showed.
func (m *Meter) Reset() Units {
	if m == nil {
		return Units{}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	shown := m.units
	m.units = Units{}
	return shown
}
