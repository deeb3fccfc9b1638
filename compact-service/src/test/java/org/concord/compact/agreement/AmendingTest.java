package org.concord.compact.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.instrument.Terms.AmendmentRule;
import org.concord.compact.agreement.instrument.Terms.ProposedBy;
import org.concord.compact.agreement.instrument.TermsChange;
import org.concord.compact.agreement.instrument.TermsHistory.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From which day an amendment is in force: judged on the members of that very day. */
class AmendingTest {

    private static final LocalDate ACTIVE = day(1, 1);
    private static final List<Joined> THREE =
            List.of(joined("CA", ACTIVE, null), joined("MD", ACTIVE, null), joined("WA", ACTIVE, null));

    @Test
    void itIsInForceOnTheDayOnWhichTheLastMemberHasTakenIt() {
        assertThat(force("1/1", Map.of("CA", day(4, 1), "MD", day(7, 1), "WA", day(5, 1)), THREE))
                .contains(day(7, 1));
    }

    @Test
    void itIsNotInForceWhileOneMemberHasNotTakenIt() {
        assertThat(force("1/1", Map.of("CA", day(4, 1), "WA", day(5, 1)), THREE))
                .isEmpty();
    }

    @Test
    void theLeavingOfTheLastThatHadNotTakenItCompletesUnanimity() {
        List<Joined> left = with(THREE, joined("TX", ACTIVE, day(9, 1)));

        assertThat(force("1/1", Map.of("CA", day(4, 1), "MD", day(7, 1), "WA", day(5, 1)), left))
                .contains(day(9, 1));
    }

    @Test
    void whoJoinedMeanwhileMustTakeItToo() {
        List<Joined> grown = with(THREE, joined("OR", day(6, 1), null));
        Map<String, LocalDate> taken = Map.of("CA", day(4, 1), "MD", day(7, 1), "WA", day(5, 1));

        assertThat(force("1/1", taken, grown)).isEmpty();
        assertThat(force("1/1", with(taken, "OR", day(8, 1)), grown)).contains(day(8, 1));
    }

    @Test
    void whoJoinsOnceItIsInForceJoinsTheAmendedInstrument() {
        List<Joined> grown = with(THREE, joined("OR", day(8, 1), null));

        assertThat(force("1/1", Map.of("CA", day(4, 1), "MD", day(7, 1), "WA", day(5, 1)), grown))
                .contains(day(7, 1));
    }

    @Test
    void aShareIsReachedExactlyAndNotBelow() {
        Map<String, LocalDate> two = Map.of("CA", day(4, 1), "WA", day(5, 1));

        assertThat(force("2/3", two, THREE)).contains(day(5, 1));
        assertThat(force("3/4", two, THREE)).isEmpty();
    }

    @Test
    void anActFromBeforeTheProposalOrTheAgreementsForceWaitsForIt() {
        Map<String, LocalDate> early = Map.of("CA", day(1, 2), "MD", day(1, 2), "WA", day(1, 2));

        assertThat(force("1/1", early, THREE)).contains(day(3, 1));
        assertThat(amending("1/1", early).force(THREE, day(6, 1)).map(Version::fromOn))
                .contains(day(6, 1));
    }

    @Test
    void whereNobodyIsLeftNobodyAmends() {
        assertThat(force("1/1", Map.of(), List.of(joined("CA", ACTIVE, day(5, 1)))))
                .isEmpty();
    }

    private static Optional<LocalDate> force(String share, Map<String, LocalDate> taken, List<Joined> joined) {
        return amending(share, taken).force(joined, ACTIVE).map(Version::fromOn);
    }

    private static Amending amending(String share, Map<String, LocalDate> taken) {
        return new Amending(
                new UUID(1, 1), day(3, 1), new AmendmentRule(ProposedBy.COMMISSION, share), TermsChange.NONE, taken);
    }

    private static List<Joined> with(List<Joined> some, Joined more) {
        List<Joined> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private static Map<String, LocalDate> with(Map<String, LocalDate> some, String member, LocalDate day) {
        Map<String, LocalDate> all = new HashMap<>(some);
        all.put(member, day);
        return all;
    }

    private static Joined joined(String member, LocalDate effectiveOn, @Nullable LocalDate endedOn) {
        return new Joined(member, effectiveOn, effectiveOn, endedOn, null);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
