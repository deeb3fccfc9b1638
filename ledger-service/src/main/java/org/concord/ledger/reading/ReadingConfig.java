package org.concord.ledger.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of reading. */
@ConfigMapping(prefix = "concord.reading")
public interface ReadingConfig {

    /** How long one page may take; a question that takes longer is refused with the advice to narrow it. */
    @WithDefault("10s")
    Duration patience();

    /** How long the database may take for one table of CSV or Parquet, from the first row to the last. */
    @WithDefault("10m")
    Duration tablePatience();

    /** How many tables are written at once; each holds a connection of the pool and a thread. */
    @WithDefault("4")
    int tables();
}
