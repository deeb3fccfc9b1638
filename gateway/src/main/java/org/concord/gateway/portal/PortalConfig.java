package org.concord.gateway.portal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the portal says about itself. */
@ConfigMapping(prefix = "concord.portal")
interface PortalConfig {

    /** Where to report a weakness: a {@code mailto:} or {@code https:} address (RFC 9116). */
    @WithDefault("mailto:security@concord.example")
    String securityContact();
}
