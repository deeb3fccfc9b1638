package org.concord.compact.surveillance.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of known answers beside the tests. */
final class KnownAnswers {

    private KnownAnswers() {}

    record Row(NamedCsvRecord columns) {

        String get(String column) {
            return columns.getField(column);
        }

        long whole(String column) {
            return Long.parseLong(get(column));
        }

        /** As R writes it; NaN for {@code NA} and for nothing. */
        double number(String column) {
            return switch (get(column)) {
                case "", "NA", "NaN" -> Double.NaN;
                case "Inf" -> Double.POSITIVE_INFINITY;
                case String number -> Double.parseDouble(number);
            };
        }
    }

    static List<Row> rows(String file) {
        try (InputStream bytes = KnownAnswers.class.getResourceAsStream("/surveillance/" + file);
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return csv.stream().map(Row::new).toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
