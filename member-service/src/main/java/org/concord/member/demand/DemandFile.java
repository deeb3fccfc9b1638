package org.concord.member.demand;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A demand file as it was sent, read whole: its rows by line number, or the reasons why it cannot be read. What the rows
 * mean is {@link DemandCheck}'s question. Nothing is guessed: a file saved in another encoding or with a renamed column
 * is named as such and not repaired.
 *
 * @param rows the data rows, empty when the file is unreadable
 * @param errors why rows or the whole file cannot be read
 * @param readable false when header, encoding or quoting is broken, so that not even the good rows can be trusted
 */
record DemandFile(List<Row> rows, List<Violation> errors, boolean readable) {
    static final String REFERENCE = "reference";
    static final String CVX = "cvx";
    static final String RATE = "rate_per_10000";
    static final String DOSES = "doses";
    static final List<String> COLUMNS = List.of(REFERENCE, CVX, RATE, DOSES);

    /** A state has some thousand vaccine providers; a file with more rows is not a demand list. */
    static final int MOST_ROWS = 5_000;

    /** Two hundred bytes a row, five times what a row needs. */
    static final int MOST_BYTES = 1_000_000;

    /**
     * One data row, cells stripped of surrounding blanks.
     *
     * @param line its line in the file, the header being line 1
     */
    record Row(int line, String reference, String cvx, String rate, String doses) {}

    DemandFile {
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }

    static DemandFile read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return unreadable(
                    1,
                    null,
                    "file-too-large",
                    "The file is larger than " + MOST_BYTES + " bytes. Split it into smaller files.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return unreadable(
                    1,
                    null,
                    "not-utf-8",
                    "The file is not UTF-8 text. In Excel save it as \"CSV UTF-8 (comma delimited)\".");
        }
        // A byte order mark is how Excel says UTF-8; it is no part of the first column's name.
        return parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static DemandFile parse(String text) {
        var reader = CsvReader.builder()
                .fieldSeparator(separatorOf(text))
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
        int nextLine = 1;
        try {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                return unreadable(
                        1,
                        null,
                        "file-empty",
                        "The file is empty. Its first line names the columns: " + String.join(",", COLUMNS) + ".");
            }
            CsvRecord header = records.next();
            nextLine = lineAfter(header);
            List<String> names = header.getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            List<Violation> headerErrors = headerErrors((int) header.getStartingLineNumber(), names);
            if (!headerErrors.isEmpty()) {
                return new DemandFile(List.of(), headerErrors, false);
            }
            List<Row> rows = new ArrayList<>();
            List<Violation> errors = new ArrayList<>();
            while (records.hasNext()) {
                CsvRecord cells = records.next();
                nextLine = lineAfter(cells);
                int line = (int) cells.getStartingLineNumber();
                if (isBlank(cells)) {
                    continue; // Excel leaves rows of bare separators at the end
                }
                if (rows.size() + errors.size() == MOST_ROWS) {
                    return unreadable(
                            line,
                            null,
                            "too-many-rows",
                            "The file has more than " + MOST_ROWS + " rows. Split it into smaller files.");
                }
                if (cells.getFieldCount() == names.size()) {
                    rows.add(new Row(
                            line,
                            cell(cells, names, REFERENCE),
                            cell(cells, names, CVX),
                            cell(cells, names, RATE),
                            cell(cells, names, DOSES)));
                } else {
                    errors.add(Violation.inRow(
                            line,
                            null,
                            "wrong-cell-count",
                            "This row has " + cells.getFieldCount() + " cells, the header has " + names.size()
                                    + ". Put a cell that contains a separator in double quotes."));
                }
            }
            if (rows.isEmpty() && errors.isEmpty()) {
                return unreadable(
                        1, null, "no-rows", "The file has a header and no rows. Add one row for each line of demand.");
            }
            return new DemandFile(rows, errors, true);
        } catch (CsvParseException e) {
            return unreadable(
                    nextLine,
                    null,
                    "broken-quotes",
                    "A double quote that opens on this line is not closed, or is followed by text. Write a quote inside a"
                            + " quoted cell twice.");
        }
    }

    /** European Excel writes semicolons. No column name holds either sign, so the header tells. */
    private static char separatorOf(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    }

    private static List<Violation> headerErrors(int line, List<String> names) {
        List<Violation> errors = new ArrayList<>();
        for (String column : COLUMNS) {
            if (!names.contains(column)) {
                errors.add(Violation.inRow(
                        line,
                        column,
                        "column-missing",
                        "The column \"" + column + "\" is missing. The first line must name "
                                + String.join(", ", COLUMNS) + "."));
            } else if (names.indexOf(column) != names.lastIndexOf(column)) {
                errors.add(Violation.inRow(
                        line,
                        column,
                        "column-twice",
                        "The column \"" + column + "\" stands twice. Remove one of them."));
            }
        }
        for (String name : names) {
            if (!COLUMNS.contains(name)) {
                errors.add(Violation.inRow(
                        line,
                        shown(name),
                        "column-unknown",
                        "The column \"" + shown(name) + "\" is not known. Remove it, or give it one of the names "
                                + String.join(", ", COLUMNS) + "."));
            }
        }
        return errors;
    }

    private static boolean isBlank(CsvRecord cells) {
        return cells.getFields().stream().allMatch(String::isBlank);
    }

    private static String cell(CsvRecord cells, List<String> names, String column) {
        return cells.getField(names.indexOf(column)).strip();
    }

    /** The line on which the next record starts: a quoted cell may hold line breaks. */
    private static int lineAfter(CsvRecord cells) {
        long breaks = cells.getFields().stream()
                .mapToLong(field -> field.replace("\r\n", "\n")
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count())
                .sum();
        return (int) (cells.getStartingLineNumber() + breaks + 1);
    }

    /** A cell's text as a message may repeat it: short, and without what could disturb a terminal or a page. */
    static String shown(String cell) {
        String harmless = cell.replaceAll("[^\\x20-\\x7E]", "?");
        return harmless.length() <= 40 ? harmless : harmless.substring(0, 40) + "…";
    }

    private static DemandFile unreadable(int line, @Nullable String column, String code, String message) {
        return new DemandFile(List.of(), List.of(Violation.inRow(line, column, code, message)), false);
    }
}
