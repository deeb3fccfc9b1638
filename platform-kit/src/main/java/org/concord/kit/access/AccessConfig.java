package org.concord.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of a sign-in. */
@ConfigMapping(prefix = "concord.access")
interface AccessConfig {

    /** How old a sign-in may be for votes, approvals and awards (RFC 9470 {@code max_age}). */
    @WithDefault("15M")
    Duration freshFor();

    /**
     * How long a fact that was read is believed without asking again. Zero where decisions are few; a second in the
     * ledger, which decides thousands of times in it.
     */
    @WithDefault("0S")
    Duration factsFor();
}
