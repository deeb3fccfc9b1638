package org.concord.compact.guidance.adoption;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.concord.compact.guidance.Population;
import org.concord.compact.text.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a matrix as CSV (RFC 4180), one for each that the filter shows. */
final class MatrixCsv {

    private MatrixCsv() {}

    static String of(List<MatrixLine> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            write(lines, csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be written", impossible);
        }
        return text.toString();
    }

    private static void write(List<MatrixLine> lines, CsvWriter csv) {
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
        for (MatrixLine line : lines) {
            MatrixRow row = line.row();
            csv.writeRecord(
                    plain(line.on()),
                    plain(line.knownAt()),
                    plain(line.code()),
                    row.member(),
                    row.fips(),
                    plain(row.inStanding()),
                    row.legalEffect().name(),
                    row.following().name(),
                    plain(row.number()),
                    plain(row.stage()),
                    plain(row.since()),
                    plain(row.endsOn()),
                    SpreadsheetText.harmless(deviations(row.deviations())),
                    SpreadsheetText.harmless(plain(row.authority())),
                    plain(row.instrument()),
                    SpreadsheetText.harmless(plain(row.citation())),
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
}
