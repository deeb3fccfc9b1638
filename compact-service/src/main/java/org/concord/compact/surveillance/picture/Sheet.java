package org.concord.compact.surveillance.picture;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A view's rows as CSV (RFC 4180): exactly what its JSON shows. An absent value is an empty field. */
final class Sheet {

    /** As registered with IANA. */
    static final String MEDIA_TYPE = "text/csv;charset=utf-8";

    private Sheet() {}

    static List<String> row(@Nullable Object... fields) {
        return Arrays.stream(fields)
                .map(field -> field == null ? "" : field.toString())
                .toList();
    }

    static String write(List<String> columns, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
