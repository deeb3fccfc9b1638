package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.junit.jupiter.api.Test;

class LeafWriterTest {

    private static final UUID BOOK = new UUID(3, 4);
    private static final List<String> TEXTS = List.of(
            "PO-1",
            "",
            "a \"quoted\" \\ one",
            "tab\tand\nline",
            "Gödel",
            "\u0001",
            "\uD83D\uDE00",
            "\u007f",
            "sha256:00");

    private final LeafWriter writer = new LeafWriter(BOOK);
    private final Random random = new Random(8);

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private Line line() {
        AccountKey key = random.nextBoolean()
                ? AccountKey.budget("MD", "GEN", 2026, Purpose.AVAILABLE)
                : AccountKey.actual("MD", "GEN", Purpose.DUE_TO, "COMM:CAP");
        return new Line(
                key,
                random.nextBoolean() ? Side.DEBIT : Side.CREDIT,
                1 + random.nextLong((1L << 53) - 1),
                maybe(List.of(Part.values()).get(random.nextInt(Part.values().length))),
                maybe(new UUID(random.nextLong(), random.nextLong())),
                maybe(new UUID(random.nextLong(), random.nextLong())),
                maybe(text()),
                maybe(text()),
                maybe(text()));
    }

    private Entry entry(int lines) {
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(line());
        }
        return new Entry(
                random.nextLong(1L << 53),
                new UUID(random.nextLong(), random.nextLong()),
                new CommandKey(text(), text(), text()),
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3_000)),
                Instant.ofEpochMilli(1_780_000_000_000L + random.nextInt(100_000)),
                all,
                maybe(random.nextLong(1L << 40)));
    }

    private static void put(Json.Builder facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    /** The same record, by the tree of values that the strict writer sorts. */
    private static byte[] byTree(Entry entry, List<Encumbrance> opens) {
        List<Json> lines = new ArrayList<>();
        for (Line line : entry.lines()) {
            Json.Builder facts = Json.object()
                    .put("account", line.account().code())
                    .put("side", line.side().name())
                    .put("amount", line.amount());
            put(facts, "part", line.part() == null ? null : line.part().code());
            put(facts, "order", line.order());
            put(facts, "award", line.award());
            put(facts, "counterparty", line.counterparty());
            put(facts, "object", line.object());
            put(facts, "document", line.document());
            lines.add(facts.build());
        }
        Json.Builder facts = Json.object()
                .put("v", 1)
                .put("kind", "ENTRY")
                .put("book", BOOK.toString())
                .put("seq", entry.seq())
                .put("recordedAt", entry.recordedAt().toString())
                .put("entry", entry.entryId().toString())
                .put("rule", entry.key().rule())
                .put(
                        "source",
                        Json.object()
                                .put("type", entry.key().sourceType())
                                .put("id", entry.key().sourceId())
                                .build())
                .put("effectiveOn", entry.effectiveOn().toString())
                .put("lines", Json.array(lines));
        if (entry.reverses() != null) {
            facts.put("reverses", entry.reverses());
        }
        if (!opens.isEmpty()) {
            List<Json> opened = new ArrayList<>();
            for (Encumbrance each : opens) {
                Json.Builder opening = Json.object()
                        .put("order", each.order().toString())
                        .put("part", each.part().code())
                        .put("doses", each.doses())
                        .put("sharedCents", each.sharedCents());
                put(opening, "award", each.award());
                opened.add(opening.build());
            }
            facts.put("opens", Json.array(opened));
        }
        return CanonicalJson.write(facts.build());
    }

    @Test
    void theBytesAreThoseOfTheStrictWriter() {
        for (int i = 0; i < 5_000; i++) {
            Entry entry = entry(2 + random.nextInt(i % 100 == 0 ? 199 : 6));
            List<Encumbrance> opens = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                opens.add(Encumbrance.opening(
                        new UUID(i, j), Part.DUES, maybe(new UUID(j, i)), "MD", "GEN", 2026, j, random.nextInt(9)));
            }
            List<byte[]> accounts = entry.lines().stream()
                    .map(line -> LeafWriter.accountMember(line.account()))
                    .toList();

            BookRecord record = writer.entry(entry, opens, accounts);

            assertThat(record.body()).isEqualTo(byTree(entry, opens));
            assertThat(record.seq()).isEqualTo(entry.seq());
        }
    }
}
