package org.concord.compact.guidance.adoption;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.concord.compact.guidance.Population;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a matrix as CSV (RFC 4180), one line for each row that the filter shows. */
final class MatrixCsv {

    private MatrixCsv() {}

    static String of(MatrixView matrix) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            write(matrix, csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be written", impossible);
        }
        return text.toString();
    }

    private static void write(MatrixView matrix, CsvWriter csv) {
        csv.writeRecord(
                "on",
                "known_at",
                "guidance",
                "member",
                "fips",
                "in_standing",
                "legal_effect",
                "following",
                "version",
                "version_stage",
                "since",
                "ends_on",
                "deviations",
                "authority",
                "instrument",
                "citation",
                "act",
                "revision",
                "recorded_at");
        for (MatrixRow row : matrix.rows()) {
            csv.writeRecord(
                    plain(matrix.on()),
                    plain(matrix.knownAt()),
                    plain(matrix.code()),
                    row.member(),
                    row.fips(),
                    plain(row.inStanding()),
                    row.legalEffect().name(),
                    row.following().name(),
                    plain(row.number()),
                    plain(row.stage()),
                    plain(row.since()),
                    plain(row.endsOn()),
                    harmless(deviations(row.deviations())),
                    harmless(plain(row.authority())),
                    plain(row.instrument()),
                    harmless(plain(row.citation())),
                    plain(row.actId()),
                    plain(row.revision()),
                    plain(row.recordedAt()));
        }
    }

    private static String deviations(@Nullable List<Deviation> deviations) {
        return deviations == null
                ? ""
                : deviations.stream()
                        .map(one -> one.recommendation() + " (" + words(one.population()) + "): " + one.differs())
                        .collect(Collectors.joining("; "));
    }

    private static String words(Population population) {
        String ages = population.toMonths() == null
                ? "from " + population.fromMonths() + " months"
                : "from " + population.fromMonths() + " to before " + population.toMonths() + " months";
        return population.riskGroup() == null ? ages : ages + ", " + population.riskGroup();
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What begins like a formula is text to a spreadsheet by a leading apostrophe. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
