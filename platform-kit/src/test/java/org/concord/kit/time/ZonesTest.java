package org.concord.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ZonesTest {

    @Test
    void oneInstantHasTwoLegalDates() {
        Instant lateOnSaturday = Instant.parse("2026-11-22T03:00:00Z");

        assertThat(Zones.dateIn("HI", lateOnSaturday)).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(Zones.dateIn("GU", lateOnSaturday)).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void aCodeOfNoJurisdictionIsRefused() {
        assertThat(Zones.isJurisdiction("XX")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Zones.of("XX"));
    }
}
