package org.concord.kit.event;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer of whole polls. What its effects do after they have written, a test says for each key. */
@ApplicationScoped
class Crates {

    record CrateSent(String content) {}

    private final Map<String, Consumer<EventContext>> scripts = new ConcurrentHashMap<>();
    private final Queue<Integer> polls = new ConcurrentLinkedQueue<>();
    private final Parcels parcels;
    private final Subscription crates;
    private final Subscription strays;

    Crates(Inbox inbox, Parcels parcels) {
        this.parcels = parcels;
        this.crates = inbox.subscribe("kit.crate.v1", handlers());
        this.strays = inbox.subscribe("kit.stray.v1", handlers());
    }

    @Incoming("crates")
    @Blocking
    void onCrates(ConsumerRecords<String, byte[]> poll) {
        polls.add(poll.count());
        crates.receive(poll);
    }

    @Incoming("strays")
    @Blocking
    void onStrays(ConsumerRecords<String, byte[]> poll) {
        strays.receive(poll);
    }

    /** The same effects for an inbox of the test's own. */
    Handlers handlers() {
        return Handlers.of().on(CrateSent.class, (context, event) -> {
            parcels.note(context);
            scripts.getOrDefault(context.key(), nothing -> {}).accept(context);
        });
    }

    void when(String key, Consumer<EventContext> script) {
        scripts.put(key, script);
    }

    void forget() {
        scripts.clear();
    }

    /** The most records that one poll of the channel brought so far. */
    int largestPoll() {
        return polls.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
