package org.concord.member.policy;

import static org.concord.kit.access.MandateRole.APPROVER;
import static org.concord.kit.access.MandateRole.BUYER;
import static org.concord.kit.access.MandateRole.HEALTH_OFFICER;
import static org.concord.kit.access.RealmRole.AUDITOR;
import static org.concord.kit.access.RealmRole.COMMISSION_STAFF;
import static org.concord.kit.access.Right.REPORT_COUNTS;
import static org.concord.kit.access.Right.TAKE_PART_IN_PURCHASES;

import org.concord.kit.access.Capability;
import org.concord.kit.access.Operation;
import org.concord.kit.access.Rule;

/** The policy table of this service: operation × role × standing × mandate (design law 7). */
@SuppressWarnings("ImmutableEnumChecker") // a rule is a record that copies its sets
public enum MemberOperation implements Operation {
    /** Reference data; no one's secret. */
    READ_JURISDICTIONS(Rule.anyone()),
    /** Staff, on the member's certified instrument; never an official for oneself. */
    REGISTER_MANDATES(Rule.realm(COMMISSION_STAFF)),
    READ_MANDATES(Rule.anyMember().orRealm(COMMISSION_STAFF, AUDITOR)),
    POST_DEMAND(Rule.mandate(BUYER).right(TAKE_PART_IN_PURCHASES).capability(Capability.BUY_TOGETHER)),
    READ_DEMAND(Rule.anyMember().orRealm(COMMISSION_STAFF, AUDITOR)),
    PLACE_ORDER(Rule.mandate(BUYER).right(TAKE_PART_IN_PURCHASES).capability(Capability.BUY_TOGETHER)),
    SUBMIT_ORDER(Rule.mandate(BUYER).right(TAKE_PART_IN_PURCHASES).capability(Capability.BUY_TOGETHER)),
    /** Binds the state's money, hence the fresh sign-in (design law 8). */
    APPROVE_ORDER(Rule.mandate(APPROVER)
            .right(TAKE_PART_IN_PURCHASES)
            .capability(Capability.BUY_TOGETHER)
            .fresh()),
    READ_ORDERS(Rule.anyMember().orRealm(COMMISSION_STAFF, AUDITOR)),
    /** Staff, as its parties signed it. */
    REGISTER_DATA_USE_AGREEMENT(Rule.realm(COMMISSION_STAFF)),
    READ_DATA_USE_AGREEMENTS(Rule.anyMember().orRealm(COMMISSION_STAFF, AUDITOR)),
    POST_CASE_REPORTS(Rule.mandate(HEALTH_OFFICER).right(REPORT_COUNTS)),
    /** True small counts: for the same member's health officers and nobody else, staff and auditors included. */
    READ_CASE_REPORTS(Rule.mandate(HEALTH_OFFICER));

    private final Rule rule;

    MemberOperation(Rule rule) {
        this.rule = rule;
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
