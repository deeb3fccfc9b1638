package org.concord.compact.procurement.evaluation;

/**
 * What one evaluation may hold. The open what-if runs the same code for everyone, so each number is a bound on work or
 * on size; all are far above a real round.
 */
public final class Limits {

    /** Doses in all; with {@link #UNIT_CENTS} every product stays under 2^63 until it is checked against 2^53−1. */
    public static final long DOSES = 1_000_000_000L;

    /** US cents per dose: ten million dollars, above the dearest medicine sold. */
    public static final long UNIT_CENTS = 1_000_000_000L;

    /** Doses in one package. */
    public static final long PACKAGE_DOSES = 1_000_000L;

    /** Bids in one evaluation. */
    public static final int BIDS = 20;

    /** Tiers in one bid. */
    public static final int TIERS = 20;

    /** Members with demand; there are 56 jurisdictions. */
    public static final int MEMBERS = 100;

    /** Suppliers in one split. */
    public static final int SPLIT_SUPPLIERS = 5;

    /** Split plans priced before an evaluation is refused as too large: about a second of one core. */
    public static final long SPLIT_PLANS = 5_000_000L;

    private Limits() {}
}
