package org.concord.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MmwrWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2024-12-29, 2025-W01",
        "2025-12-28, 2025-W53",
        "2026-01-03, 2025-W53",
        "2026-01-04, 2026-W01",
        "2027-01-02, 2026-W52",
        "2023-01-01, 2023-W01",
        "2022-12-31, 2022-W52",
        "2021-01-02, 2020-W53"
    })
    void eachDayLiesInItsWeek(LocalDate day, String week) {
        assertThat(MmwrWeek.of(day)).hasToString(week);
    }

    @Test
    void weeksFollowEachOtherWithoutAGapOverTwoCenturies() {
        MmwrWeek week = MmwrWeek.of(LocalDate.of(1900, 1, 1));
        for (LocalDate day = LocalDate.of(1900, 1, 7); day.getYear() < 2100; day = day.plusWeeks(1)) {
            MmwrWeek next = MmwrWeek.of(day);

            assertThat(next.start()).isEqualTo(day);
            assertThat(next.end().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
            assertThat(next).isEqualTo(week.plus(1)).isGreaterThan(week);
            assertThat(next.number()).isEqualTo(week.number() + 1);
            assertThat(MmwrWeek.parse(next.toString())).isEqualTo(next);
            week = next;
        }
    }

    @Test
    void aYearHas53WeeksWhenFourDaysAreLeftForTheLast() {
        assertThat(MmwrWeek.weeksIn(2025)).isEqualTo(53);
        assertThat(MmwrWeek.weeksIn(2024)).isEqualTo(52);
        assertThat(MmwrWeek.weeksIn(2020)).isEqualTo(53);
        assertThat(MmwrWeek.weeksIn(2014)).isEqualTo(53);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-W53", "2025-W00", "2025-W54", "2025-53", "2025-W1", "1899-W52", "", "25-W01"})
    void whatIsNoWeekIsRefused(String text) {
        assertThatThrownBy(() -> MmwrWeek.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
