package org.concord.ledger.book;

import static org.concord.ledger.jdbc.Database.instant;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.concord.kit.event.Envelope;
import org.concord.kit.event.EventProducer;
import org.concord.kit.event.EventProducers;
import org.concord.ledger.jdbc.Database;
import org.concord.verifier.merkle.HashReader;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the books: a book is its own outbox. Its sequence is dense and commits in order, so what comes after the
 * last record sent is what remains to be sent; nothing can appear behind it. A record's version is its sequence number
 * plus one, and its data are the leaf's bytes as they were hashed. Sent twice after a crash, skipped never.
 */
@ApplicationScoped
class BookRelay implements Heads {

    private static final Logger LOG = Logger.getLogger(BookRelay.class);

    /** The topic of records; its key is the book, so that a book's records keep their order. */
    static final String TOPIC = "ledger.entry.v1";

    /** Records sent before their acknowledgements are awaited: bounds memory. */
    private static final int BATCH = 1_000;

    /** How long a quiet relay waits before it looks of its own accord. */
    private static final Duration POLL = Duration.ofMillis(500);

    /** Between two rounds: what commits meanwhile goes in one request, since the broker's work is by the request. */
    private static final Duration GATHER = Duration.ofMillis(10);

    /** How often it is written down how far a book is sent: a commit of its own, which a crash need not have. */
    private static final Duration REMEMBER = Duration.ofSeconds(1);

    @SuppressWarnings("ArrayRecordComponent") // the leaf on its way out
    private record Leaf(long seq, String kind, Instant recordedAt, byte[] body) {}

    private final Database database;
    private final EventProducers producers;
    private final Map<UUID, Long> committed = new ConcurrentHashMap<>();
    private final Map<UUID, Long> sent = new ConcurrentHashMap<>();
    private final Set<UUID> unwritten = new HashSet<>();
    private long rememberedAt = System.nanoTime();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    BookRelay(Database database, EventProducers producers) {
        this.database = database;
        this.producers = producers;
    }

    @Override
    public void opening(UUID book, String origin, long size, HashReader hashes) {
        committed(book, origin, size, new byte[0]);
    }

    @Override
    public void committed(UUID book, String origin, long size, byte[] root) {
        committed.put(book, size);
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("book-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            running.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void run() {
        try (EventProducer producer = producers.open()) {
            while (!stopping) {
                try {
                    boolean behind = false;
                    for (Map.Entry<UUID, Long> book : committed.entrySet()) {
                        behind |= relay(book.getKey(), book.getValue(), producer);
                    }
                    if (System.nanoTime() - rememberedAt >= REMEMBER.toNanos()) {
                        remember();
                    }
                    if (!behind && news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                        Thread.sleep(GATHER);
                        news.drainPermits();
                    }
                } catch (KafkaException | IllegalStateException trouble) {
                    if (!stopping) {
                        LOG.warnf("the books' relay pauses: %s", trouble.getMessage());
                        Thread.sleep(POLL);
                    }
                }
            }
            remember();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException trouble) {
            LOG.debugf("some records will be sent again: %s", trouble.getMessage());
        }
    }

    /** Sends the next records of a book; true when more remain. */
    private boolean relay(UUID book, long size, EventProducer producer) throws InterruptedException {
        long after = sent.computeIfAbsent(book, this::lastSent);
        if (after + 1 >= size) {
            return false;
        }
        List<Leaf> leaves = database.query(
                """
                select seq, kind, recorded_at, body from record
                 where book_id = ? and seq > ? and seq < ? order by seq limit ?""",
                row -> new Leaf(
                        row.getLong("seq"), row.getString("kind"), instant(row, "recorded_at"), row.getBytes("body")),
                book,
                after,
                size,
                BATCH);
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        for (Leaf leaf : leaves) {
            acknowledgements.add(producer.send(envelope(book, leaf), leaf.body()));
        }
        producer.flush();
        long safe = after;
        try {
            for (Future<RecordMetadata> each : acknowledgements) {
                each.get(90, TimeUnit.SECONDS);
                safe++;
            }
        } catch (ExecutionException | TimeoutException refused) {
            LOG.warnf("book %s from sequence %d will be sent again: %s", book, safe + 1, refused.getMessage());
        }
        sent.put(book, safe);
        unwritten.add(book);
        return safe + 1 < size;
    }

    private static Envelope envelope(UUID book, Leaf leaf) {
        return new Envelope(
                TOPIC,
                book.toString(),
                leaf.seq() + 1,
                // The same record has the same id however often it is sent.
                UUID.nameUUIDFromBytes((book + "/" + leaf.seq()).getBytes(StandardCharsets.UTF_8)),
                EventProducers.typeOf(
                        TOPIC, BookRecord.Kind.valueOf(leaf.kind()).event()),
                leaf.recordedAt(),
                null);
    }

    private long lastSent(UUID book) {
        return database.find("select sent_seq from book_relay where book_id = ?", row -> row.getLong(1), book)
                .orElse(-1L);
    }

    private void remember() {
        for (UUID book : List.copyOf(unwritten)) {
            database.update("""
                    insert into book_relay (book_id, sent_seq) values (?, ?)
                    on conflict on constraint book_relay_pk do update
                       set sent_seq = greatest(book_relay.sent_seq, excluded.sent_seq)""", book, sent.get(book));
            unwritten.remove(book);
        }
        rememberedAt = System.nanoTime();
    }
}
