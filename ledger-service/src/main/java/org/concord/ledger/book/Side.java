package org.concord.ledger.book;

/** Which side of an account a line stands on, and on which side an account normally grows. */
public enum Side {
    DEBIT,
    CREDIT;

    /** The side across. */
    public Side other() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
