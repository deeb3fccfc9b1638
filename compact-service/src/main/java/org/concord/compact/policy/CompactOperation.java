package org.concord.compact.policy;

import org.concord.kit.access.Capability;
import org.concord.kit.access.MandateRole;
import org.concord.kit.access.Operation;
import org.concord.kit.access.RealmRole;
import org.concord.kit.access.Right;
import org.concord.kit.access.Rule;

/**
 * The policy table of compact-service. Staff run the procedure; only members decide, and only the lead awards (design
 * §8: what an official may do for a member comes from its mandates, never from a token role).
 */
public enum CompactOperation implements Operation {
    OPEN_AGREEMENT(staff()),
    READ_AGREEMENTS(readers()),
    /** The shapes of known instruments; public law. */
    READ_INSTRUMENT_MODELS(Rule.anyone()),
    /** Staff, on the member's certified act; never an official for oneself. */
    RECORD_ENACTMENT(staff()),
    RECORD_CONSENT(staff()),
    REVIEW_CONFORMITY(staff()),
    /** Staff give the notices; whether a member loses rights is decided by the ballot that the record names. */
    PURSUE_DEFAULT(staff()),
    RECORD_WITHDRAWAL(staff()),
    GIVE_NOTICE(staff()),
    DISSOLVE_AGREEMENT(staff()),
    OPEN_ROUND(staff().capability(Capability.BUY_TOGETHER)),
    CONSOLIDATE_DEMAND(staff()),
    ISSUE_TENDER(staff()),
    RECORD_BID(staff()),
    EVALUATE_BIDS(staff()),
    READ_ROUNDS(readers()),
    EVALUATE_WHAT_IF(Rule.anyone()),
    OPEN_BALLOT(staff()),
    CAST_VOTE(Rule.mandate(MandateRole.DELEGATE).right(Right.VOTE).fresh()),
    READ_BALLOTS(readers()),
    COUNT_WHAT_IF(Rule.anyone()),
    REGISTER_SEAT(staff()),
    READ_SEATS(readers()),
    RUN_MEETING(staff()),
    READ_MEETINGS(readers()),
    READ_FULL_MINUTES(readers().inStanding()),
    MOVE_MOTION(Rule.mandate(MandateRole.DELEGATE).right(Right.VOTE)),
    TABLE_MOTION(staff()),
    READ_MOTIONS(readers()),
    PROPOSE_RULE(staff().capability(Capability.BIND_BY_RULE)),
    RUN_DOCKET(staff()),
    READ_PUBLIC_RECORD(Rule.anyone()),
    MAKE_AWARD(Rule.mandate(MandateRole.PROCUREMENT_OFFICER)
            .right(Right.HOLD_OFFICE)
            .capability(Capability.BUY_TOGETHER)
            .fresh()),
    READ_AWARDS(readers()),

    READ_OUTBREAK_PICTURE(readers()),
    RUN_ALERTS(healthOfficerOrStaff()),
    READ_ALERTS(readers()),
    LINK_ALERT(healthOfficerOrStaff());

    @SuppressWarnings("ImmutableEnumChecker") // a record that copies its sets
    private final Rule rule;

    CompactOperation(Rule rule) {
        this.rule = rule;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    private static Rule staff() {
        return Rule.realm(RealmRole.COMMISSION_STAFF);
    }

    private static Rule healthOfficerOrStaff() {
        return Rule.mandate(MandateRole.HEALTH_OFFICER).inStanding().orRealm(RealmRole.COMMISSION_STAFF);
    }

    private static Rule readers() {
        return Rule.anyMember().orRealm(RealmRole.COMMISSION_STAFF).orRealm(RealmRole.AUDITOR);
    }
}
