package org.concord.kit.access;

/** A power that an instrument gives; membership alone gives none. */
public enum Capability {
    LEVY_DUES,
    BIND_BY_RULE,
    BUY_TOGETHER,
    PUBLISH_GUIDANCE,
    MUTUAL_AID
}
