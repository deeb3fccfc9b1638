package org.concord.compact.paymentbalance;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.concord.kit.money.Amounts;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/**
 * A publication as its file tells it. Nothing is guessed: the columns stand in the one order, amounts are whole numbers of
 * the unit that the file declares, and every fault is named by line and column.
 *
 * @param publication what all rows are from
 * @param rows by fiscal year and member
 */
record BalanceFile(Publication publication, List<Row> rows) {

    static final List<String> COLUMNS = List.of(
            "publication",
            "publisher",
            "source_url",
            "published_on",
            "unit",
            "fiscal_year",
            "member",
            "population",
            "population_vintage",
            "receipts",
            "spending",
            "emergency_spending");

    /** Thirty years of 56 jurisdictions, and some room. */
    static final int MOST_ROWS = 2_000;

    /** Five hundred bytes a row, more than twice what a row needs. */
    static final int MOST_BYTES = 1_000_000;

    /** Enough to mend a file by; a file in another form has thousands. */
    private static final int MOST_FAULTS = 100;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern LINK = Pattern.compile("https://[^\\s/]+(/\\S*)?");
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    /**
     * Whose figures they are.
     *
     * @param unit in which the file gives its amounts
     */
    record Publication(String code, String publisher, String sourceUrl, LocalDate publishedOn, Unit unit) {}

    /** In what a file counts. */
    enum Unit {
        USD(100),
        CENTS(1);

        private final long cents;

        Unit(long cents) {
            this.cents = cents;
        }
    }

    /** One member's figures for one federal fiscal year, in US cents. */
    record Row(
            int fiscalYear,
            String member,
            long population,
            String populationVintage,
            long receiptsCents,
            long spendingCents,
            long emergencyCents) {}

