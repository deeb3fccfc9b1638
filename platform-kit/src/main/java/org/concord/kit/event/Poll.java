package org.concord.kit.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * What one poll of a topic brought, by stream: the records of one key are taken one after the other in their order,
 * those of different keys side by side, each key on a virtual thread of its own.
 */
final class Poll {

    private static final Logger LOG = Logger.getLogger(Poll.class);

    /** Without a trace: the connector logs it once for each record of the poll. */
    static final class NotTaken extends RuntimeException {
        NotTaken(String why) {
            super("the poll comes again: " + why, null, false, false);
        }
    }

    private final Map<String, List<ConsumerRecord<String, byte[]>>> streams = new LinkedHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    Poll(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            // One without a key is no event of ours, and is passed over by whoever takes it.
            streams.computeIfAbsent(Objects.requireNonNullElse(record.key(), ""), unseen -> new ArrayList<>())
                    .add(record);
        }
    }

    /**
     * Takes all of it, and returns when nothing of it is under way any more.
     *
     * @param taker takes one record; it throws only where the record could not even be parked
     * @throws NotTaken when that happened. The database is gone or the process stops, so no further record was begun
     *     after it: the poll must not be acknowledged, and what was done of it is passed over when it comes again
     */
    void takeEach(Consumer<ConsumerRecord<String, byte[]>> taker) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            streams.values().forEach(stream -> threads.execute(() -> takeInOrder(stream, taker)));
        }
        Throwable first = failures.peek();
        if (first != null) {
            if (!(first instanceof Turns.Over)) {
                LOG.error("not even parked", first);
            }
            throw new NotTaken(String.valueOf(first.getMessage()));
        }
    }

    private void takeInOrder(
            List<ConsumerRecord<String, byte[]>> stream, Consumer<ConsumerRecord<String, byte[]>> taker) {
        try {
            for (ConsumerRecord<String, byte[]> record : stream) {
                if (!failures.isEmpty()) {
                    return;
                }
                taker.accept(record);
            }
        } catch (Throwable failed) { // An Error too: lost with its thread, it would acknowledge what was not done.
            failures.add(failed);
        }
    }
}
