package org.concord.compact.agreement.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.instrument.Terms.AmendmentRule;
import org.concord.compact.agreement.instrument.Terms.Exit;
import org.concord.compact.agreement.instrument.Terms.LeftBy;
import org.concord.compact.agreement.instrument.Terms.ProposedBy;
import org.concord.compact.agreement.instrument.TermsHistory.Version;
import org.junit.jupiter.api.Test;

/** An instrument's terms by date, as its amendments left them. */
class TermsHistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);
    private static final Exit A_YEAR = new Exit(LeftBy.REPEAL, Period.ofYears(1), true, 0, 60);

    @Test
    void anAmendmentCountsFromItsDayOnAndNotBefore() {
        Terms founding = Terms.usual(AgreementType.STATUTORY_COMPACT);
        TermsHistory history = new TermsHistory(founding, List.of(new Version(ONE, FIRST, longerNotice())));

        assertThat(history.on(FIRST.minusDays(1))).isEqualTo(founding);
        assertThat(history.on(FIRST).exit()).isEqualTo(A_YEAR);
        assertThat(history.amendmentsOn(FIRST.minusDays(1))).isEmpty();
        assertThat(history.amendmentsOn(FIRST)).containsExactly(ONE);
    }

    @Test
    void twoAmendmentsOfDifferentPartsDoNotUndoEachOther() {
        TermsHistory history = new TermsHistory(
                Terms.usual(AgreementType.STATUTORY_COMPACT),
                List.of(new Version(ONE, FIRST, longerNotice()), new Version(TWO, FIRST.plusDays(1), twoSeats())));

        Terms both = history.on(FIRST.plusDays(1));

        assertThat(both.exit()).isEqualTo(A_YEAR);
        assertThat(both.seatsPerMember()).isEqualTo(2);
    }

    @Test
    void aChangeThatDoesNotFitTheTypeIsSaidWithItsPlace() {
        Exit byNotice = new Exit(LeftBy.NOTICE, Period.ofDays(30), false, 0, 60);
        AmendmentRule more = new AmendmentRule(ProposedBy.COMMISSION, "3/2");
        TermsChange unfit = new TermsChange(null, null, null, byNotice, null, null, more, null);

        assertThat(unfit.faults(Terms.usual(AgreementType.STATUTORY_COMPACT), AgreementType.STATUTORY_COMPACT))
                .extracting("pointer")
                .containsExactly("/change/exit/leftBy", "/change/amendment/share");
    }

    private static TermsChange longerNotice() {
        return new TermsChange(null, null, null, A_YEAR, null, null, null, null);
    }

    private static TermsChange twoSeats() {
        return new TermsChange(null, null, 2, null, null, null, null, null);
    }
}
