package org.concord.ledger.reading;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV (RFC 4180, UTF-8, a header line). Open it with a spreadsheet: a cell of text that a spreadsheet
 * would take for a formula begins with an apostrophe; numbers stand as they are.
 */
final class CsvSheet<T> implements SheetWriter<T> {

    private final Sheet<T> sheet;
    private final CsvWriter writer;

    CsvSheet(Sheet<T> sheet, OutputStream to) {
        this.sheet = sheet;
        // A buffer of our own and no flush per line: a table has many.
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16));
        writer.writeRecord(sheet.columns().stream().map(Sheet.Column::name).toList());
    }

    @Override
    public void write(T item) {
        String[] cells = new String[sheet.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(sheet.columns().get(i), item);
        }
        writer.writeRecord(cells);
    }

    private static <T> String cell(Sheet.Column<T> column, T item) {
        return switch (column) {
            case Sheet.Column.Text<T> text -> harmless(plain(text.value().apply(item)));
            case Sheet.Column.Whole<T> whole -> plain(whole.value().apply(item));
            case Sheet.Column.Day<T> day -> plain(day.value().apply(item));
            case Sheet.Column.Moment<T> moment -> plain(moment.value().apply(item));
        };
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What begins like a formula is text by a leading apostrophe. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
