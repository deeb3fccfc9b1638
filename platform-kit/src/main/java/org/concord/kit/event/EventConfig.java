package org.concord.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of delivery. */
@ConfigMapping(prefix = "concord.events")
interface EventConfig {

    /** Tries of a failing effect before its message is parked for a person to look at. */
    @WithDefault("5")
    int maxAttempts();

    /** Tries of an effect that waits for another event; with the back-off below about ten minutes in all. */
    @WithDefault("40")
    int notYetAttempts();

    /** The first pause before a waiting effect is tried again; doubles up to {@link #longestPause()}. */
    @WithDefault("100ms")
    Duration firstPause();

    /** The longest pause between two tries. */
    @WithDefault("20s")
    Duration longestPause();

    /**
     * Transactions of received events that run side by side, over all topics of the service. Each holds a connection,
     * in the ledger also while it waits for a book's lane; the thread that tries parked messages again has one more.
     * Well below the pool, so that requests, relays and lanes find one.
     */
    @WithDefault("8")
    int atOnce();

    /** Rows that the relay takes at once: bounds memory and the size of one transaction. */
    @WithDefault("500")
    int relayBatch();

    /** How long the relay waits for a notification before it looks again of its own accord. */
    @WithDefault("500ms")
    Duration relayPoll();
}
