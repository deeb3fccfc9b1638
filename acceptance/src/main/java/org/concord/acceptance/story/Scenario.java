package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario file asks to be played: its inputs and nothing of its {@code expect}. Money is in US cents, goods in
 * doses, percentages as written.
 *
 * @param split absent when no split award is asked for
 * @param budgetOf the member whose budget is shown; absent when none
 * @param later the keys of parts that the platform cannot play yet, such as shipments
 */
public record Scenario(
        String title,
        Item item,
        String lead,
        List<Member> members,
        Fees fees,
        List<Bid> bids,
        long sharedCostCents,
        String sharedCostFormula,
        Requisition requisition,
        @Nullable Split split,
        @Nullable String budgetOf,
        Set<String> later) {

    record Item(String cvx, String name, long packageDoses) {}

    /** @param ratePer10000 doses per 10,000 people, handed on exactly as written in the file */
    record Member(String member, long population, JsonNode ratePer10000, long appropriationCents) {}

    record Fees(String operations, String capital) {}

    /** @param terms the bid as written in the file, which is how it is recorded */
    record Bid(String supplier, JsonNode terms) {}

    record Requisition(long ceilingUnitCents, String sharedCostFormula) {}

    record Split(long suppliers, long maxSharePercent) {}

    List<String> memberCodes() {
        return members.stream().map(Member::member).toList();
    }
}
