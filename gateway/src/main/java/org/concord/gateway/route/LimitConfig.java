package org.concord.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one client may ask. Law 11: everything is bounded. */
@ConfigMapping(prefix = "concord.limits")
interface LimitConfig {

    /** Requests per minute and client (session, else address). Generous: a page needs about ten. */
    @WithDefault("6000")
    int requestsPerMinute();

    /** What-ifs per minute and address without sign-in: they compute plans, and are open to the world. */
    @WithDefault("300")
    int anonymousWhatIfsPerMinute();

    /** Bytes of an ordinary body. */
    @WithDefault("1048576")
    long bodyBytes();

    /** Bytes of an uploaded file. */
    @WithDefault("10485760")
    long uploadBytes();

    /** Clients remembered at once; the one unseen longest is forgotten first. */
    @WithDefault("100000")
    int clients();
}
