package org.concord.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sessions are kept. Read once at start; a missing or short key stops the start. */
@ConfigMapping(prefix = "concord.session")
interface SessionConfig {

    /** 32 bytes in base64: the AES key that seals the tokens. Changing it signs everybody out. */
    String key();

    /** A session that nobody used for this long is over. NIST SP 800-63B-4 AAL2 allows up to one hour. */
    @WithDefault("30M")
    Duration idle();

    /** No session lives longer than this, however busy. NIST SP 800-63B-4 AAL2 allows up to 24 hours. */
    @WithDefault("12H")
    Duration absolute();

    /** How long we wait for the identity provider when a person signs out. */
    @WithDefault("5S")
    Duration providerTimeout();
}
