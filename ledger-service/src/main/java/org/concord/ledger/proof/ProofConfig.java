package org.concord.ledger.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keys and memory of the signer. */
@ConfigMapping(prefix = "concord.proof")
public interface ProofConfig {

    /** What every log's name begins with: a host name that is the operator's own. */
    @WithDefault("ledger.concord.example")
    String origin();

    /**
     * Folder of the signing keys: {@code ed25519-1.seed}, {@code ml-dsa-44-1.seed}, each 64 hexadecimal digits; the
     * highest number of each kind signs, the others are retired and still named.
     */
    Path keys();

    /** Whether missing keys are made: on a developer's machine and in tests; production brings its own. */
    @WithDefault("false")
    boolean makeKeys();

    /**
     * Folder, outside of the database and of its backups, that remembers what was signed last. It must outlive a restore
     * of the database.
     */
    Path marks();

    /**
     * Folder of bundles for books whose database was restored from an older state: {@code <book>.bundle}. Without one
     * such a book stays shut.
     */
    Optional<Path> restore();

    /** The shortest time between two checkpoints of a book. */
    @WithDefault("1s")
    Duration interval();

    /** Witnesses that members run; each gets every checkpoint. */
    List<Witness> witnesses();

    /** How many witnesses make a checkpoint a cosigned one. */
    @WithDefault("2")
    int quorum();

    /** A witness. */
    interface Witness {

        /** Its vkey (C2SP signed-note), of a cosignature's type. */
        String key();

        /** Its submission prefix; {@code /add-checkpoint} comes behind it. */
        String url();
    }
}
