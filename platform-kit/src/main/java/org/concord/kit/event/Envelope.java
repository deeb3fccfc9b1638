package org.concord.kit.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the outside of an event (CloudEvents 1.0).
 *
 * @param topic the topic without the environment's prefix
 * @param key the aggregate's id, which keeps its events in order
 * @param version dense from 1 per (topic, key)
 * @param type the CloudEvents type, as {@link EventProducers#typeOf} makes it
 * @param traceparent W3C trace context of the cause, where there is one
 */
public record Envelope(
        String topic,
        String key,
        long version,
        UUID eventId,
        String type,
        Instant occurredAt,
        @Nullable String traceparent) {}
