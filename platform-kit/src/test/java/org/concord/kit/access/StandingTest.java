package org.concord.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of rights by standing, written a second time by hand: what is not marked is lost. */
class StandingTest {

    @ParameterizedTest
    @CsvSource({
        // right,               not yet, full, suspended, winding down, ended
        "VOTE,                    false, true, false, false, false",
        "HOLD_OFFICE,             false, true, false, false, false",
        "TAKE_PART_IN_PURCHASES,  false, true, false, false, false",
        "SPEAK_ON_GUIDANCE,       false, true, false, false, false",
        "TAKE_PART_IN_AID,        false, true, false, false, false",
        "REPORT_COUNTS,           false, true, true,  false, false",
        "COMPLETE_ORDERS,         false, true, true,  true,  false",
        "SETTLE,                  false, true, true,  true,  true",
        "READ_OWN_PAST,           true,  true, true,  true,  true"
    })
    void everyCellIsAsWritten(
            Right right, boolean notYet, boolean full, boolean suspended, boolean windingDown, boolean ended) {
        assertThat(List.of(Standing.values()).stream()
                        .map(standing -> standing.keeps(right))
                        .toList())
                .containsExactly(notYet, full, suspended, windingDown, ended);
    }

    @Test
    void theTableAboveIsWhole() {
        assertThat(Right.values()).hasSize(9);
        assertThat(Standing.values())
                .containsExactly(
                        Standing.NOT_YET_EFFECTIVE,
                        Standing.FULL,
                        Standing.SUSPENDED,
                        Standing.WINDING_DOWN,
                        Standing.ENDED);
    }

    @Test
    void aSuspensionTakesWhatTheTermsSayAndNotMore() {
        StandingSpan span = new StandingSpan(Standing.SUSPENDED, LocalDate.of(2026, 3, 1), null, Set.of(Right.VOTE));

        for (Right right : Right.values()) {
            assertThat(span.keeps(right)).as(right.name()).isEqualTo(right != Right.VOTE);
        }
    }

    @Test
    void aSpanBeginsOnItsFirstDayAndEndsBeforeItsLast() {
        StandingSpan span = new StandingSpan(Standing.FULL, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

        assertThat(span.covers(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(span.covers(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(span.covers(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(span.covers(LocalDate.of(2026, 4, 1))).isFalse();
    }
}
