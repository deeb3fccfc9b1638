package org.concord.ledger.book;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Writes an entry's canonical bytes straight into a buffer. A tree of values, sorted and then written, costs several
 * times what the whole rest of a posting does; here the members stand in their sorted order by construction, and a
 * test holds the bytes against {@link CanonicalJson}.
 *
 * <p>Not for several threads: a book has one writer.
 */
final class LeafWriter {

    private final String book;
    private byte[] buffer = new byte[4096];
    private int size;
    private Instant lastAt = Instant.EPOCH;
    private String lastAtText = Instant.EPOCH.toString();

    LeafWriter(UUID book) {
        this.book = book.toString();
    }

    /** One line's account as it stands in every record; computed once for each account. */
    static byte[] accountMember(AccountKey key) {
        return ("{\"account\":\"" + key.code() + "\",\"amount\":").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The record of an entry.
     *
     * @param accounts for each line {@link #accountMember} of its account
     */
    BookRecord entry(Entry entry, List<Encumbrance> opens, List<byte[]> accounts) {
        size = 0;
        raw("{\"book\":").text(book);
        raw(",\"effectiveOn\":").text(entry.effectiveOn().toString());
        raw(",\"entry\":").text(entry.entryId().toString());
        raw(",\"kind\":\"ENTRY\",\"lines\":[");
        for (int i = 0; i < entry.lines().size(); i++) {
            if (i > 0) {
                raw(",");
            }
            line(entry.lines().get(i), accounts.get(i));
        }
        raw("]");
        opens(opens);
        raw(",\"recordedAt\":").text(at(entry.recordedAt()));
        Long reverses = entry.reverses();
        if (reverses != null) {
            raw(",\"reverses\":").number(reverses);
        }
        CommandKey key = entry.key();
        raw(",\"rule\":").text(key.rule()).raw(",\"seq\":").number(entry.seq());
        raw(",\"source\":{\"id\":").text(key.sourceId()).raw(",\"type\":").text(key.sourceType());
        raw("},\"v\":").number(BookRecord.FORMAT).raw("}");
        return new BookRecord(entry.seq(), BookRecord.Kind.ENTRY, entry.recordedAt(), Arrays.copyOf(buffer, size));
    }

    private void line(Line line, byte[] account) {
        raw(account).number(line.amount());
        optional(",\"award\":", line.award());
        optional(",\"counterparty\":", line.counterparty());
        optional(",\"document\":", line.document());
        optional(",\"object\":", line.object());
        optional(",\"order\":", line.order());
        Part part = line.part();
        optional(",\"part\":", part == null ? null : part.code());
        raw(line.side() == Side.DEBIT ? ",\"side\":\"DEBIT\"}" : ",\"side\":\"CREDIT\"}");
    }

    private void opens(List<Encumbrance> opens) {
        if (opens.isEmpty()) {
            return;
        }
        String before = ",\"opens\":[{";
        for (Encumbrance opening : opens) {
            raw(before);
            UUID award = opening.award();
            if (award != null) {
                raw("\"award\":").text(award.toString()).raw(",");
            }
            raw("\"doses\":").number(opening.doses());
            raw(",\"order\":").text(opening.order().toString());
            raw(",\"part\":").text(opening.part().code());
            raw(",\"sharedCents\":").number(opening.sharedCents()).raw("}");
            before = ",{";
        }
        raw("]");
    }

    private void optional(String member, @Nullable Object value) {
        if (value != null) {
            raw(member).text(value.toString());
        }
    }

    /** A lot is recorded at one instant: its text is kept. */
    private String at(Instant instant) {
        if (!instant.equals(lastAt)) {
            lastAt = instant;
            lastAtText = instant.toString();
        }
        return lastAtText;
    }

    private LeafWriter raw(String ascii) {
        int length = ascii.length();
        room(length);
        for (int i = 0; i < length; i++) {
            buffer[size + i] = (byte) ascii.charAt(i);
        }
        size += length;
        return this;
    }

    private LeafWriter raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    /** A string; ours are plain codes, and what is not plain is left to the strict writer. */
    private LeafWriter text(String value) {
        int length = value.length();
        room(length + 2);
        buffer[size] = '"';
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
                return raw(CanonicalJson.write(Json.of(value)));
            }
            buffer[size + 1 + i] = (byte) c;
        }
        buffer[size + 1 + length] = '"';
        size += length + 2;
        return this;
    }

    private LeafWriter number(long value) {
        return raw(Long.toString(value));
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
