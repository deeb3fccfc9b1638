package org.concord.compact;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time plus what a test has let pass, so that no test sleeps until a closing time. */
@Singleton
public class TestClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration passed = Duration.ZERO;

    /** Lets time pass for everybody. */
    public synchronized void letPass(Duration time) {
        passed = passed.plus(time);
    }

    /** Does something as if so much time had passed, then goes back. */
    public synchronized void after(Duration time, Runnable act) {
        Duration before = passed;
        passed = passed.plus(time);
        try {
            act.run();
        } finally {
            passed = before;
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(passed);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the services read instants only");
    }
}
