package org.concord.compact.paymentbalance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One member's figures for one federal fiscal year in one publication.
 *
 * @param publication the vintage
 * @param fiscalYear federal: it begins on 1 October of the year before
 * @param populationVintage the count by which per capita figures go
 * @param withEmergency all money; null when only the other was asked for
 * @param withoutEmergency less emergency money; null when only the other was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BalanceView(
        String publication,
        String publisher,
        String sourceUrl,
        LocalDate publishedOn,
        int fiscalYear,
        String member,
        long population,
        String populationVintage,
        @Nullable Figures withEmergency,
        @Nullable Figures withoutEmergency) {

    /**
     * US cents.
     *
     * @param receiptsCents what the federal government receives from there
     * @param spendingCents what it spends there
     * @param balanceCents spending less receipts; below zero where more is paid than comes back
     * @param balancePerCapitaCents the balance for each head, rounded half up
     */
    public record Figures(long receiptsCents, long spendingCents, long balanceCents, long balancePerCapitaCents) {

        static Figures of(long receiptsCents, long spendingCents, long population) {
            long balance = spendingCents - receiptsCents;
            return new Figures(receiptsCents, spendingCents, balance, PerCapita.cents(balance, population));
        }
    }
}
