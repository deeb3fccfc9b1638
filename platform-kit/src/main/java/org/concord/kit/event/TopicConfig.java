package org.concord.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Topics of a service. */
@ConfigMapping(prefix = "concord.topics")
interface TopicConfig {

    /** Put before every topic's name; empty in production, random in tests that share a broker. */
    Optional<String> prefix();

    /** Topics that this service publishes. */
    Optional<List<String>> owned();

    /** Topics that this service reads. */
    Optional<List<String>> consumed();

    /** Whether missing topics are made at start: in development and tests; production declares them. */
    @WithDefault("false")
    boolean create();

    /** Enough for a book's or a member's parallelism on the sample; production declares its own. */
    @WithDefault("3")
    int partitions();

    /** The name on the broker. */
    default String onBroker(String topic) {
        return prefix().orElse("") + topic;
    }
}
