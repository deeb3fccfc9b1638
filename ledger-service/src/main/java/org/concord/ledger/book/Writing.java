package org.concord.ledger.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one transaction of a lane writes: everything that its commands came to, in order. */
final class Writing {

    private final BookWriter.Head before;
    private final Instant now;
    private final List<Decision.Accepted> accepted = new ArrayList<>();
    private final List<BookRecord> records = new ArrayList<>();
    private long bytes;
    private final Map<CommandKey, BookWriter.Answer> answers = new LinkedHashMap<>();

    Writing(BookWriter.Head before, Instant now) {
        this.before = before;
        this.now = now;
    }

    void add(Decision.Accepted decision) {
        accepted.add(decision);
        for (BookRecord record : decision.records()) {
            records.add(record);
            bytes += record.body().length;
        }
    }

    void add(CommandKey key, BookWriter.Answer answer) {
        answers.put(key, answer);
    }

    void add(Writing more) {
        more.accepted.forEach(this::add);
        answers.putAll(more.answers);
    }

    /** Whether there is nothing to commit. */
    boolean isEmpty() {
        return accepted.isEmpty() && answers.isEmpty();
    }

    /** The size of the records so far. */
    long bytes() {
        return bytes;
    }

    BookWriter.Head before() {
        return before;
    }

    Instant now() {
        return now;
    }

    List<Decision.Accepted> accepted() {
        return accepted;
    }

    List<BookRecord> records() {
        return records;
    }

    Map<CommandKey, BookWriter.Answer> answers() {
        return answers;
    }
}
