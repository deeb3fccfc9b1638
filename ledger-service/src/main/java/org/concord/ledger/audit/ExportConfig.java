package org.concord.ledger.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where bundles are made, and how long they are kept. */
@ConfigMapping(prefix = "concord.export")
public interface ExportConfig {

    /** Folder of the bundles; every replica sees the same one, or downloads go to the replica that made the file. */
    @WithDefault("${java.io.tmpdir}/concord-exports")
    Path folder();

    /** How long a bundle can be downloaded. Long enough to begin again tomorrow; it can be made anew at any time. */
    @WithDefault("24h")
    Duration keep();

    /** How often a replica looks for work. */
    @WithDefault("1s")
    Duration interval();

    /** How long a replica that says nothing is taken to be alive; its work then begins anew. */
    @WithDefault("60s")
    Duration patience();

    /** How often a bundle is tried that could not be made. */
    @WithDefault("3")
    int attempts();
}
