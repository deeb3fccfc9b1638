package org.concord.compact.agreement.notice;

/** Who tells what to whom. */
public enum Occasion {
    /** The member tells the commission that a repeal bill was introduced, or that it leaves. */
    MEMBER_TELLS,
    /** The commission tells each other member of the repeal bill. */
    REPEAL_INTRODUCED,
    /** The commission tells each other member of the leaving. */
    WITHDRAWAL_NOTICED,
    /** The commission tells each other member that the leaving was taken back. */
    WITHDRAWAL_REVOKED,
    /** The commission gives the terms to cure to the member and to all. */
    DEFAULT_NOTICED,
    /** The commission tells governor and leaders what it intends. */
    INTENT_NOTIFIED
}
