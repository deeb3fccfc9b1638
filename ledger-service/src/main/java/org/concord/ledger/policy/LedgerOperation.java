package org.concord.ledger.policy;

import org.concord.kit.access.MandateRole;
import org.concord.kit.access.Operation;
import org.concord.kit.access.RealmRole;
import org.concord.kit.access.Right;
import org.concord.kit.access.Rule;

/**
 * The policy table of ledger-service. What is not listed is denied. A member that is suspended or winds down still keeps
 * its own accounts: what it owes outlives its standing.
 */
public enum LedgerOperation implements Operation {
    /**
     * A book is open by purpose: its entries, balances and budgets are read by auditors, staff, operators and every
     * member of its agreement; to anybody else it is not there.
     */
    READ_BOOK(Rule.anyMember().orRealm(RealmRole.AUDITOR, RealmRole.COMMISSION_STAFF, RealmRole.OPERATOR)),

    /** Only the member's own fiscal officer certifies what its legislature appropriated. */
    CERTIFY_APPROPRIATION(Rule.mandate(MandateRole.TREASURER).right(Right.SETTLE)),

    /** Only the member's own fiscal officer allots. */
    ALLOT(Rule.mandate(MandateRole.TREASURER).right(Right.SETTLE)),

    /**
     * A member's fiscal officer keeps the member's own accounts, the commission's staff those of the commission and of
     * the agreement; whose account it is, the desk checks line by line.
     */
    POST_VOUCHER(Rule.mandate(MandateRole.TREASURER).right(Right.SETTLE).orRealm(RealmRole.COMMISSION_STAFF)),

    /** Opening, closing and sealing a period binds every holder alike; the commission's staff does it. */
    KEEP_PERIODS(Rule.realm(RealmRole.COMMISSION_STAFF)),

    /**
     * An entry that is one member's alone its own fiscal officer reverses, every other the commission's staff; which it
     * is, the desk checks.
     */
    REVERSE(Rule.mandate(MandateRole.TREASURER).right(Right.SETTLE).orRealm(RealmRole.COMMISSION_STAFF)),

    /** A floor is its account's holder's to change. */
    SET_FLOOR(Rule.mandate(MandateRole.TREASURER).right(Right.SETTLE).orRealm(RealmRole.COMMISSION_STAFF)),

    /** A member takes proofs of its own balances to whom it likes; auditors take any. */
    PROVE_BALANCE(Rule.anyMember().orRealm(RealmRole.AUDITOR)),

    /** Who read what is the auditors' to see. */
    READ_ACCESS_LOG(Rule.realm(RealmRole.AUDITOR)),

    /** A what-if runs the same code for everyone. */
    PLAN_COST_SHARE(Rule.anyone());

    @SuppressWarnings("ImmutableEnumChecker") // a record of copied sets
    private final Rule rule;

    LedgerOperation(Rule rule) {
        this.rule = rule;
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
