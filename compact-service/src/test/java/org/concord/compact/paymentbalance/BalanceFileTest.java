package org.concord.compact.paymentbalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceFileTest {

    private static final String HEADER = String.join(",", BalanceFile.COLUMNS);
    private static final String MD =
            "SAMPLE-2026,Sample institute,https://example.org/1,2026-01-15,USD,2024,MD,6177224,CENSUS-2020,100,250,50";

    @Test
    void dollarsBecomeCentsAndRowsAreSorted() {
        BalanceFile file = read(HEADER, MD.replace(",MD,", ",WA,"), MD);

        assertThat(file.rows()).extracting(BalanceFile.Row::member).containsExactly("MD", "WA");
        assertThat(file.rows().getFirst().receiptsCents()).isEqualTo(10_000);
        assertThat(file.rows().getFirst().emergencyCents()).isEqualTo(5_000);
    }

    @Test
    void centsStayCents() {
        assertThat(read(HEADER, MD.replace(",USD,", ",CENTS,"))
                        .rows()
                        .getFirst()
                        .spendingCents())
                .isEqualTo(250);
    }

    @Test
    void theSameFiguresAreTheSameContentWhateverTheirOrder() {
        String wa = MD.replace(",MD,", ",WA,");

        assertThat(read(HEADER, MD, wa).contentHash())
                .isEqualTo(BalanceFile.read(("\uFEFF" + String.join("\r\n", HEADER, wa, MD) + "\r\n")
                                .getBytes(StandardCharsets.UTF_8))
                        .contentHash());
        assertThat(read(HEADER, MD).contentHash())
                .isNotEqualTo(read(HEADER, MD.replace(",250,", ",251,")).contentHash());
    }

    @ParameterizedTest(name = "{0} for {1}: {2} in {3}")
    @CsvSource({
        "XX, MD, unknown-jurisdiction, member",
        "2024.0, 2024, not-a-whole-number, fiscal_year",
        "1776, 2024, out-of-range, fiscal_year",
        "'1,000', 100, wrong-cell-count, ",
        "1e3, 100, not-a-whole-number, receipts",
        "007, 100, not-a-whole-number, receipts",
        "-1, 100, out-of-range, receipts",
        "99999999999999999, 100, out-of-range, receipts",
        "EUR, USD, unknown-unit, unit",
        "0, 6177224, out-of-range, population",
        "251, 50, out-of-range, emergency_spending",
        "2026-02-30, 2026-01-15, wrong-format, published_on",
        "http://example.org, https://example.org/1, wrong-format, source_url",
    })
    void eachFaultIsNamedByLineAndColumn(String wrong, String right, String code, String column) {
        String faulty = MD.endsWith("," + right)
                ? MD.substring(0, MD.length() - right.length()) + wrong
                : MD.replace("," + right + ",", "," + wrong + ",");

        List<Violation> faults = faults(HEADER, MD.replace(",MD,", ",WA,"), faulty);

        assertThat(faults).extracting(Violation::row).containsOnly(3);
        assertThat(faults).extracting(Violation::code).contains(code);
        assertThat(faults).extracting(Violation::column).contains(column);
    }

    @Test
    void aMemberStandsOnceInAYearAndAFileIsOnePublication() {
        assertThat(faults(HEADER, MD, MD).getFirst().code()).isEqualTo("duplicate");
        assertThat(faults(HEADER, MD, MD.replace("SAMPLE-2026", "OTHER").replace(",MD,", ",WA,"))
                        .getFirst()
                        .code())
                .isEqualTo("other-publication");
    }

    @Test
    void whatIsNoSuchFileIsRefusedWhole() {
        assertThat(faults("").getFirst().code()).isEqualTo("wrong-header");
        assertThat(faults(HEADER).getFirst().code()).isEqualTo("no-rows");
        assertThat(faults(HEADER + ",extra", MD).getFirst().code()).isEqualTo("wrong-header");
        assertThat(faults(HEADER, MD.replace("Sample institute", "\"Sample institute"))
                        .getFirst()
                        .code())
                .isEqualTo("broken-quotes");
        assertThat(catchThrowableOfType(
                                ProblemException.class, () -> BalanceFile.read(new byte[] {(byte) 0xC3, (byte) 0x28}))
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo("not-utf-8");
    }

    @ParameterizedTest(name = "{0} cents over {1} people: {2}")
    @CsvSource({"100, 3, 33", "200, 3, 67", "1, 2, 1", "-1, 2, -1", "3, 2, 2", "-3, 2, -2", "0, 5, 0", "49, 100, 0"})
    void perCapitaIsExactAndRoundedHalfUp(long cents, long population, long perCapita) {
        assertThat(PerCapita.cents(cents, population)).isEqualTo(perCapita);
    }

    private static BalanceFile read(String... lines) {
        return BalanceFile.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Violation> faults(String... lines) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(lines));
        assertThat(refused.problem()).isEqualTo(BalanceProblem.BALANCE_FILE_HAS_FAULTS);
        return refused.errors();
    }
}
