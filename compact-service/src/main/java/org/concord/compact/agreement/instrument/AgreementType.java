package org.concord.compact.agreement.instrument;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.concord.kit.access.Capability;

/** The kinds of instrument, and the powers that each gives the members together. */
public enum AgreementType {
    /** A signed memorandum: no legal person, holds no money, signs no contract. It may speak. */
    ALLIANCE_MOU(Capability.PUBLISH_GUIDANCE),
    /** Enacted by each member's legislature: it may assess its members and bind them by rule. */
    STATUTORY_COMPACT(Capability.LEVY_DUES, Capability.BIND_BY_RULE, Capability.PUBLISH_GUIDANCE),
    /** Enacted, with the consent of Congress: its rules are federal law, and it may contract and aid as well. */
    CONSENTED_COMPACT(
            Capability.LEVY_DUES,
            Capability.BIND_BY_RULE,
            Capability.BUY_TOGETHER,
            Capability.PUBLISH_GUIDANCE,
            Capability.MUTUAL_AID),
    /** A purchasing cooperative: its lead buys and contracts under the lead's own law. */
    COOPERATIVE_CONTRACT(Capability.BUY_TOGETHER),
    /** Help across borders, asked for and paid for case by case. */
    MUTUAL_AID(Capability.MUTUAL_AID);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Capability> capabilities;

    AgreementType(Capability first, Capability... more) {
        this.capabilities = Set.copyOf(EnumSet.of(first, more));
    }

    /** The powers that the instrument gives, in the order of their declaration. */
    public Set<Capability> capabilities() {
        return new TreeSet<>(capabilities);
    }

    /** Whether each member joins it by a statute of its own. */
    public boolean isLaw() {
        return this == STATUTORY_COMPACT || this == CONSENTED_COMPACT;
    }

    /** Whether the instrument gives this power. */
    public boolean gives(Capability power) {
        return capabilities.contains(power);
    }
}
