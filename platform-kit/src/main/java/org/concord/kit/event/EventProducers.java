package org.concord.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens producers with the settings that every event of this service is sent with. */
@ApplicationScoped
public class EventProducers {

    private final TopicConfig topics;
    private final String bootstrapServers;
    private final String source;

    EventProducers(
            TopicConfig topics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.topics = topics;
        this.bootstrapServers = bootstrapServers;
        this.source = "/" + application;
    }

    /** A producer of the caller's own; the caller closes it. */
    public EventProducer open() {
        return new EventProducer(
                new KafkaProducer<>(Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                        StringSerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                        ByteArraySerializer.class,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // Events leave in as few requests as there are pauses between them: see EventProducer.flush.
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        60_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        15_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        15_000)),
                topics,
                source);
    }

    /** CloudEvents type: reverse domain name, context and aggregate, event. */
    public static String typeOf(String topic, String event) {
        return "org.concord." + topic.replaceFirst("\\.v\\d+$", "") + "." + event;
    }
}
