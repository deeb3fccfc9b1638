package org.concord.ledger.book;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Bounds of the committing lanes. */
@ConfigMapping(prefix = "concord.lane")
public interface LaneConfig {

    /** Commands that may wait for one book; one more is refused. At 10,000 a second that is under two seconds of work. */
    @WithDefault("16384")
    int queue();

    /** The most commands of one transaction; also the most that stand or fall together. */
    @WithDefault("2000")
    int batch();

    /** Record bytes after which a transaction takes no further command. */
    @WithDefault("4194304")
    long batchBytes();

    /** How long a caller waits for its answer before it is told to ask again with the same key. */
    @WithDefault("30s")
    Duration patience();

    /**
     * How long a book stays with an owner that has gone silent. Longer than a pause of the owner's, since a lease that
     * ends too early costs a move; the head's epoch keeps the book safe either way.
     */
    @WithDefault("10s")
    Duration lease();

    /** Where other replicas reach this one; the same address takes its own books back at once after a crash. */
    Optional<String> address();
}
