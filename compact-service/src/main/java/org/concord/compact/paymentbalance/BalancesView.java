package org.concord.compact.paymentbalance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures under the sentence that says what they are for.
 *
 * @param next opaque cursor of the next page; null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BalancesView(
        String notice, List<BalanceView> items, @Nullable String next) {

    static final String NOTICE =
            "Published figures for analysis only: they settle nothing, and decide nothing that a member owes, gets or may do.";
}
