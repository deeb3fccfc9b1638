package org.concord.compact.link;

import java.util.Optional;
import java.util.UUID;

/** The feature that keeps one kind of things. */
public interface ThingOwner {

    /** Which kind it keeps. */
    Thing kind();

    /** The agreement under which the thing stands; empty for an unknown one. */
    Optional<UUID> agreementOf(UUID id);
}
