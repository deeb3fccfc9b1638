package org.concord.gateway.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.concord.testkit.Sandbox;

/**
 * What the gateway needs beyond the shared servers: the address that the test realm sends people back to, its client's
 * secret, a session key, and fixture services to route to. Comes after {@code ServersResource}.
 */
public final class GatewayResource implements QuarkusTestResourceLifecycleManager {

    /** The tenth port of the test servers' range, as in the realm; Keycloak has the third. */
    private static final int FROM_KEYCLOAK = 7;

    private static final int USUAL = 21_610;

    /** How many what-ifs a minute a stranger has in tests. */
    public static final int WHAT_IFS = 25;

    private final FixtureServices services = new FixtureServices();

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.http.test-port",
                Integer.toString(port()),
                "quarkus.oidc.credentials.secret",
                Sandbox.gatewaySecret(),
                "concord.session.key",
                Base64.getEncoder()
                        .encodeToString("a-key-for-tests-of-32-bytes-only"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                "concord.routes.compact",
                services.address(),
                "concord.routes.member",
                services.address(),
                "concord.routes.ledger",
                services.address(),
                // Tokens live five minutes; here they count as nearly over after five seconds.
                "quarkus.oidc.token.refresh-token-time-skew",
                "295S",
                "concord.limits.anonymous-what-ifs-per-minute",
                Integer.toString(WHAT_IFS));
    }

    @Override
    public void stop() {
        services.close();
    }

    /** Embedded servers have neighbouring ports; containers have any, and a realm made for the usual one. */
    private static int port() {
        int keycloak = URI.create(Sandbox.keycloak()).getPort();
        return keycloak % 100 == 3 ? keycloak + FROM_KEYCLOAK : USUAL;
    }

    /** The gateway's own address in this run. */
    public static URI gateway() {
        return URI.create("http://localhost:" + port());
    }
}
