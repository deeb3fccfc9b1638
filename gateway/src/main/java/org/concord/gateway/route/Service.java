package org.concord.gateway.route;

import java.net.URI;

/** The three services behind the door. */
enum Service {
    COMPACT("compact-service"),
    MEMBER("member-service"),
    LEDGER("ledger-service");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    URI address(RouteConfig config) {
        return switch (this) {
            case COMPACT -> config.compact();
            case MEMBER -> config.member();
            case LEDGER -> config.ledger();
        };
    }
}
