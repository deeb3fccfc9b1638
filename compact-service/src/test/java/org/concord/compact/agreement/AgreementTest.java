package org.concord.compact.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.concord.compact.agreement.instrument.AgreementType;
import org.concord.kit.access.Capability;
import org.junit.jupiter.api.Test;

class AgreementTest {

    /** The table of powers, cell by cell: what is not written here is not given. */
    private static final Map<AgreementType, Set<Capability>> POWERS = Map.of(
            AgreementType.ALLIANCE_MOU, EnumSet.of(Capability.PUBLISH_GUIDANCE),
            AgreementType.STATUTORY_COMPACT,
                    EnumSet.of(Capability.LEVY_DUES, Capability.BIND_BY_RULE, Capability.PUBLISH_GUIDANCE),
            AgreementType.CONSENTED_COMPACT, EnumSet.allOf(Capability.class),
            AgreementType.COOPERATIVE_CONTRACT, EnumSet.of(Capability.BUY_TOGETHER),
            AgreementType.MUTUAL_AID, EnumSet.of(Capability.MUTUAL_AID));

    @Test
    void eachTypeGivesItsPowersAndNoOther() {
        for (AgreementType type : AgreementType.values()) {
            for (Capability power : Capability.values()) {
                assertThat(type.gives(power))
                        .as("%s gives %s", type, power)
                        .isEqualTo(POWERS.get(type).contains(power));
            }
        }
    }

    @Test
    void standingBeginsOnItsFirstDayAndEndsBeforeItsLast() {
        Term term = new Term("MD", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 1));

        assertThat(term.covers(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(term.covers(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(term.covers(LocalDate.of(2026, 5, 31))).isTrue();
        assertThat(term.covers(LocalDate.of(2026, 6, 1))).isFalse();
    }

    @Test
    void eachMemberStandsByTheDateOfItsOwnZone() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        AgreementFacts agreement = agreement(new Term("GU", first, null), new Term("HI", first, null));

        // 1 March has begun on Guam, and not yet in Honolulu.
        assertThat(agreement.inStanding(Instant.parse("2026-02-28T15:00:00Z"))).containsExactly("GU");
        assertThat(agreement.inStanding(Instant.parse("2026-03-01T10:00:00Z"))).containsExactly("GU", "HI");
    }

    @Test
    void aMemberThatLeftAndCameBackHasOneSeat() {
        AgreementFacts agreement = agreement(
                new Term("MD", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1)),
                new Term("MD", LocalDate.of(2022, 1, 1), null));

        assertThat(agreement.inStanding(Instant.parse("2026-03-01T10:00:00Z"))).containsExactly("MD");
        assertThat(agreement.inStanding(Instant.parse("2021-06-01T10:00:00Z"))).isEmpty();
    }

    private static AgreementFacts agreement(Term... terms) {
        return new AgreementFacts(
                new UUID(0, 1),
                "PHA-COOP",
                AgreementType.COOPERATIVE_CONTRACT,
                "WA",
                List.copyOf(Arrays.asList(terms)));
    }
}
