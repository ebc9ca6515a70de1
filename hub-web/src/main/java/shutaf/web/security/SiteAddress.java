package shutaf.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** The scheme, host and port under which the browser knows us. */
final class SiteAddress {
    private SiteAddress() {}

    /**
     * For example {@code http://127.0.0.1:8080}; a scheme's own port is left out, as browsers do.
     */
    static String of(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == ("https".equals(request.getScheme()) ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
