package org.concord.verifier.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.note.Note;

/**
 * Writes the bundle of a large made-up book: entries of two lines, about 600 bytes each, every one of which opens an
 * encumbrance. For measuring; {@code main} takes the file, the number of entries, STORED or DEFLATED, and the file for
 * the policy.
 */
final class BigBook implements Iterator<byte[]> {

    private static final List<String> HOLDERS =
            List.of("CA", "CO", "CT", "DE", "GU", "HI", "IL", "MD", "MA", "NJ", "NY", "NC", "OR", "RI", "WA");
    private static final List<String> PURPOSES = List.of("AUTHORITY", "AVAILABLE", "ENCUMBERED");
    private static final UUID BOOK = new UUID(7, 7);

    private final long size;
    private long seq;

    BigBook(long entries) {
        this.size = 1 + (long) HOLDERS.size() * (PURPOSES.size() + 1) + entries;
    }

    long size() {
        return size;
    }

    @Override
    public boolean hasNext() {
        return seq < size;
    }

    @Override
    public byte[] next() {
        byte[] leaf = leaf(seq).getBytes(StandardCharsets.US_ASCII);
        seq++;
        return leaf;
    }

    private static String leaf(long seq) {
        int accounts = HOLDERS.size() * PURPOSES.size();
        if (seq == 0) {
            return "{\"book\":\"" + BOOK
                    + "\",\"code\":\"BIG\",\"kind\":\"BOOK_OPENED\",\"lead\":\"MD\",\"recordedAt\":\"" + at(seq)
                    + "\",\"seq\":0,\"type\":\"COOPERATIVE_CONTRACT\",\"v\":1}";
        }
        if (seq <= accounts) {
            int no = (int) seq - 1;
            return account(seq, no, HOLDERS.get(no / PURPOSES.size()), PURPOSES.get(no % PURPOSES.size()));
        }
        if (seq <= accounts + HOLDERS.size()) {
            String holder = HOLDERS.get((int) seq - accounts - 1);
            return entry(
                    seq,
                    "APPROPRIATION",
                    line(holder, "AUTHORITY", "DEBIT", 1_000_000_000_000L, "") + ","
                            + line(holder, "AVAILABLE", "CREDIT", 1_000_000_000_000L, ""),
                    "");
        }
        UUID order = new UUID(((seq * 0x9e3779b97f4a7c15L) & 0xffffffffffff4fffL) | 0x4000L, 0x8000000000000000L | seq);
        String holder = HOLDERS.get((int) (seq % HOLDERS.size()));
        long amount = 1 + seq * 7919 % 100_000;
        String dimensions = ",\"award\":\"" + new UUID(3, seq % 40) + "\",\"document\":\"PO-" + seq + "\"";
        String bound = dimensions + ",\"order\":\"" + order + "\",\"part\":\"goods\"";
        return entry(
                seq,
                "ORDER_CONFIRMED",
                line(holder, "AVAILABLE", "DEBIT", amount, "") + ","
                        + line(holder, "ENCUMBERED", "CREDIT", amount, bound),
                ",\"opens\":[{\"doses\":10,\"order\":\"" + order + "\",\"part\":\"goods\",\"sharedCents\":0}]");
    }

    private static Instant at(long seq) {
        return Instant.ofEpochMilli(1_782_000_000_000L + seq * 3);
    }

    private static String code(String holder, String purpose) {
        return "USD/BUDGET/" + holder + "/GEN/2026/" + purpose;
    }

    private static String account(long seq, int no, String holder, String purpose) {
        boolean authority = purpose.equals("AUTHORITY");
        return "{\"account\":\"" + code(holder, purpose) + "\",\"basis\":\"BUDGET\",\"book\":\"" + BOOK + "\","
                + (authority ? "" : "\"floor\":0,") + "\"fund\":\"GEN\",\"holder\":\"" + holder
                + "\",\"kind\":\"ACCOUNT_OPENED\",\"no\":" + no + ",\"normalSide\":\""
                + (authority ? "DEBIT" : "CREDIT")
                + "\",\"purpose\":\"" + purpose + "\",\"recordedAt\":\"" + at(seq) + "\",\"seq\":" + seq
                + ",\"unit\":\"USD\",\"v\":1,\"year\":2026}";
    }

    private static String line(String holder, String purpose, String side, long amount, String dimensions) {
        return "{\"account\":\"" + code(holder, purpose) + "\",\"amount\":" + amount + dimensions + ",\"side\":\""
                + side + "\"}";
    }

    private static String entry(long seq, String rule, String lines, String opens) {
        return "{\"book\":\"" + BOOK + "\",\"effectiveOn\":\""
                + LocalDate.of(2026, 7, 1).plusDays(seq / 10_000)
                + "\",\"entry\":\"" + new UUID(seq, seq) + "\",\"kind\":\"ENTRY\",\"lines\":[" + lines + "]" + opens
                + ",\"recordedAt\":\"" + at(seq) + "\",\"rule\":\"" + rule + "\",\"seq\":" + seq
                + ",\"source\":{\"id\":\"" + new UUID(5, seq) + "\",\"type\":\"ORDER\"},\"v\":1}";
    }

    /** Writes the bundle. */
    static void write(OutputStream out, long entries, BundleWriter.Packing packing) throws IOException {
        Frontier frontier = Frontier.empty();
        new BigBook(entries).forEachRemaining(leaf -> frontier.append(Hashing.leaf(leaf)));
        Checkpoint checkpoint = Checkpoint.of(TestBook.ORIGIN, frontier.size(), frontier.root());
        Note note = new Note(
                checkpoint.body(),
                List.of(
                        TestBook.LOG.sign(checkpoint, 1_782_000_000L),
                        TestBook.MD.sign(checkpoint, 1_782_000_000L),
                        TestBook.NY.sign(checkpoint, 1_782_000_000L)));
        BundleWriter.write(out, note, new BigBook(entries), new TreeMap<>(), packing);
    }

    public static void main(String[] arguments) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
            write(out, Long.parseLong(arguments[1]), BundleWriter.Packing.valueOf(arguments[2]));
        }
        Files.writeString(
                Path.of(arguments[3]),
                "log " + TestBook.LOG.verifier() + "\nwitness MD " + TestBook.MD.verifier() + "\nwitness NY "
                        + TestBook.NY.verifier() + "\ngroup states all MD NY\nquorum states\n");
    }
}
