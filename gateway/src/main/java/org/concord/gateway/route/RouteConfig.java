package org.concord.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long we wait for them. */
@ConfigMapping(prefix = "concord.routes")
interface RouteConfig {

    URI compact();

    URI member();

    URI ledger();

    /** Longest wait for a connection; a service on its feet accepts at once. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** Longest silence of a service while it answers. */
    @WithDefault("30S")
    Duration answerTimeout();

    /** Connections to each service; more requests than these wait in a queue of {@link #queue()}. */
    @WithDefault("64")
    int connections();

    /** Requests that may wait for a connection; the next one is refused with 503. */
    @WithDefault("256")
    int queue();
}
