package standin

import "net/http"

// zendesk stands in for what Heed asks of it.
func zendesk(*http.ServeMux) {}
