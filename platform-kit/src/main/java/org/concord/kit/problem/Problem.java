package org.concord.kit.problem;

import java.net.URI;
import java.util.Locale;

/**
 * A named refusal. Each feature lists its refusals as an enum that implements this interface, so that the name in the
 * code, the stable type on the wire and the row in the documentation are one thing.
 */
public interface Problem {

    /** The constant's name, a fact in upper snake case, such as {@code QUORUM_NOT_REACHED}. */
    String name();

    /** One short sentence, the same for every occurrence (RFC 9457 §3.1.3). */
    String title();

    /** The HTTP status that the refusal is answered with. */
    int status();

    /** Whose move it is. */
    Blame blame();

    /** The name as it stands on the wire, such as {@code quorum-not-reached}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stable problem type (RFC 9457 §3.1.1). */
    default URI type() {
        return URI.create("urn:concord:problem:" + slug());
    }
}
