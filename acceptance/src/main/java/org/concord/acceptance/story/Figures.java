package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How money and goods look in print. */
final class Figures {

    private Figures() {}

    /** US cents as dollars: {@code 1215132800} is {@code $12,151,328.00}. */
    static String dollars(JsonNode cents) {
        return cents.isIntegralNumber()
                ? pattern("$#,##0.00;-$#,##0.00").format(BigDecimal.valueOf(cents.longValue(), 2))
                : "–";
    }

    static String doses(JsonNode doses) {
        return doses.isIntegralNumber() ? pattern("#,##0").format(doses.longValue()) : "–";
    }

    private static DecimalFormat pattern(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
    }
}
