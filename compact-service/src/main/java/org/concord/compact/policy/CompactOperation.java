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
    /** Staff file what the commission proposes; only the members' own acts bring it into force. */
    FILE_AMENDMENT(staff()),
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
    RECUSE_SEAT(Rule.mandate(MandateRole.DELEGATE).right(Right.VOTE).fresh()),
    READ_BALLOTS(readers()),
    COUNT_WHAT_IF(Rule.anyone()),
    REGISTER_SEAT(staff()),
    READ_SEATS(readers()),
    RUN_MEETING(staff()),
    READ_MEETINGS(readers()),
    ASK_TO_RECONVENE(Rule.mandate(MandateRole.DELEGATE).right(Right.VOTE).fresh()),
    ATTEST_EVENT(Rule.mandate(MandateRole.DELEGATE).right(Right.HOLD_OFFICE).fresh()),
    FIND_CONDITION(healthOfficerOrStaff()),
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
    LINK_ALERT(healthOfficerOrStaff()),

    // Guidance: staff may write it down, only members' health officers speak; everyone reads what is issued.
    DRAFT_GUIDANCE(health().orRealm(RealmRole.COMMISSION_STAFF)),
    REVIEW_GUIDANCE(health()),
    SIGN_GUIDANCE(health().fresh()),
    READ_GUIDANCE_DRAFTS(readers()),
    READ_GUIDANCE(Rule.anyone()),
    ADOPT_GUIDANCE(health().fresh()),
    READ_ADOPTIONS(Rule.anyone()),

    // Registers and figures: a member registers its own law only; the balance of payments is for reading alone.
    IMPORT_PAYMENT_BALANCES(staff()),
    READ_PAYMENT_BALANCES(readers()),
    REGISTER_RECOGNITION(Rule.mandate(MandateRole.DELEGATE)),
    READ_RECOGNITIONS(readers()),

    // Mutual aid. Who has left still ends its mission and claims: obligations outlive membership.
    CONDUCT_AID(aid().right(Right.TAKE_PART_IN_AID)),
    SIGN_AID(aid().right(Right.TAKE_PART_IN_AID).fresh()),
    CLAIM_AID(Rule.mandate(MandateRole.DELEGATE, MandateRole.TREASURER).capability(Capability.MUTUAL_AID)),
    READ_AID(readers()),

    // Backstop pools: staff records the trigger, a member asks, the lead decides; what was paid twice goes back in any
    // case.
    RUN_BACKSTOP(staff().capability(Capability.MUTUAL_AID)),
    REQUEST_DRAW(
            Rule.mandate(MandateRole.TREASURER).right(Right.TAKE_PART_IN_AID).capability(Capability.MUTUAL_AID)),
    DECIDE_DRAW(Rule.mandate(MandateRole.TREASURER, MandateRole.APPROVER)
            .right(Right.HOLD_OFFICE)
            .capability(Capability.MUTUAL_AID)
            .fresh()),
    RECORD_FEDERAL_PAYMENT(Rule.mandate(MandateRole.TREASURER)
            .capability(Capability.MUTUAL_AID)
            .orRealm(RealmRole.COMMISSION_STAFF)),
    RECORD_RECOVERY(Rule.mandate(MandateRole.TREASURER).capability(Capability.MUTUAL_AID)),
    READ_BACKSTOP(readers());

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

    private static Rule health() {
        return Rule.mandate(MandateRole.HEALTH_OFFICER)
                .right(Right.SPEAK_ON_GUIDANCE)
                .capability(Capability.PUBLISH_GUIDANCE);
    }

    private static Rule aid() {
        return Rule.mandate(MandateRole.DELEGATE).capability(Capability.MUTUAL_AID);
    }

    private static Rule readers() {
        return Rule.anyMember().orRealm(RealmRole.COMMISSION_STAFF).orRealm(RealmRole.AUDITOR);
    }
}
