package org.concord.kit.event;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends events to Kafka in CloudEvents binary mode. For what has its own outbox; all others use {@link Outbox}. */
public final class EventProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> kafka;
    private final TopicConfig topics;
    private final String source;

    EventProducer(KafkaProducer<String, byte[]> kafka, TopicConfig topics, String source) {
        this.kafka = kafka;
        this.topics = topics;
        this.source = source;
    }

    /**
     * Sends one event; it is safe with the broker when the answer is there. Events of one key arrive in the order in
     * which they are sent.
     */
    public Future<RecordMetadata> send(Envelope envelope, byte[] payload) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topics.onBroker(envelope.topic()), envelope.key(), payload);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", envelope.eventId().toString());
        header(message, "ce_source", source);
        header(message, "ce_type", envelope.type());
        header(message, "ce_time", envelope.occurredAt().toString());
        header(message, "ce_subject", envelope.key());
        header(message, "ce_sequence", Long.toString(envelope.version()));
        header(message, "content-type", "application/json");
        String traceparent = envelope.traceparent();
        if (traceparent != null) {
            header(message, "traceparent", traceparent);
        }
        return kafka.send(message);
    }

    /**
     * Sends what is collected so far without waiting for more, and returns when the broker has answered all of it. Who
     * knows that nothing follows for now calls it; the broker's work is by the request rather than by the event.
     */
    public void flush() {
        kafka.flush();
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        kafka.close();
    }
}
