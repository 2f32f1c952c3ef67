package watch

import "heed/shared/estimates"

// SES reviews an account whose bounces reach 5% of what it sends, and may pause
// it at 10%: https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html
const (
	fewestBounces = 10
	mostBounces   = 0.05
)

// Burst reports whether so many bounces of so many mails sent are too many: at
// least 10, and more than 5% however chance may have it, by the lower end of the
// 95% interval of their share (Wilson 1927).
func Burst(bounced, sent uint64) bool {
	if bounced < fewestBounces || sent == 0 {
		return false
	}
	n := float64(sent)
	low, _ := estimates.Wilson(min(float64(bounced)/n, 1), n, estimates.Z)
	return low > mostBounces
}
