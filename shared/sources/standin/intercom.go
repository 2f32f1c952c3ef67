package standin

import "net/http"

// intercom stands in for what Heed asks of it.
func intercom(*http.ServeMux) {}
