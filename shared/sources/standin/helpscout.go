package standin

import "net/http"

// helpscout stands in for what Heed asks of it.
func helpscout(*http.ServeMux) {}
