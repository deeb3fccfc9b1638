package org.concord.acceptance.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events as the services that own them would publish them. */
final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String kafka;

    /** @param kafka where Kafka listens */
    Events(String kafka) {
        this.kafka = kafka;
    }

    /** Publishes an event as its owner would, and waits until Kafka has it. */
    void publish(String topic, UUID key, String type, Map<String, Object> data) {
        publish(topic, Map.of(key, data), type);
    }

    /** Publishes events of one type, each the first of its aggregate. */
    void publish(String topic, Map<UUID, Map<String, Object>> events, String type) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            events.forEach((key, data) -> sent.add(publish(producer, topic, key, type, data)));
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take " + type, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Future<RecordMetadata> publish(
            KafkaProducer<String, byte[]> producer, String topic, UUID key, String type, Map<String, Object> data) {
        try {
            var message = new ProducerRecord<>(topic, key.toString(), JSON.writeValueAsBytes(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "/" + topic.substring(0, topic.indexOf('.')) + "-service",
                            "ce_type",
                            "org.concord." + topic.replace(".v1", "") + "." + type,
                            "ce_time",
                            "2026-01-01T00:00:00Z",
                            "ce_subject",
                            key.toString(),
                            "ce_sequence",
                            "1",
                            "content-type",
                            "application/json")
                    .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            return producer.send(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + type, e);
        }
    }
}
