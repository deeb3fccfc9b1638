package org.concord.kit.access;

/** One row of a service's policy table. Each service lists its operations as an enum; what is not listed is denied. */
public interface Operation {

    /** The constant's name, such as {@code CAST_VOTE}. */
    String name();

    /** Who may do it. */
    Rule rule();
}
