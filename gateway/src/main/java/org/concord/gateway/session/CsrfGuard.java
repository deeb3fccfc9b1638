package org.concord.gateway.session;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cookie goes along with every request a browser makes, whoever's page made it. So a request that
 * changes something and comes with a session cookie must show two things another site cannot forge:
 * the header {@code Concord-CSRF: 1}, which a foreign page may not send without our leave, and an
 * {@code Origin} that is our own.
 */
public final class CsrfGuard {

    /** The header our own pages send. */
    public static final String HEADER = "Concord-CSRF";

    /** What to tell a caller that was refused. */
    public static final String ADVICE =
            "A request that changes something and comes with a session cookie needs the header Concord-CSRF: 1"
                    + " and an Origin header naming this site. Reload the page and try again.";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private CsrfGuard() {}

    /** May this request act for the session it came with? */
    public static boolean allows(HttpServerRequest request) {
        return SAFE.contains(request.method())
                || ("1".equals(request.getHeader(HEADER)) && isOurs(request, request.getHeader("Origin")));
    }

    private static boolean isOurs(HttpServerRequest request, @Nullable String origin) {
        if (origin == null) {
            return false;
        }
        try {
            URI uri = URI.create(origin);
            var host = request.authority();
            String scheme = request.scheme();
            return host != null
                    && scheme != null
                    && host.host().equalsIgnoreCase(uri.getHost())
                    && scheme.equalsIgnoreCase(uri.getScheme())
                    && port(uri.getPort(), scheme) == port(host.port(), scheme);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static int port(int stated, String scheme) {
        return stated > 0 ? stated : "https".equalsIgnoreCase(scheme) ? 443 : 80;
    }
}