    BalanceFile {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file whole.
     *
     * @throws ProblemException {@code balance-file-has-faults}, with line and column of each
     */
    static BalanceFile read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refused(List.of(
                    Violation.inRow(1, null, "file-too-large", "A publication has at most " + MOST_BYTES + " bytes.")));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // A byte order mark is how Excel says UTF-8; it is no part of the first column's name.
            return new Reading().read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            throw refused(List.of(Violation.inRow(1, null, "not-utf-8", "Save the file as UTF-8.")));
        }
    }

    /** A hash of what the file says, whatever the order of its rows and the ends of its lines. */
    String contentHash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(publication.toString().getBytes(StandardCharsets.UTF_8));
            rows.forEach(row -> sha256.update(("\n" + row).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static ProblemException refused(List<Violation> faults) {
        return new ProblemException(
                BalanceProblem.BALANCE_FILE_HAS_FAULTS,
                "Nothing was imported. The first line names the columns: " + String.join(",", COLUMNS) + ".",
                faults);
    }

    /** One reading of one file: what was found so far, and what was wrong. */
    private static final class Reading {

        private final List<Violation> faults = new ArrayList<>();
        private final TreeMap<String, Row> rows = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();
        private @Nullable Publication publication;

        BalanceFile read(String text) {
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text);
            int line = 1;
            try {
                Iterator<CsvRecord> records = reader.iterator();
                if (!records.hasNext() || !COLUMNS.equals(records.next().getFields())) {
                    throw refused(List.of(Violation.inRow(1, null, "wrong-header", "The columns are others.")));
                }
                while (records.hasNext() && faults.size() < MOST_FAULTS) {
                    CsvRecord cells = records.next();
                    line = (int) cells.getStartingLineNumber();
                    take(line, cells.getFields());
                }
            } catch (CsvParseException broken) {
                faults.add(Violation.inRow(line, null, "broken-quotes", "A quote near this line is not closed."));
            }
            if (faults.isEmpty() && rows.isEmpty()) {
                faults.add(Violation.inRow(1, null, "no-rows", "The file has a header and no rows."));
            }
            if (!faults.isEmpty() || publication == null) {
                throw refused(faults);
            }
            return new BalanceFile(publication, List.copyOf(rows.values()));
        }

        private void take(int line, List<String> cells) {
            if (cells.size() != COLUMNS.size()) {
                fault(line, null, "wrong-cell-count", "The row has " + cells.size() + " cells.");
                return;
            }
            if (rows.size() >= MOST_ROWS) {
                fault(line, null, "too-many-rows", "A publication has at most " + MOST_ROWS + " rows.");
                return;
            }
            int before = faults.size();
            Publication from = publication(line, cells);
            Unit unit = unit(line, cells);
            String member = cell(cells, "member");
            if (!Zones.isJurisdiction(member)) {
                fault(line, "member", "unknown-jurisdiction", "No jurisdiction has this USPS code.");
            }
            long year = whole(line, cells, "fiscal_year", 1940, 2200);
            long population = whole(line, cells, "population", 1, 1_000_000_000);
            String vintage = text(line, cells, "population_vintage", 64);
            long receipts = amount(line, cells, "receipts", unit);
            long spending = amount(line, cells, "spending", unit);
            long emergency = amount(line, cells, "emergency_spending", unit);
            if (emergency < 0 || emergency > spending) {
                fault(line, "emergency_spending", "out-of-range", "It is a part of spending.");
            }
            String key = year + " " + member;
            if (!seen.add(key)) {
                fault(line, "member", "duplicate", "The file has this member and fiscal year already.");
            }
            if (faults.size() > before || from == null) {
                return;
            }
            if (publication != null && !publication.equals(from)) {
                fault(line, "publication", "other-publication", "A file is one publication in one unit.");
                return;
            }
            publication = from;
            rows.put(key, new Row((int) year, member, population, vintage, receipts, spending, emergency));
        }

        private @Nullable Publication publication(int line, List<String> cells) {
            int before = faults.size();
            String code = cell(cells, "publication");
            if (!CODE.matcher(code).matches()) {
                fault(
                        line,
                        "publication",
                        "wrong-format",
                        "Letters, digits, dots, dashes and underscores, 64 at most.");
            }
            String publisher = text(line, cells, "publisher", 200);
            String link = cell(cells, "source_url");
            if (link.length() > 500 || !LINK.matcher(link).matches()) {
                fault(line, "source_url", "wrong-format", "An address that begins with https://.");
            }
            LocalDate publishedOn = date(line, cells);
            Unit unit = unit(line, cells);
            return faults.size() > before || publishedOn == null || unit == null
                    ? null
                    : new Publication(code, publisher, link, publishedOn, unit);
        }

        private @Nullable LocalDate date(int line, List<String> cells) {
            try {
                LocalDate date = LocalDate.parse(cell(cells, "published_on"));
                if (date.getYear() >= 1940 && date.getYear() <= 2200) {
                    return date;
                }
                fault(line, "published_on", "out-of-range", "A year from 1940 to 2200.");
            } catch (DateTimeException notADate) {
                fault(line, "published_on", "wrong-format", "A date such as 2026-11-22.");
            }
            return null;
        }

        private @Nullable Unit unit(int line, List<String> cells) {
            return switch (cell(cells, "unit")) {
                case "USD" -> Unit.USD;
                case "CENTS" -> Unit.CENTS;
                default -> {
                    fault(line, "unit", "unknown-unit", "USD for whole dollars, or CENTS.");
                    yield null;
                }
            };
        }

        private String text(int line, List<String> cells, String column, int longest) {
            String text = cell(cells, column);
            if (text.isBlank() || text.length() > longest) {
                fault(line, column, "wrong-length", "1 to " + longest + " characters.");
            }
            return text;
        }

        private long whole(int line, List<String> cells, String column, long least, long most) {
            String text = cell(cells, column);
            if (!WHOLE.matcher(text).matches()) {
                fault(line, column, "not-a-whole-number", "Digits only: no separators, no fractions, no blanks.");
                return least;
            }
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                fault(line, column, "out-of-range", "From " + least + " to " + most + ".");
                return least;
            }
            return number;
        }

        private long amount(int line, List<String> cells, String column, @Nullable Unit unit) {
            long most = unit == null ? Amounts.MAX : Amounts.MAX / unit.cents;
            long number = whole(line, cells, column, 0, most);
            return unit == null ? 0 : number * unit.cents;
        }

        private static String cell(List<String> cells, String column) {
            return cells.get(COLUMNS.indexOf(column));
        }

        private void fault(int line, @Nullable String column, String code, String message) {
            Violation fault = Violation.inRow(line, column, code, message);
            // The unit is looked at by each cell that it is of.
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
        }
    }
}
