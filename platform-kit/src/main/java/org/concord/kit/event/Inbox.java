package org.concord.kit.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.event.InboxStore.Parked;
import org.concord.kit.event.InboxStore.Reason;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Receives events so that each takes effect exactly once and in its stream's order (idempotent receiver). The mark that
 * an event was received stands in the transaction of its effect. A duplicate is passed over; one that came too early
 * waits for the missing version; one that waits for another stream is tried again with a bound; one that fails is
 * parked, and the later ones of its stream park behind it, until a person redrives it.
 *
 * <p>A stream is one (topic, key). Streams know no order among each other: whole polls are worked on stream by stream,
 * side by side, and a topic's partitions never had one order either. An effect that needs an event of another stream
 * answers {@link NotYet} until it is there.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** A poll of the parked table finds at most this many at once, so that one pass stays short. */
    private static final int RETRY_BATCH = 50;

    /** How long a stop waits for transactions under way; what takes longer is rolled back and comes again. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final InboxStore store;
    private final EventConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final String consumer;
    private final MeterRegistry meters;
    private final Turns turns;
    private final Map<String, Handlers> handlersByTopic = new ConcurrentHashMap<>();
    private @Nullable Thread retryThread;

    Inbox(
            InboxStore store,
            EventConfig config,
            ObjectMapper json,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String consumer,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        if (config.atOnce() < 1 || config.atOnce() >= connections) {
            throw new IllegalArgumentException("concord.events.at-once is " + config.atOnce()
                    + "; it must be at least 1 and leave some of the " + connections + " connections to others");
        }
        this.store = store;
        this.config = config;
        // Producers may add fields; what a consumer does not know it does not need.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
        this.meters = meters;
        this.consumer = consumer;
        this.turns = new Turns(config.atOnce());
    }

    /**
     * Says what this service does with the events of a topic. Call it once per topic, in the constructor of the bean
     * that has the channel's {@code @Incoming} method.
     *
     * @param topic the topic without the environment's prefix
     */
    public Subscription subscribe(String topic, Handlers handlers) {
        if (handlersByTopic.put(topic, handlers) != null) {
            throw new IllegalStateException("two subscriptions of " + consumer + " to " + topic);
        }
        return new Subscription(this, topic);
    }

    void start(@Observes StartupEvent event) {
        retryThread = Thread.ofPlatform().name("inbox-retry").daemon().start(this::retryWhatIsDue);
    }

    /** Before what the effects lean on is stopped: what is under way may finish, and nothing begins. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        turns.end();
        Thread running = retryThread;
        if (running != null) {
            running.interrupt();
            running.join(STOP_PATIENCE);
        }
        turns.awaitQuiet(STOP_PATIENCE);
    }

    /** See {@link Subscription#receive(ConsumerRecords)}. */
    void receive(String topic, ConsumerRecords<String, byte[]> poll) {
        new Poll(poll).takeEach(record -> {
            try (Scope _ = Cause.of(record.headers()).makeCurrent()) {
                receive(topic, record);
            }
        });
    }

    /** See {@link Subscription#receive(ConsumerRecord)}. */
    void receive(String topic, ConsumerRecord<String, byte[]> record) {
        Received message;
        try {
            message = Received.of(topic, record);
        } catch (RuntimeException unreadable) {
            // It has no place in any stream: nothing of ours wrote it, and no version is missing without it.
            LOG.errorf(
                    "passed over a record without a readable envelope at %s-%d@%d: %s",
                    record.topic(), record.partition(), record.offset(), unreadable.getMessage());
            count("unreadable");
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                inTurn(() -> take(message));
                return;
            } catch (Turns.Over stopping) {
                throw stopping;
            } catch (NotYet waiting) {
                parkAfterFailure(
                        message, Reason.NOT_YET, waiting, clock.instant().plus(config.firstPause()));
                return;
            } catch (RuntimeException failed) {
                if (attempt >= config.maxAttempts()) {
                    LOG.errorf(failed, "parked %s", message.context());
                    parkAfterFailure(message, Reason.POISON, failed, null);
                    return;
                }
                sleep(InboxStore.pauseAfter(attempt, config));
            }
        }
    }

    private void inTurn(Runnable work) {
        turns.take(() -> QuarkusTransaction.requiringNew().run(work));
    }

    private void take(Received message) {
        EventContext context = message.context();
        long last = store.lockStream(consumer, context.topic(), context.key());
        if (context.version() <= last) {
            count("duplicate");
            return;
        }
        if (store.isBehindParked(consumer, context)) {
            store.park(consumer, message, Reason.BEHIND, null, null, clock.instant());
            count("parked");
            return;
        }
        if (context.version() > last + 1) {
            store.park(consumer, message, Reason.GAP, null, null, clock.instant());
            count("parked");
            return;
        }
        apply(message);
        takeWhatWaitedFor(context);
    }

    /** The effect and its mark; the caller's transaction holds both. */
    private void apply(Received message) {
        EventContext context = message.context();
        Handlers handlers = handlersByTopic.get(context.topic());
        Handlers.Handler<?> handler = handlers == null ? null : handlers.forType(context.type());
        if (handler != null) {
            handle(handler, message);
            count("handled");
        } else {
            count("ignored");
        }
        store.mark(consumer, context);
    }

    private <E> void handle(Handlers.Handler<E> handler, Received message) {
        ObjectReader reader = json.readerFor(handler.type());
        E event;
        try {
            event = reader.readValue(message.payload());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("unreadable payload of " + message.context(), unreadable);
        }
        BiConsumer<EventContext, E> effect = handler.effect();
        effect.accept(message.context(), event);
    }

    /**
     * Makes the message that waited for this one due at once. It gets a transaction of its own: should it fail, the
     * effect that it waited for must stay.
     */
    private void takeWhatWaitedFor(EventContext done) {
        Optional<Parked> next = store.parked(consumer, done.topic(), done.key(), done.version() + 1);
        if (next.isPresent() && next.get().reason() != Reason.POISON) {
            Parked waiting = next.get();
            store.tryLater(
                    consumer, waiting.message().context(), waiting.reason(), "", waiting.attempts(), clock.instant());
        }
    }

    private void retryWhatIsDue() {
        while (!turns.isOver()) {
            try {
                boolean worked = false;
                for (Parked parked : due()) {
                    retry(parked);
                    worked = true;
                }
                if (!worked) {
                    sleep(config.firstPause());
                }
            } catch (RuntimeException trouble) {
                if (!turns.isOver()) {
                    LOG.warnf("retrying of parked messages pauses: %s", trouble.getMessage());
                    sleep(config.longestPause());
                }
            }
        }
    }

    private List<Parked> due() {
        return QuarkusTransaction.requiringNew().call(() -> store.due(consumer, clock.instant(), RETRY_BATCH));
    }

    private void retry(Parked parked) {
        EventContext context = parked.message().context();
        if (!handlersByTopic.containsKey(context.topic())) {
            return; // its channel is not up yet
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> retryInOrder(parked));
        } catch (RuntimeException failed) {
            boolean waiting = failed instanceof NotYet;
            int attempts = parked.attempts() + 1;
            int bound = waiting ? config.notYetAttempts() : config.maxAttempts();
            boolean again = attempts < bound;
            Instant next = again ? clock.instant().plus(InboxStore.pauseAfter(attempts, config)) : null;
            Reason reason = waiting && again ? Reason.NOT_YET : Reason.POISON;
            if (!again) {
                LOG.errorf(failed, "parked for a person after %d attempts: %s", attempts, context);
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> store.tryLater(consumer, context, reason, messageOf(failed), attempts, next));
        }
    }

    private void retryInOrder(Parked parked) {
        EventContext context = parked.message().context();
        long last = store.lockStream(consumer, context.topic(), context.key());
        if (context.version() <= last) {
            store.unpark(consumer, context); // its effect stands already
            return;
        }
        if (context.version() > last + 1) {
            store.tryLater(consumer, context, Reason.BEHIND, "", parked.attempts(), null);
            return; // made due again by the one before it
        }
        apply(parked.message());
        store.unpark(consumer, context);
        takeWhatWaitedFor(context);
    }

    private void parkAfterFailure(
            Received message, Reason reason, RuntimeException failed, @Nullable Instant nextAttempt) {
        inTurn(() -> store.park(consumer, message, reason, messageOf(failed), nextAttempt, clock.instant()));
        count("parked");
    }

    /** What waits, oldest first, at most {@code limit}. */
    public List<ParkedMessage> parked(int limit) {
        return store.all(consumer, limit).stream()
                .map(parked -> new ParkedMessage(
                        parked.message().context(), parked.reason().name(), parked.attempts()))
                .toList();
    }

    /** Tries again everything that waits for a person; returns how many messages that is. */
    public int redrive() {
        return store.redrive(consumer, clock.instant());
    }

    private static String messageOf(RuntimeException failed) {
        String message = failed.getClass().getSimpleName() + ": " + failed.getMessage();
        return message.length() <= 1000 ? message : message.substring(0, 1000);
    }

    private void count(String outcome) {
        meters.counter("concord.inbox", "outcome", outcome).increment();
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            turns.end();
        }
    }
}
