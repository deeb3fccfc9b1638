package org.concord.compact;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test against the running service, with real PostgreSQL, Kafka and Keycloak. */
@QuarkusTest
@WithTestResource(ServersResource.class)
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
