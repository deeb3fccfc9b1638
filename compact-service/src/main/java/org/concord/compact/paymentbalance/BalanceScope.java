package org.concord.compact.paymentbalance;

/** Which money is counted. */
public enum BalanceScope {
    BOTH,
    WITH_EMERGENCY,
    WITHOUT_EMERGENCY
}
