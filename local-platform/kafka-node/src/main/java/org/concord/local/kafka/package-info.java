/**
 * The Kafka broker of the local platform. {@link org.concord.local.kafka.KafkaNode} runs in a JVM of its own, because a
 * broker brings Scala and its own client version along; the launcher starts that JVM, waits for the line READY and stops
 * it with SIGTERM.
 */
@NullMarked
package org.concord.local.kafka;

import org.jspecify.annotations.NullMarked;
