package org.concord.member.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concord.kit.problem.Violation;
import org.concord.member.demand.DemandFile.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandFileTest {
    private static final String HEADER = "reference,cvx,rate_per_10000,doses\n";

    @Test
    void rowsCarryTheirLineInTheFile() {
        DemandFile file = read(HEADER + "A-1,03,40,\nA-2,03,,120\n");

        assertThat(file.readable()).isTrue();
        assertThat(file.errors()).isEmpty();
        assertThat(file.rows()).containsExactly(new Row(2, "A-1", "03", "40", ""), new Row(3, "A-2", "03", "", "120"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reference,cvx,rate_per_10000,doses\r\nA-1,03,40,\r\n",
                "reference;cvx;rate_per_10000;doses\nA-1;03;40;\n",
                "\uFEFFreference,cvx,rate_per_10000,doses\nA-1,03,40,\n",
                "\uFEFFreference;cvx;rate_per_10000;doses\r\nA-1;03;40;\r\n",
                "reference,cvx,rate_per_10000,doses\nA-1,03,40,",
                "Reference, CVX ,RATE_PER_10000,Doses\n A-1 ,03, 40 ,\n",
                "\"reference\",\"cvx\",\"rate_per_10000\",\"doses\"\n\"A-1\",\"03\",\"40\",\"\"\n",
                "doses,rate_per_10000,cvx,reference\n,40,03,A-1\n",
                "reference,cvx,rate_per_10000,doses\nA-1,03,40,\n,,,\n\n"
            })
    void whatSpreadsheetsWriteIsReadAlike(String text) {
        DemandFile file = read(text);

        assertThat(file.errors()).isEmpty();
        assertThat(file.rows()).containsExactly(new Row(2, "A-1", "03", "40", ""));
    }

    @Test
    void blankLinesAndLineBreaksInCellsKeepTheLineNumbersRight() {
        DemandFile file = read(HEADER + "\n\"two\nlines\",03,40,\nA-2,03,,120\n");

        assertThat(file.rows()).extracting(Row::line).containsExactly(3, 5);
    }

    @Test
    void quotedSeparatorsBelongToTheCell() {
        assertThat(read(HEADER + "\"A,1\",03,40,\n").rows().getFirst().reference())
                .isEqualTo("A,1");
        assertThat(read(HEADER + "\"say \"\"A\"\"\",03,40,\n").rows().getFirst().reference())
                .isEqualTo("say \"A\"");
    }

    @Test
    void missingColumnIsNamed() {
        assertUnreadable("reference,cvx,doses\nA-1,03,10\n", 1, "rate_per_10000", "column-missing");
    }

    @Test
    void renamedColumnIsNamedByItsOldAndItsNewName() {
        DemandFile file = read("reference,cvx,rate,doses\nA-1,03,40,\n");

        assertThat(file.readable()).isFalse();
        assertThat(file.rows()).isEmpty();
        assertThat(file.errors())
                .extracting(Violation::column, Violation::code)
                .containsExactly(tuple("rate_per_10000", "column-missing"), tuple("rate", "column-unknown"));
    }

    @Test
    void columnThatStandsTwiceIsNamed() {
        assertUnreadable("reference,cvx,rate_per_10000,doses,doses\nA-1,03,40,,\n", 1, "doses", "column-twice");
    }

    @Test
    void cellOfAnotherCountOfCellsIsNamedByLineAndTheOthersAreRead() {
        DemandFile file = read(HEADER + "A-1,03,40,\nA-2,03\nA-3,03,1,000,\nA-4,03,,120\n");

        assertThat(file.readable()).isTrue();
        assertThat(file.rows()).extracting(Row::reference).containsExactly("A-1", "A-4");
        assertThat(file.errors()).extracting(Violation::row).containsExactly(3, 4);
        assertThat(file.errors()).extracting(Violation::code).containsOnly("wrong-cell-count");
    }

    @Test
    void emptyFileAndFileWithoutRowsAreToldApart() {
        assertUnreadable("", 1, null, "file-empty");
        assertUnreadable(HEADER, 1, null, "no-rows");
        assertUnreadable(HEADER + ",,,\n\n", 1, null, "no-rows");
    }

    @Test
    void otherEncodingIsNamedAndNotRepaired() {
        DemandFile file = DemandFile.read((HEADER + "Câmara,03,40,\n").getBytes(Charset.forName("windows-1252")));

        assertThat(file.readable()).isFalse();
        assertThat(file.errors()).extracting(Violation::code).containsExactly("not-utf-8");
    }

    @Test
    void quoteThatIsNotClosedStopsTheFileAtItsLine() {
        assertUnreadable(HEADER + "A-1,03,40,\n\"A-2,03,,120\nA-3,03,,120\n", 3, null, "broken-quotes");
        assertUnreadable(HEADER + "\"A-1\"x,03,40,\n", 2, null, "broken-quotes");
    }

    @Test
    void rowsAreBounded() {
        String full = IntStream.range(0, DemandFile.MOST_ROWS)
                .mapToObj(i -> "A-" + i + ",03,,10\n")
                .collect(Collectors.joining());

        assertThat(read(HEADER + full).rows()).hasSize(DemandFile.MOST_ROWS);
        assertUnreadable(HEADER + full + "one-more,03,,10\n", DemandFile.MOST_ROWS + 2, null, "too-many-rows");
    }

    @Test
    void bytesAreBounded() {
        assertUnreadable(HEADER + "x".repeat(DemandFile.MOST_BYTES), 1, null, "file-too-large");
    }

    @Test
    void messagesRepeatCellsShortAndHarmless() {
        assertThat(DemandFile.shown("\u202Eevil\u0000\u001B[31m")).isEqualTo("?evil??[31m");
        assertThat(DemandFile.shown("y".repeat(100))).hasSize(41).endsWith("…");
    }

    private static DemandFile read(String text) {
        return DemandFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertUnreadable(String text, int row, String column, String code) {
        DemandFile file = read(text);
        assertThat(file.readable()).isFalse();
        assertThat(file.rows()).isEmpty();
        assertThat(file.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(row);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.message()).isNotBlank();
        });
    }
}
