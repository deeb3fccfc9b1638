package org.concord.compact;

import jakarta.inject.Inject;
import org.concord.testkit.KafkaProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test against the running service, with real PostgreSQL, Kafka and Keycloak. */
public abstract class ServiceTest {

    @Inject
    protected TestClock clock;

    protected KafkaProbe kafka;
    protected Api api;

    @BeforeEach
    void open() {
        kafka = KafkaProbe.open();
        api = new Api(clock, kafka);
    }

    @AfterEach
    void close() {
        kafka.close();
    }
}
