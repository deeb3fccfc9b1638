package org.concord.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.concord.kit.event.Parcels.ParcelSent;
import org.concord.kit.time.Ids;
import org.concord.testkit.ServersResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Law 2: state and event commit together; no event is lost, doubled in effect, or reordered for one aggregate. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class DeliveryTest {

    private static final String TOPIC = "kit.parcel.v1";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Parcels parcels;

    @Inject
    Ids ids;

    @Inject
    TopicConfig topics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private String key;

    @BeforeEach
    void aStreamOfItsOwn() {
        key = ids.next().toString();
    }

    @AfterEach
    void nobodyIsPoisonedForEver() {
        parcels.beWell();
    }

    @Test
    void eventsOfOneKeyTakeEffectOnceAndInOrder() {
        for (int i = 0; i < 20; i++) {
            publish("parcel " + i);
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).hasSize(20));
        assertThat(parcels.effectsOf(key)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anEventLeavesOnlyWithItsTransaction() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.publish(TOPIC, key, new ParcelSent("never sent"));
                    throw new IllegalStateException("the work failed");
                }));
        publish("sent");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L));
    }

    @Test
    void publishingOutsideATransactionIsRefused() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> outbox.publish(TOPIC, key, new ParcelSent("lost")));
    }

    @Test
    void aTransactionThatCommitsLateIsNotPassedOver() throws InterruptedException {
        String late = key + "-late";
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.publish(TOPIC, late, new ParcelSent("drawn first, committed last"));
                    drawn.countDown();
                    awaitLatch(mayCommit);
                }));
        assertThat(drawn.await(20, TimeUnit.SECONDS)).isTrue();

        publish("drawn last, committed first");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L));
        assertThat(parcels.effectsOf(late)).isEmpty();

        mayCommit.countDown();
        slow.join();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(late)).containsExactly(1L));
    }

    @Test
    void twoTransactionsOnOneKeyAreNumberedInTheOrderOfTheirCommits() throws InterruptedException {
        CountDownLatch drawn = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.publish(TOPIC, key, new ParcelSent("first"));
                    drawn.countDown();
                    sleep(300);
                }));
        assertThat(drawn.await(20, TimeUnit.SECONDS)).isTrue();
        Thread second = Thread.ofVirtual().start(() -> publish("second"));
        first.join();
        second.join();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L, 2L));
    }

    @Test
    void aRelayThatDiesAfterTheBrokersAnswerSendsAgainAndTheEffectStaysOne() {
        publish("sent twice");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.waitingInOutbox(key)).isZero());

        QuarkusTransaction.requiringNew()
                .run(() -> parcels.forgetThatItWasPublished(key, ids.next(), bytes("sent twice")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.waitingInOutbox(key)).isZero());
        publish("sent once");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L, 2L));
    }

    @Test
    void aDuplicateOnTheTopicHasNoSecondEffect() {
        UUID eventId = ids.next();
        send(1, eventId, "twin");
        send(1, eventId, "twin");
        send(2, ids.next(), "next");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L, 2L));
    }

    @Test
    void anEventThatOvertookAnotherWaitsForIt() {
        send(3, ids.next(), "third");
        send(2, ids.next(), "second");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.parkedReason(key, 2)).isEqualTo("GAP"));
        assertThat(parcels.effectsOf(key)).isEmpty();

        send(1, ids.next(), "first");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L, 2L, 3L));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.parkedReason(key, 3)).isEqualTo("-"));
    }

    @Test
    void anEventWhoseNeedHasNotArrivedIsTriedAgainAndTheNextWaitsBehindIt() {
        String needy = "needy " + key;
        parcels.waitFor(needy);
        publish(needy);
        publish("after it");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.parkedReason(key, 1)).isEqualTo("NOT_YET"));
        assertThat(parcels.effectsOf(key)).isEmpty();

        parcels.beWell();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L, 2L));
    }

    @Test
    void aPoisonousEventIsParkedWithAllThatFollowItUntilItIsRedriven() {
        String poison = "poison " + key;
        parcels.failOn(poison);
        publish(poison);
        publish("innocent");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.parkedReason(key, 1)).isEqualTo("POISON"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.parkedReason(key, 2)).isEqualTo("BEHIND"));
        assertThat(parcels.effectsOf(key)).isEmpty();

        parcels.beWell();
        int redriven = QuarkusTransaction.requiringNew().call(() -> inbox.redrive());

        assertThat(redriven).isPositive();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L, 2L));
    }

    @Test
    void oneKeysPoisonDoesNotHoldUpAnother() {
        String poison = "poison " + key;
        parcels.failOn(poison);
        publish(poison);

        String other = key + "-other";
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(TOPIC, other, new ParcelSent("innocent")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(other)).containsExactly(1L));
    }

    @Test
    void aRecordWithoutAnEnvelopeIsPassedOver() {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            assertThat(producer.send(new ProducerRecord<>(topics.onBroker(TOPIC), key, bytes("stray"))))
                    .succeedsWithin(SOON);
        }
        publish("proper");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(key)).containsExactly(1L));
    }

    private void publish(String content) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(TOPIC, key, new ParcelSent(content)));
    }

    private void send(long version, UUID eventId, String content) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topics.onBroker(TOPIC), key, bytes(content));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        eventId.toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        "org.concord.kit.parcel.ParcelSent",
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "ce_subject",
                        key,
                        "ce_sequence",
                        Long.toString(version))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, byte[]> producer = producer()) {
            assertThat(producer.send(record)).succeedsWithin(SOON);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    private static byte[] bytes(String content) {
        return ("{\"content\":\"" + content + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
