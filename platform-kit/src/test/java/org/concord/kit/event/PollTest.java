package org.concord.kit.event;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.concord.kit.event.Crates.CrateSent;
import org.concord.kit.time.Ids;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A poll is worked on key by key: each key in its order, no key behind another, nothing acknowledged before it is done. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class PollTest {

    private static final String TOPIC = "kit.crate.v1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 20;

    /** A database that can go away. */
    private static final class Fragile extends InboxStore {
        private volatile boolean gone;

        Fragile(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        long lockStream(String consumer, String topic, String key) {
            mustBeThere();
            return super.lockStream(consumer, topic, key);
        }

        @Override
        void park(String consumer, Received message, Reason reason, String error, Instant nextAttempt, Instant now) {
            mustBeThere();
            super.park(consumer, message, reason, error, nextAttempt, now);
        }

        private void mustBeThere() {
            if (gone) {
                throw new IllegalStateException("the database is gone");
            }
        }
    }

    private static KafkaProbe probe;

    @Inject
    Crates crates;

    @Inject
    Parcels parcels;

    @Inject
    Inbox inbox;

    @Inject
    DataSource dataSource;

    @Inject
    InboxStore store;

    @Inject
    EventConfig config;

    @Inject
    TopicConfig topics;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    Ids ids;

    @Inject
    KafkaClientService clients;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private String test;

    @BeforeAll
    static void open() {
        probe = KafkaProbe.open();
    }

    @AfterAll
    static void close() {
        probe.close();
    }

    @BeforeEach
    void keysOfItsOwn() {
        test = ids.next().toString();
    }

    @AfterEach
    void everyEffectIsWell() {
        crates.forget();
    }

    // ---- through the channel -------------------------------------------------------------------------------------

    @Test
    void recordsOfOneKeyTakeEffectInTheirOrderWhileOtherKeysRunBesideThem() {
        List<String> keys = keys(5);
        double waited = meters.counter("concord.inbox", "outcome", "parked").count();
        List<Map.Entry<String, Object>> keyByKey = new ArrayList<>();
        keys.forEach(key -> keyByKey.addAll(events(List.of(key), 10)));

        probe.publishTogether(TOPIC, "CrateSent", keyByKey);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keys)
                        .allSatisfy(key -> assertThat(parcels.effectsOf(key))
                                .containsExactlyElementsOf(
                                        LongStream.rangeClosed(1, 10).boxed().toList())));
        assertThat(crates.largestPoll()).as("one poll brought them").isGreaterThanOrEqualTo(50);
        assertThat(meters.counter("concord.inbox", "outcome", "parked").count())
                .as("none came before its predecessor")
                .isEqualTo(waited);
    }

    @Test
    void aPollIsBounded() {
        Map<String, ?> consumer = clients.getConsumer("crates").configuration();

        assertThat(consumer.get("max.poll.records")).isEqualTo("100");
    }

    @Test
    void aSlowKeyHoldsUpNoOtherOfItsPoll() {
        List<String> keys = keys(6);
        String slow = keys.getFirst();
        CountDownLatch goOn = new CountDownLatch(1);
        crates.when(slow, event -> pass(goOn));

        probe.publishTogether(TOPIC, "CrateSent", events(keys, 3));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keys.subList(1, 6))
                        .allSatisfy(key -> assertThat(parcels.effectsOf(key)).containsExactly(1L, 2L, 3L)));
        assertThat(parcels.effectsOf(slow)).isEmpty();
        goOn.countDown();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(slow)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void aPoisonousKeyParksAloneAndThePollsGoOn() {
        List<String> keys = keys(4);
        String poisonous = keys.get(1);
        crates.when(poisonous, event -> {
            throw new IllegalStateException("told to fail");
        });

        probe.publishTogether(TOPIC, "CrateSent", events(keys, 2));
        probe.publishTogether(TOPIC, "CrateSent", events(keys, 1));

        List<String> others = List.of(keys.get(0), keys.get(2), keys.get(3));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(others)
                        .allSatisfy(key -> assertThat(parcels.effectsOf(key)).containsExactly(1L, 2L, 3L)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(List.of(1L, 2L, 3L))
                        .extracting(version -> parcels.parkedReason(poisonous, version))
                        .containsExactly("POISON", "BEHIND", "BEHIND"));
        assertThat(parcels.effectsOf(poisonous)).isEmpty();

        crates.forget();
        QuarkusTransaction.requiringNew().run(() -> inbox.redrive());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(poisonous)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void anEventThatNeedsAnotherKeysEventWaitsForItAlthoughBothAreOfOnePoll() {
        List<String> keys = keys(2);
        String needy = keys.get(0);
        String needed = keys.get(1);
        CountDownLatch parked = new CountDownLatch(1);
        crates.when(needy, event -> {
            if (parcels.effectsOf(needed).isEmpty()) {
                throw new NotYet(needed);
            }
        });
        crates.when(needed, event -> pass(parked));

        probe.publishTogether(TOPIC, "CrateSent", events(keys, 1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.parkedReason(needy, 1)).isEqualTo("NOT_YET"));
        parked.countDown();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(needy)).containsExactly(1L));
    }

    @Test
    void recordsWithoutKeyOrEnvelopeArePassedOver() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(topics.onBroker(TOPIC), 0, null, new byte[] {1})))
                    .succeedsWithin(SOON);
            assertThat(producer.send(new ProducerRecord<>(topics.onBroker(TOPIC), 0, test, new byte[] {1})))
                    .succeedsWithin(SOON);
        }

        probe.publishTogether(TOPIC, "CrateSent", events(List.of(test), 1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parcels.effectsOf(test)).containsExactly(1L));
    }

    @Test
    void theTraceOfARecordGoesOnInItsEffect() {
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        crates.when(test, event -> seen.add(Span.current().getSpanContext().getTraceId()));

        UUID id = probe.publish(TOPIC, test, "CrateSent", new CrateSent("traced"));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(seen).containsExactly(id.toString().replace("-", "")));
    }

    @Test
    void aPollThatCouldNotBeTakenInIsNeverAcknowledged() throws Exception {
        String unstorable = test + "\0"; // PostgreSQL takes no such text, not even to park it

        probe.publishTogether("kit.stray.v1", "CrateSent", events(List.of(test, unstorable, test + "-2"), 2));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(get("/q/health/live").asString()).contains("\"strays\": \"[KO]"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            assertThat(admin.listConsumerGroupOffsets(topics.onBroker("platform-kit.strays"))
                            .partitionsToOffsetAndMetadata()
                            .get(20, TimeUnit.SECONDS))
                    .isEmpty();
        }
    }

    // ---- as the channel does, in a process that a test can kill and start again ------------------------------------

    @Test
    void aHalfDonePollThatComesAgainHasOneEffect() {
        List<String> keys = keys(2);
        String done = keys.get(0);
        String dying = keys.get(1);
        String topic = topicOf(events(keys, 2));
        Fragile fragile = new Fragile(dataSource);
        crates.when(dying, event -> {
            if (event.version() == 2 && !fragile.gone) {
                await().atMost(SOON).until(() -> parcels.effectsOf(done).size() == 2);
                fragile.gone = true;
                throw new IllegalStateException("cut off in the middle");
            }
        });

        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            ConsumerRecords<String, byte[]> poll = poll(consumer, topic);
            Subscription dies = inboxOfThisTest(fragile).subscribe(topic, crates.handlers());
            assertThatExceptionOfType(Poll.NotTaken.class)
                    .isThrownBy(() -> dies.receive(poll))
                    .withMessageContaining("the database is gone");
        }
        assertThat(parcels.effectsOf(done)).containsExactly(1L, 2L);
        assertThat(parcels.effectsOf(dying)).containsExactly(1L);

        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            ConsumerRecords<String, byte[]> again = poll(consumer, topic);
            assertThat(again.count()).isEqualTo(4);
            process(topic).receive(again);
            consumer.commitSync();
        }
        assertThat(parcels.effectsOf(done)).containsExactly(1L, 2L);
        assertThat(parcels.effectsOf(dying)).containsExactly(1L, 2L);
    }

    @Test
    void asManyTransactionsAsAllowedRunSideBySideAndNotOneMore() {
        List<String> keys = keys(9);
        String topic = topicOf(events(keys, 1));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(config.atOnce());
        keys.forEach(key -> crates.when(key, event -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            pass(together); // only a full number gets through
            inside.decrementAndGet();
        }));

        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            process(topic).receive(poll(consumer, topic));
        }

        assertThat(most).hasValue(config.atOnce());
        assertThat(keys).allSatisfy(key -> assertThat(parcels.effectsOf(key)).containsExactly(1L));
    }

    @Test
    void whatAStoppingProcessHasNotDoneIsNotAcknowledgedAndComesAgain() throws InterruptedException {
        List<String> keys = keys(5);
        String topic = topicOf(events(keys, 1));
        CountDownLatch begun = new CountDownLatch(config.atOnce());
        CountDownLatch goOn = new CountDownLatch(1);
        keys.forEach(key -> crates.when(key, event -> {
            begun.countDown();
            pass(goOn);
        }));
        Inbox stopping = inboxOfThisTest(store);
        Subscription subscription = stopping.subscribe(topic, crates.handlers());

        try (KafkaConsumer<String, byte[]> consumer = consumer();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ConsumerRecords<String, byte[]> poll = poll(consumer, topic);
            CompletableFuture<Void> taking = CompletableFuture.runAsync(() -> subscription.receive(poll), threads);
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            Thread stop = Thread.ofPlatform().start(() -> stop(stopping));
            await().atMost(SOON).until(() -> stop.getState() == Thread.State.TIMED_WAITING);
            goOn.countDown();
            stop.join(SOON);
            assertThat(taking).failsWithin(SOON);
        }
        assertThat(keys.stream().mapToInt(key -> parcels.effectsOf(key).size()).sum())
                .isEqualTo(config.atOnce());
        assertThat(keys)
                .extracting(key -> parcels.parkedReason(key, 1))
                .as("nothing was parked")
                .containsOnly("-");

        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            process(topic).receive(poll(consumer, topic));
        }
        assertThat(keys).allSatisfy(key -> assertThat(parcels.effectsOf(key)).containsExactly(1L));
    }

    @Test
    void aBoundThatLeavesNoConnectionToOthersIsRefusedAtStart() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Inbox(store, config, json, clock, meters, test, config.atOnce()))
                .withMessageContaining("concord.events.at-once");
    }

    private List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> test + "-" + i).toList();
    }

    /** So many events of each key, the keys in turn. */
    private static List<Map.Entry<String, Object>> events(List<String> keys, int ofEach) {
        List<Map.Entry<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            for (String key : keys) {
                events.add(Map.entry(key, new CrateSent("crate " + i)));
            }
        }
        return events;
    }

    /** A topic of the test's own with these events. */
    private String topicOf(List<Map.Entry<String, Object>> events) {
        String topic = "kit." + test + ".v1";
        probe.publishTogether(topic, "CrateSent", events);
        return topic;
    }

    /** The process as it is after a start: it knows what the database knows. */
    private Subscription process(String topic) {
        return inboxOfThisTest(store).subscribe(topic, crates.handlers());
    }

    private Inbox inboxOfThisTest(InboxStore its) {
        return new Inbox(its, config, json, clock, meters, test, CONNECTIONS);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        test,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** All that the topic has after what its group acknowledged. */
    private ConsumerRecords<String, byte[]> poll(KafkaConsumer<String, byte[]> consumer, String topic) {
        consumer.assign(List.of(new TopicPartition(topics.onBroker(topic), 0)));
        ConsumerRecords<String, byte[]> polled = consumer.poll(SOON);
        assertThat(polled.isEmpty()).as("nothing on %s", topic).isFalse();
        return polled;
    }

    private static void stop(Inbox inbox) {
        try {
            inbox.stop(new ShutdownEvent());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("nobody came along", alone);
        }
    }
}
