package org.concord.compact.procurement.evaluation;

/** How a bid's tiers turn a quantity into money. */
public enum Pricing {
    /** The tier that the quantity reaches prices every dose of it. */
    ALL_UNITS,
    /** Each tier prices only the doses that lie in it, as tax brackets do. */
    INCREMENTAL
}
