package org.concord.member.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.concord.kit.problem.Violation;
import org.concord.member.demand.DemandCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemandCheckTest {
    private static final RoundTerms MMR = new RoundTerms("03", "MMR", new Packaging(10), 6_177_224);
    private static final String HEADER = "reference;cvx;rate_per_10000;doses\n";

    @Test
    void rateAndDosesBecomeWholePackages() {
        Verdict verdict = file("clinics;03;40;\nschools;03;;120\n");

        assertThat(verdict.errors()).isEmpty();
        assertThat(verdict.good())
                .containsExactly(
                        new DraftLine("clinics", BigDecimal.valueOf(40), 24_710), new DraftLine("schools", null, 120));
    }

    @ParameterizedTest
    @CsvSource({
        "1O0,        letter-for-digit",
        "O,          letter-for-digit",
        "l20,        letter-for-digit",
        "1.23E+12,   scientific-number",
        "'1,23E+12', scientific-number",
        "1E3,        scientific-number",
        "'1,000',    not-a-whole-number",
        "12.5,       not-a-whole-number",
        "-10,        not-a-whole-number",
        "+10,        not-a-whole-number",
        "1 0,        not-a-whole-number",
        "ten,        not-a-whole-number",
        "NaN,        not-a-whole-number",
        "١٢٠,        not-a-whole-number",
        "0,          out-of-range",
        "1000000010, out-of-range",
        "99999999999999999999, out-of-range",
        "125,        not-whole-packages"
    })
    void dosesThatAreNoCountAreNamedByLineColumnAndKind(String cell, String code) {
        Verdict verdict = file("good;03;;120\nbad;03;;" + cell + "\n");

        assertThat(verdict.errors())
                .extracting(Violation::row, Violation::column, Violation::code)
                .containsExactly(tuple(3, "doses", code));
        assertThat(verdict.good()).extracting(DraftLine::reference).containsExactly("good");
    }

    @ParameterizedTest
    @CsvSource({
        "4O,      letter-for-digit",
        "4E1,     scientific-number",
        "0,       out-of-range",
        "0.000,   out-of-range",
        "100001,  out-of-range",
        "38.1234, not-a-rate",
        "'38,5',  not-a-rate",
        ".5,      not-a-rate",
        "-1,      not-a-rate"
    })
    void ratesAreJudgedAlike(String cell, String code) {
        assertThat(file("bad;03;" + cell + ";\n").errors())
                .extracting(Violation::row, Violation::column, Violation::code)
                .containsExactly(tuple(2, "rate_per_10000", code));
    }

    @Test
    void messagesSayWhatToDo() {
        assertThat(file("a;03;;1O0\n").errors().getFirst().message()).contains("1O0", "O for 0", "Type the digits");
        assertThat(file("a;03;;125\n").errors().getFirst().message()).contains("125", "packages of 10", "130");
        assertThat(file("a;3;;120\n").errors().getFirst().message()).contains("leading zero", "write 03");
    }

    @Test
    void eitherRateOrDosesIsFilledIn() {
        assertThat(file("none;03;;\nboth;03;40;120\n").errors())
                .extracting(Violation::row, Violation::column, Violation::code)
                .containsExactly(tuple(2, "rate_per_10000", "rate-or-doses"), tuple(3, "doses", "rate-or-doses"));
    }

    @ParameterizedTest
    @CsvSource({
        "3, leading-zero-lost",
        "94, product-not-in-round",
        "'', product-not-in-round",
        "O3, product-not-in-round"
    })
    void productMustBeTheRounds(String cvx, String code) {
        assertThat(file("a;" + cvx + ";;120\n").errors())
                .extracting(Violation::column, Violation::code)
                .containsExactly(tuple("cvx", code));
    }

    @Test
    void referenceUsedTwiceInTheFileIsNamedWithTheFirstLine() {
        Verdict verdict = file("a;03;;120\nb;03;;10\na;03;;120\n");

        assertThat(verdict.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(4);
            assertThat(error.code()).isEqualTo("reference-twice");
            assertThat(error.message()).contains("line 2");
        });
        assertThat(verdict.good()).extracting(DraftLine::reference).containsExactly("a", "b");
    }

    @Test
    void sameFileAgainStoresNothing() {
        Verdict verdict = new DemandCheck(MMR, Set.of("a", "b"))
                .file(DemandFile.read((HEADER + "a;03;;120\nb;03;;10\n").getBytes(StandardCharsets.UTF_8)));

        assertThat(verdict.good()).isEmpty();
        assertThat(verdict.errors()).extracting(Violation::code).containsOnly("demand-line-exists");
        assertThat(verdict.errors()).extracting(Violation::row).containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "-x", "\u202Eabc", "a\u200Bb", "Ԁaryland", "a,b", "'"})
    void referenceThatCouldMisleadIsRefused(String reference) {
        assertThat(file("\"" + reference + "\";03;;120\n").errors())
                .extracting(Violation::column, Violation::code)
                .containsExactly(tuple("reference", "reference-malformed"));
    }

    @Test
    void referenceThatASpreadsheetShortenedIsNotGuessed() {
        assertThat(file("1.23E+12;03;;120\n").errors())
                .extracting(Violation::column, Violation::code)
                .containsExactly(tuple("reference", "scientific-number"));
    }

    @Test
    void everyFaultOfARowIsNamedAndFaultsComeByLine() {
        Verdict verdict = file(";94;x;\nshort;03\n;03;;10\n");

        assertThat(verdict.errors())
                .extracting(Violation::row, Violation::code)
                .containsExactly(
                        tuple(2, "reference-missing"),
                        tuple(2, "product-not-in-round"),
                        tuple(2, "not-a-rate"),
                        tuple(3, "wrong-cell-count"),
                        tuple(4, "reference-missing"));
        assertThat(verdict.good()).isEmpty();
    }

    @Test
    void restLinesAreJudgedByTheSameRulesWithPointers() {
        Verdict verdict = new DemandCheck(MMR, Set.of("old"))
                .lines(List.of(
                        new PostDemand.Line("a", BigDecimal.valueOf(40), null),
                        new PostDemand.Line("a", null, 120L),
                        new PostDemand.Line("old", null, 120L),
                        new PostDemand.Line("b", null, 125L),
                        new PostDemand.Line("c", null, null),
                        new PostDemand.Line("d", BigDecimal.ONE, 10L)));

        assertThat(verdict.errors())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/lines/1/reference", "reference-twice"),
                        tuple("/lines/2/reference", "demand-line-exists"),
                        tuple("/lines/3/doses", "not-whole-packages"),
                        tuple("/lines/4", "rate-or-doses"),
                        tuple("/lines/5", "rate-or-doses"));
        assertThat(verdict.good()).containsExactly(new DraftLine("a", BigDecimal.valueOf(40), 24_710));
    }

    private static Verdict file(String rows) {
        return new DemandCheck(MMR, Set.of()).file(DemandFile.read((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }
}
