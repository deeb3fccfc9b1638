package org.concord.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The other end of the application's topics: plays the services that it listens to, and reads what it publishes. Topic
 * names are those of the contract; the application's own prefix is put before them here.
 *
 * <p>Every wait is bounded: {@link #await} fails with what did arrive.
 */
public final class KafkaProbe implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final Map<String, KafkaConsumer<String, byte[]>> consumers = new HashMap<>();
    private final Map<String, List<Event>> seen = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    /**
     * A published event.
     *
     * @param key the aggregate's key
     * @param headers all headers by name
     * @param data the event's JSON
     */
    public record Event(String key, Map<String, String> headers, JsonNode data) {

        /** The simple name of the event's record: the last part of the CloudEvents type. */
        public String type() {
            String type = headers.getOrDefault("ce_type", "");
            return type.substring(type.lastIndexOf('.') + 1);
        }

        /** The version of the aggregate that the event made: dense from 1 for each topic and key. */
        public long version() {
            return Long.parseLong(headers.getOrDefault("ce_sequence", "0"));
        }

        /** The event's id. */
        public UUID id() {
            return UUID.fromString(headers.getOrDefault("ce_id", ""));
        }
    }

    private KafkaProbe(String bootstrapServers, String prefix) {
        this.prefix = prefix;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0, "max.block.ms", 20_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A probe for the running test application. */
    public static KafkaProbe open() {
        return new KafkaProbe(Sandbox.kafka(), Sandbox.topicPrefix());
    }

    // ---------- publishing ----------

    /**
     * Publishes an event as the owning service would, with the next version of its key.
     *
     * @param topic for example {@code compact.award.v1}
     * @param type simple name of the event's record, for example {@code AwardMade}
     * @param data the event: a record, a map, a JSON tree, or JSON text
     * @return its id
     */
    public UUID publish(String topic, String key, String type, Object data) {
        long version = versions.merge(topic + "|" + key, 1L, Long::sum);
        return publish(topic, key, type, version, UUID.randomUUID(), data);
    }

    /** The same with a version and an id of the test's choice: for duplicates, gaps and late comers. */
    public UUID publish(String topic, String key, String type, long version, UUID id, Object data) {
        versions.merge(topic + "|" + key, version, Math::max);
        return send(topic, key, type, Long.toString(version), id, bytes(data));
    }

    /**
     * Publishes events of this type in one record batch of one partition, in their order, so that a single poll of a
     * consumer brings all of them. Each has the next version of its key.
     *
     * @param events key and event; together well below a megabyte
     */
    public void publishTogether(String topic, String type, List<Map.Entry<String, Object>> events) {
        ensureTopic(topic);
        // It waits for more until it is flushed.
        Map<String, Object> patient = Map.of(
                "bootstrap.servers", Sandbox.kafka(), "acks", "all", "linger.ms", 60_000, "batch.size", 1_000_000);
        try (var together = new KafkaProducer<>(patient, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (var event : events) {
                long version = versions.merge(topic + "|" + event.getKey(), 1L, Long::sum);
                sent.add(together.send(message(
                        topic,
                        0,
                        event.getKey(),
                        type,
                        Long.toString(version),
                        UUID.randomUUID(),
                        bytes(event.getValue()))));
            }
            together.flush();
            sent.forEach(KafkaProbe::get);
        }
    }

    /** Publishes bytes that need not be an event: poison. */
    public UUID publishRaw(String topic, String key, String type, long version, byte[] value) {
        return send(topic, key, type, Long.toString(version), UUID.randomUUID(), value);
    }

    private UUID send(String topic, String key, String type, String version, UUID id, byte[] value) {
        ensureTopic(topic);
        get(producer.send(message(topic, null, key, type, version, id, value)));
        return id;
    }

    private ProducerRecord<String, byte[]> message(
            String topic, @Nullable Integer partition, String key, String type, String version, UUID id, byte[] value) {
        var message = new ProducerRecord<>(prefix + topic, partition, key, value);
        String context = topic.substring(0, topic.indexOf('.'));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/" + context + "-service",
                        "ce_type",
                        "org.concord." + topic.replaceAll("\\.v1$", "") + "." + type,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        key,
                        "ce_sequence",
                        version,
                        "traceparent",
                        "00-" + hex(id) + "-" + hex(id).substring(0, 16) + "-01",
                        "content-type",
                        "application/json")
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static byte[] bytes(Object data) {
        try {
            return data instanceof String text
                    ? text.getBytes(StandardCharsets.UTF_8)
                    : JSON.copy().findAndRegisterModules().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** Makes the topic if it is missing. */
    public void ensureTopic(String topic) {
        var wanted = new NewTopic(prefix + topic, Optional.empty(), Optional.empty());
        try {
            admin.createTopics(List.of(wanted)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer", e);
        }
    }

    // ---------- reading ----------

    /** The first event of this type and key, waiting up to thirty seconds for it. */
    public Event await(String topic, String key, String type) {
        return awaitAll(topic, key, type, 1).getFirst();
    }

    /** The first event of the topic that fits, waiting up to thirty seconds for it. */
    public Event await(String topic, Predicate<Event> fitting) {
        return awaitAll(topic, fitting, 1, "that fits").getFirst();
    }

    /** The first {@code count} events of this type and key, in order. */
    public List<Event> awaitAll(String topic, String key, String type, int count) {
        return awaitAll(
                topic, event -> event.key().equals(key) && event.type().equals(type), count, type + " of " + key);
    }

    private List<Event> awaitAll(String topic, Predicate<Event> fitting, int count, String wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<Event> found =
                    poll(topic, Duration.ofMillis(100)).stream().filter(fitting).toList();
            if (found.size() >= count) {
                return found.subList(0, count);
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + count + " events " + wanted + " on " + topic + " within "
                        + PATIENCE.toSeconds() + " s; seen there: "
                        + seen.getOrDefault(topic, List.of()).stream()
                                .map(event -> event.type() + " of " + event.key())
                                .toList());
            }
        }
    }

    /** All that was published under the key so far, after listening for {@code quiet} without anything new. */
    public List<Event> published(String topic, String key, Duration quiet) {
        long end = System.nanoTime() + quiet.toNanos();
        int before = -1;
        while (System.nanoTime() < end) {
            int now = poll(topic, Duration.ofMillis(100)).size();
            if (now != before) {
                before = now;
                end = System.nanoTime() + quiet.toNanos();
            }
        }
        return seen.getOrDefault(topic, List.of()).stream()
                .filter(event -> event.key().equals(key))
                .toList();
    }

    private List<Event> poll(String topic, Duration wait) {
        var events = seen.computeIfAbsent(topic, name -> new ArrayList<>());
        var consumer = consumers.computeIfAbsent(topic, this::readFromTheStart);
        for (var record : consumer.poll(wait)) {
            events.add(event(record));
        }
        return events;
    }

    private KafkaConsumer<String, byte[]> readFromTheStart(String topic) {
        ensureTopic(topic);
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Sandbox.kafka(), "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(prefix + topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(prefix + topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Event event(ConsumerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        try {
            return new Event(message.key(), Map.copyOf(headers), JSON.readTree(message.value()));
        } catch (IOException e) {
            throw new AssertionError(
                    "an event that is not JSON: " + new String(message.value(), StandardCharsets.UTF_8), e);
        }
    }

    private static void get(Future<?> sent) {
        try {
            sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take the event", e);
        }
    }

    @Override
    public void close() {
        consumers.values().forEach(consumer -> consumer.close());
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }
}
