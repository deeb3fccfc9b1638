package org.concord.ledger;

import org.concord.testkit.KafkaProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test that plays the services around this one: with a probe into Kafka for as long as its class runs. */
public abstract class LedgerTest {

    protected static KafkaProbe probe;

    @BeforeAll
    static void openProbe() {
        probe = KafkaProbe.open();
    }

    @AfterAll
    static void closeProbe() {
        probe.close();
    }
}
