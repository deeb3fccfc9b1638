package org.concord.ledger.book;

/** What an account speaks of. Bases never mix: an entry balances in each, and a report reads one. */
public enum Basis {
    /** Legal authority to spend. */
    BUDGET,
    /** What is owned and owed, by full accrual. */
    ACTUAL,
    /** Doses. */
    GOODS,
    /** Memorandum accounts, such as an agreement's ceiling. */
    CONTROL
}
