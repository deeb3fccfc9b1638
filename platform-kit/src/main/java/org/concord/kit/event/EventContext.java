package org.concord.kit.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The envelope of a received event (CloudEvents 1.0).
 *
 * @param topic the topic without the environment's prefix
 * @param key the aggregate's id; events of one key arrive in version order
 * @param version dense from 1 per (topic, key)
 */
public record EventContext(UUID eventId, String topic, String key, long version, String type, Instant occurredAt) {}
