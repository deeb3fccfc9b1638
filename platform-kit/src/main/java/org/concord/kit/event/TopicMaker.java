package org.concord.kit.event;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes missing topics before any channel subscribes, where {@code concord.topics.create} says so. */
@ApplicationScoped
class TopicMaker {

    private final TopicConfig topics;
    private final String bootstrapServers;

    TopicMaker(TopicConfig topics, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.topics = topics;
        this.bootstrapServers = bootstrapServers;
    }

    void beforeChannelsSubscribe(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (!topics.create()) {
            return;
        }
        Set<String> wanted = new HashSet<>(topics.owned().orElse(List.of()));
        wanted.addAll(topics.consumed().orElse(List.of()));
        List<NewTopic> missing = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            for (String topic : wanted) {
                String name = topics.onBroker(topic);
                if (!present.contains(name)) {
                    missing.add(new NewTopic(name, Optional.of(topics.partitions()), Optional.empty()));
                }
            }
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topics could not be made", failed.getCause());
            }
        } catch (TimeoutException slow) {
            throw new IllegalStateException("Kafka at " + bootstrapServers + " does not answer", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
