package org.concord.ledger.voucher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.JournalVoucher.VoucherLine;
import org.concord.ledger.book.Side;
import org.jspecify.annotations.Nullable;

/**
 * Reads vouchers by hand from the stream of tokens: a bulk of thousands has no tree of objects between its bytes and its
 * vouchers, and each fault is named with the place where it stands. As strict as the readers of other bodies: unknown
 * and repeated fields, numbers in quotes and fractions are faults of the sender.
 */
final class VoucherReader {

    /** A code that no document's name is longer than; longer ones are hashed by who sends them. */
    private static final int LONGEST_DOCUMENT = 64;

    /** More than any entry may have, so that the book says so with its own refusal; and a bound all the same. */
    private static final int MOST_LINES = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** A voucher as it was sent. */
    record Read(
            @Nullable String key,
            LocalDate effectiveOn,
            @Nullable String document,
            List<VoucherLine> lines) {}

    private final JsonParser parser;

    /** What stands before a pointer: the item's place in an array. */
    private String at = "";

    /** Line of an NDJSON file; 0 otherwise. */
    private final int row;

    private VoucherReader(JsonParser parser, int row) {
        this.parser = parser;
        this.row = row;
    }

    /** One voucher. @throws ProblemException {@code malformed-body}, {@code validation-failed} with a pointer */
    static Read one(byte[] body) {
        return read(body, 0, body.length, 0, reader -> {
            reader.expect(reader.next(), JsonToken.START_OBJECT, "");
            Read read = reader.voucher();
            reader.requireEnd();
            return read;
        });
    }

    /** An array of vouchers, each with its key. */
    static List<Read> array(byte[] body, int most) {
        return read(body, 0, body.length, 0, reader -> {
            reader.expect(reader.next(), JsonToken.START_ARRAY, "");
            List<Read> all = new ArrayList<>();
            while (reader.next() != JsonToken.END_ARRAY) {
                reader.at = "/" + all.size();
                reader.expect(reader.parser.currentToken(), JsonToken.START_OBJECT, "");
                all.add(reader.voucher());
                if (all.size() > most) {
                    throw tooMany(most);
                }
            }
            reader.requireEnd();
            return all;
        });
    }

    /** One voucher to a line (NDJSON), each with its key; a last newline may be missing. */
    static List<Read> lines(byte[] body, int most) {
        List<Read> all = new ArrayList<>();
        int from = 0;
        for (int row = 1; from < body.length; row++) {
            int to = from;
            while (to < body.length && body[to] != '\n') {
                to++;
            }
            all.add(read(body, from, to - from, row, reader -> {
                reader.expect(reader.next(), JsonToken.START_OBJECT, "");
                Read read = reader.voucher();
                reader.requireEnd();
                return read;
            }));
            if (all.size() > most) {
                throw tooMany(most);
            }
            from = to + 1;
        }
        return all;
    }

    private static ProblemException tooMany(int most) {
        return new ProblemException(VoucherProblem.BATCH_TOO_LARGE, "Send at most " + most + " vouchers at once.");
    }

    private interface Reading<T> {
        T by(VoucherReader reader) throws IOException;
    }

