package org.concord.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void anIdIsAVersion7Uuid() {
        UUID id = idsAt(NOON).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void anIdCarriesItsMillisecond() {
        UUID id = idsAt(NOON).next();

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void laterIdsSortAfterEarlierOnes() {
        String earlier = idsAt(NOON).next().toString();
        String later = idsAt(NOON.plusMillis(1)).next().toString();

        assertThat(later).isGreaterThan(earlier);
    }

    @Test
    void twoIdsOfOneMillisecondDiffer() {
        Ids ids = idsAt(NOON);

        assertThat(ids.next()).isNotEqualTo(ids.next());
    }

    private static Ids idsAt(Instant instant) {
        return new Ids(Clock.fixed(instant, ZoneOffset.UTC), new Random(7));
    }
}
