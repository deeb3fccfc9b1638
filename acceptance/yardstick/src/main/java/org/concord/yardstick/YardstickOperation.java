package org.concord.yardstick;

import org.concord.kit.access.MandateRole;
import org.concord.kit.access.Operation;
import org.concord.kit.access.RealmRole;
import org.concord.kit.access.Rule;

/** The ledger's rule for vouchers. */
enum YardstickOperation implements Operation {
    POST_VOUCHER(Rule.mandate(MandateRole.TREASURER).inStanding().orRealm(RealmRole.COMMISSION_STAFF));

    @SuppressWarnings("ImmutableEnumChecker") // a record of copied sets
    private final Rule rule;

    YardstickOperation(Rule rule) {
        this.rule = rule;
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
