package org.concord.compact.policy;

import org.concord.kit.access.Capability;
import org.concord.kit.access.MandateRole;
import org.concord.kit.access.Operation;
import org.concord.kit.access.RealmRole;
import org.concord.kit.access.Rule;

/**
 * The policy table of compact-service. Staff run the procedure; only members decide, and only the lead awards (design
 * §8: what an official may do for a member comes from its mandates, never from a token role).
 */
public enum CompactOperation implements Operation {
    OPEN_AGREEMENT(staff()),
    READ_AGREEMENTS(readers()),
    OPEN_ROUND(staff().capability(Capability.BUY_TOGETHER)),
    CONSOLIDATE_DEMAND(staff()),
    ISSUE_TENDER(staff()),
    RECORD_BID(staff()),
    EVALUATE_BIDS(staff()),
    READ_ROUNDS(readers()),
    EVALUATE_WHAT_IF(Rule.anyone()),
    OPEN_BALLOT(staff()),
    CAST_VOTE(Rule.mandate(MandateRole.DELEGATE).inStanding().fresh()),
    READ_BALLOTS(readers()),
    MAKE_AWARD(Rule.mandate(MandateRole.PROCUREMENT_OFFICER)
            .inStanding()
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
