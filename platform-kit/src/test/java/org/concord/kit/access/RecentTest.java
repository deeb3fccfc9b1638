package org.concord.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void aFactIsReadOnceWithinItsLifetime() {
        Recent recent = new Recent(Duration.ofHours(1));

        assertThat(recent.get("a", readings::incrementAndGet)).isEqualTo(1);
        assertThat(recent.get("a", readings::incrementAndGet)).isEqualTo(1);
        assertThat(recent.get("b", readings::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void aChangeForgetsAll() {
        Recent recent = new Recent(Duration.ofHours(1));
        recent.get("a", readings::incrementAndGet);

        recent.forget();

        assertThat(recent.get("a", readings::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void withoutALifetimeNothingIsKept() {
        Recent recent = new Recent(Duration.ZERO);
        recent.get("a", readings::incrementAndGet);

        assertThat(recent.get("a", readings::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void aFactIsReadAgainAfterItsLifetime() {
        Recent recent = new Recent(Duration.ofNanos(1));
        recent.get("a", readings::incrementAndGet);

        assertThat(recent.get("a", readings::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void madeUpQuestionsDoNotFillTheMemory() {
        Recent recent = new Recent(Duration.ofHours(1));
        for (int i = 0; i < 10_001; i++) {
            recent.get(i, readings::incrementAndGet);
        }

        // All but the last were forgotten when there were too many.
        assertThat(recent.get(0, readings::incrementAndGet)).isEqualTo(10_002);
        assertThat(recent.get(10_000, readings::incrementAndGet)).isEqualTo(10_001);
    }
}
