package org.concord.ledger.posting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of posting. */
@ConfigMapping(prefix = "concord.posting")
interface PostingConfig {

    /**
     * How long after it was submitted a requisition waits for its appropriation, which comes through another door.
     * After that the missing appropriation is the answer.
     */
    @WithDefault("2s")
    Duration appropriationWait();
}
