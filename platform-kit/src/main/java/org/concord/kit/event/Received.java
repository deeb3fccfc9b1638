package org.concord.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A message as it lies on the topic: envelope and bytes. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; never compared
record Received(EventContext context, byte[] payload) {

    /**
     * Reads the CloudEvents headers (Kafka protocol binding, binary mode).
     *
     * @throws IllegalArgumentException when one is missing or unreadable: such a record cannot even be parked by its
     *     version
     */
    static Received of(String topic, ConsumerRecord<String, byte[]> record) {
        Objects.requireNonNull(record.value(), "a record without a value");
        return new Received(
                new EventContext(
                        UUID.fromString(header(record, "ce_id")),
                        topic,
                        Objects.requireNonNull(record.key(), "a record without a key"),
                        Long.parseLong(header(record, "ce_sequence")),
                        header(record, "ce_type"),
                        Instant.parse(header(record, "ce_time"))),
                record.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("a record without the header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