    private static <T> T read(byte[] body, int from, int length, int row, Reading<T> reading) {
        try (JsonParser parser = JSON.createParser(body, from, length)) {
            return reading.by(new VoucherReader(parser, row));
        } catch (JsonProcessingException malformed) {
            int column = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getColumnNr();
            int line = row > 0
                    ? row
                    : malformed.getLocation() == null
                            ? 1
                            : malformed.getLocation().getLineNr();
            throw new ProblemException(
                    KitProblem.MALFORMED_BODY,
                    "Line " + line + " is no JSON from column " + column + " on. Nothing of the body was taken.",
                    row > 0 ? List.of(Violation.inRow(row, null, "malformed", "is no JSON")) : List.of());
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    private Read voucher() throws IOException {
        String key = null;
        LocalDate effectiveOn = null;
        String document = null;
        List<VoucherLine> lines = null;
        while (next() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            switch (field) {
                case "key" -> key = text("/key");
                case "effectiveOn" -> effectiveOn = date();
                case "document" -> document = document();
                case "lines" -> lines = entryLines();
                default -> throw unknown("", field);
            }
        }
        if (effectiveOn == null) {
            throw missing("/effectiveOn", "the legal date of the business");
        }
        if (lines == null) {
            throw missing("/lines", "the entry's lines");
        }
        return new Read(key, effectiveOn, document, lines);
    }

    private List<VoucherLine> entryLines() throws IOException {
        expect(next(), JsonToken.START_ARRAY, "/lines");
        List<VoucherLine> lines = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            lines.add(line("/lines/" + lines.size()));
            if (lines.size() > MOST_LINES) {
                throw fault("/lines", "too-many", "has more than " + MOST_LINES + " lines");
            }
        }
        return lines;
    }

    private VoucherLine line(String pointer) throws IOException {
        expect(parser.currentToken(), JsonToken.START_OBJECT, pointer);
        String account = null;
        Side side = null;
        Long amount = null;
        while (next() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            switch (field) {
                case "account" -> account = text(pointer + "/account");
                case "side" -> side = side(pointer + "/side");
                case "amount" -> amount = amount(pointer + "/amount");
                default -> throw unknown(pointer, field);
            }
        }
        if (account == null) {
            throw missing(pointer + "/account", "the account's code");
        }
        if (side == null) {
            throw missing(pointer + "/side", "DEBIT or CREDIT");
        }
        if (amount == null) {
            throw missing(pointer + "/amount", "a whole number of cents or doses");
        }
        return new VoucherLine(account, side, amount);
    }

    private String text(String pointer) throws IOException {
        expect(next(), JsonToken.VALUE_STRING, pointer);
        return parser.getText();
    }

    private @Nullable String document() throws IOException {
        String document = text("/document");
        if (document.isEmpty() || document.length() > LONGEST_DOCUMENT) {
            throw fault("/document", "size", "has 1 to " + LONGEST_DOCUMENT + " characters");
        }
        return document;
    }

    private LocalDate date() throws IOException {
        String written = text("/effectiveOn");
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException none) {
            throw fault("/effectiveOn", "date", "is a date such as 2026-07-01");
        }
    }

    private Side side(String pointer) throws IOException {
        return switch (text(pointer)) {
            case "DEBIT" -> Side.DEBIT;
            case "CREDIT" -> Side.CREDIT;
            default -> throw fault(pointer, "side", "is DEBIT or CREDIT");
        };
    }

    private long amount(String pointer) throws IOException {
        expect(next(), JsonToken.VALUE_NUMBER_INT, pointer);
        try {
            return parser.getLongValue();
        } catch (InputCoercionException beyond) {
            throw fault(pointer, "amount-out-of-range", "is 1 to 2^53-1");
        }
    }

    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new com.fasterxml.jackson.core.io.JsonEOFException(parser, null, "the text ends too early");
        }
        return token;
    }

    private void requireEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw fault("", "trailing", "has something behind its end");
        }
    }

    private void expect(JsonToken token, JsonToken wanted, String pointer) {
        if (token != wanted) {
            String what = switch (wanted) {
                case START_OBJECT -> "an object";
                case START_ARRAY -> "an array";
                case VALUE_STRING -> "a string";
                default -> "a whole number";
            };
            throw fault(pointer, "type", "is " + what);
        }
    }

    private ProblemException unknown(String pointer, String field) {
        return fault(pointer + "/" + field.replace("~", "~0").replace("/", "~1"), "unknown-field", "is not known here");
    }

    private ProblemException missing(String pointer, String what) {
        return fault(pointer, "required", "is required: " + what);
    }

    private ProblemException fault(String pointer, String code, String message) {
        Violation violation = new Violation(at + pointer, code, message, row > 0 ? row : null, null);
        return new ProblemException(
                KitProblem.VALIDATION_FAILED, "Mend what the errors point at. Nothing was taken.", List.of(violation));
    }
}
