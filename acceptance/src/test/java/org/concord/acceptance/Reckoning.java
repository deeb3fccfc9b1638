package org.concord.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario must come to, worked out a second time from the published rules and in none of the platform's code,
 * so that a test of another file has something to hold the platform's answers against. {@link ReckoningTest} shows that
 * it reproduces the handed-down figures of scenario A.
 */
final class Reckoning {

    private final JsonNode scenario;
    private final Map<String, Long> population = new TreeMap<>();
    private final Map<String, Long> doses = new TreeMap<>();
    private final long totalDoses;

    Reckoning(JsonNode scenario) {
        this.scenario = scenario;
        long pack = scenario.path("item").path("packageDoses").asLong();
        for (JsonNode member : scenario.path("members")) {
            BigDecimal need = BigDecimal.valueOf(member.path("population").asLong())
                    .multiply(member.path("ratePer10000").decimalValue())
                    .movePointLeft(4);
            long packages = need.divide(BigDecimal.valueOf(pack), 0, RoundingMode.CEILING)
                    .longValueExact();
            population.put(code(member), member.path("population").asLong());
            doses.put(code(member), packages * pack);
        }
        totalDoses = doses.values().stream().mapToLong(Long::longValue).sum();
    }

    ObjectNode expected() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("totalDoses", totalDoses);
        ObjectNode bidTotals = out.putObject("bidTotals");
        JsonNode winner = null;
        long goods = Long.MAX_VALUE;
        for (JsonNode bid : bidsBySupplier()) {
            String refusal = refusal(bid, totalDoses);
            if (refusal != null) {
                bidTotals.put(supplier(bid), refusal);
            } else {
                bidTotals.put(supplier(bid), price(bid, totalDoses));
                if (price(bid, totalDoses) < goods) {
                    winner = bid;
                    goods = price(bid, totalDoses);
                }
            }
        }
        ObjectNode award = out.putObject("award")
                .put("supplier", supplier(winner))
                .put("doses", totalDoses)
                .put("goodsCents", goods);
        if (winner.path("pricing").asText().equals("ALL_UNITS")) {
            award.put("unitCents", goods / totalDoses);
        }
        long alone = doses.values().stream().mapToLong(this::cheapest).sum();
        out.put("everyMemberAloneCents", alone);
        out.put("poolingSavesCents", alone - goods);
        charges(out, goods);
        out.set("sharedPerCapitaCents", node(shared("PER_CAPITA")));
        out.set("sharedByVolumeCents", node(shared("BY_VOLUME")));
        if (scenario.has("budgetOf")) {
            out.set("budget", budget(out));
        }
        if (scenario.has("split")) {
            out.set("splitAward", split(goods));
        }
        return out;
    }

    /** Whether the member's appropriation cannot carry its requisition. */
    boolean refused(String member) {
        return appropriation(member) < requisition(member);
    }

    long appropriation(String member) {
        for (JsonNode each : scenario.path("members")) {
            if (code(each).equals(member)) {
                return each.path("appropriationCents").asLong();
            }
        }
        throw new IllegalArgumentException(member);
    }

    /** What the member's requisition needs, in cents. */
    long requisition(String member) {
        JsonNode terms = scenario.path("requisition");
        long atCeiling = doses.get(member) * terms.path("ceilingUnitCents").asLong();
        BigDecimal fees = percent("operations").add(percent("capital"));
        return atCeiling
                + halfUp(atCeiling, fees)
                + shared(terms.path("sharedCostFormula").asText()).get(member);
    }

    private void charges(ObjectNode out, long goods) {
        Map<String, Long> goodsOf = largestRemainder(goods, weights(doses));
        Map<String, Long> sharedOf = shared(scenario.path("sharedCostFormula").asText());
        long all = 0;
        var members = out.putArray("members");
        for (JsonNode each : scenario.path("members")) {
            String member = code(each);
            long operations = halfUp(goodsOf.get(member), percent("operations"));
            long capital = halfUp(goodsOf.get(member), percent("capital"));
            long total = goodsOf.get(member) + operations + capital + sharedOf.get(member);
            members.addObject()
                    .put("member", member)
                    .put("doses", doses.get(member))
                    .put("goodsCents", goodsOf.get(member))
                    .put("operationsFeeCents", operations)
                    .put("capitalFeeCents", capital)
                    .put("sharedCents", sharedOf.get(member))
                    .put("totalCents", total);
            all += total;
        }
        out.put("totalCents", all);
    }

    private ObjectNode budget(ObjectNode out) {
        String member = scenario.path("budgetOf").asText();
        long total = 0;
        for (JsonNode each : out.path("members")) {
            total += code(each).equals(member) ? each.path("totalCents").asLong() : 0;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("member", member)
                .put("appropriationCents", appropriation(member))
                .put("preEncumberedAtRequisitionCents", requisition(member))
                .put("freeAfterRequisitionCents", appropriation(member) - requisition(member))
                .put("encumberedAtOrderCents", total)
                .put("freeAfterOrderCents", appropriation(member) - total);
    }

    /** Every way to give whole packages to two suppliers under the cap; the cheapest. */
    private ObjectNode split(long single) {
        if (scenario.path("split").path("suppliers").asInt() != 2) {
            throw new IllegalArgumentException("reckons splits between two only");
        }
        long pack = scenario.path("item").path("packageDoses").asLong();
        long packages = totalDoses / pack;
        long cap = totalDoses * scenario.path("split").path("maxSharePercent").asLong() / 100 / pack;
        long best = Long.MAX_VALUE;
        ObjectNode suppliers = JsonNodeFactory.instance.objectNode();
        for (JsonNode one : bidsBySupplier()) {
            for (JsonNode two : bidsBySupplier()) {
                if (supplier(one).compareTo(supplier(two)) >= 0) {
                    continue;
                }
                for (long first = packages - cap; first <= cap; first++) {
                    long a = first * pack;
                    long b = totalDoses - a;
                    if (a <= 0 || b <= 0 || refusal(one, a) != null || refusal(two, b) != null) {
                        continue;
                    }
                    long cost = price(one, a) + price(two, b);
                    if (cost < best) {
                        best = cost;
                        suppliers.removeAll();
                        suppliers.putObject(supplier(one)).put("doses", a).put("cents", price(one, a));
                        suppliers.putObject(supplier(two)).put("doses", b).put("cents", price(two, b));
                    }
                }
            }
        }
        ObjectNode split = JsonNodeFactory.instance.objectNode();
        split.set("suppliers", suppliers);
        return split.put("totalCents", best).put("resiliencePremiumCents", best - single);
    }

    private long cheapest(long quantity) {
        return bidsBySupplier().stream()
                .filter(bid -> refusal(bid, quantity) == null)
                .mapToLong(bid -> price(bid, quantity))
                .min()
                .orElseThrow();
    }

    private static @Nullable String refusal(JsonNode bid, long quantity) {
        if (quantity > bid.path("capacity").asLong()) {
            return "exceeds capacity";
        }
        return quantity < bid.path("minimum").asLong(0) ? "below minimum" : null;
    }

    private static long price(JsonNode bid, long quantity) {
        boolean incremental = bid.path("pricing").asText().equals("INCREMENTAL");
        long sum = 0;
        JsonNode tiers = bid.path("tiers");
        for (int i = 0; i < tiers.size() && tiers.get(i).path("from").asLong() <= quantity; i++) {
            long unit = tiers.get(i).path("unitCents").asLong();
            if (incremental) {
                long from = tiers.get(i).path("from").asLong();
                long to = i + 1 < tiers.size()
                        ? Math.min(quantity, tiers.get(i + 1).path("from").asLong() - 1)
                        : quantity;
                sum += (to - from + 1) * unit;
            } else {
                sum = quantity * unit;
            }
        }
        return sum;
    }

    private Map<String, Long> shared(String formula) {
        BigInteger people = sum(population);
        BigInteger bought = sum(doses);
        Map<String, BigInteger> weights = new TreeMap<>();
        for (String member : doses.keySet()) {
            BigInteger byPeople = BigInteger.valueOf(population.get(member)).multiply(bought);
            BigInteger byDoses = BigInteger.valueOf(doses.get(member)).multiply(people);
            weights.put(
                    member,
                    switch (formula) {
                        case "PER_CAPITA" -> byPeople;
                        case "BY_VOLUME" -> byDoses;
                        case "EQUAL" -> BigInteger.ONE;
                        case "HALF_POPULATION_HALF_VOLUME" -> byPeople.add(byDoses);
                        default -> throw new IllegalArgumentException(formula);
                    });
        }
        return largestRemainder(scenario.path("sharedCostCents").asLong(), weights);
    }

    private static Map<String, Long> largestRemainder(long total, Map<String, BigInteger> weights) {
        BigInteger whole = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        Map<String, Long> shares = new TreeMap<>();
        Map<String, BigInteger> remainders = new TreeMap<>();
        weights.forEach((member, weight) -> {
            BigInteger[] parts = weight.multiply(BigInteger.valueOf(total)).divideAndRemainder(whole);
            shares.put(member, parts[0].longValueExact());
            remainders.put(member, parts[1]);
        });
        long left = total - shares.values().stream().mapToLong(Long::longValue).sum();
        List<String> order = new ArrayList<>(shares.keySet());
        // The sort is stable and the keys come in USPS order, so ties fall to the lower code.
        order.sort(Comparator.comparing(remainders::get, Comparator.reverseOrder()));
        order.subList(0, Math.toIntExact(left)).forEach(member -> shares.merge(member, 1L, Long::sum));
        return shares;
    }

    private static long halfUp(long cents, BigDecimal percent) {
        return BigDecimal.valueOf(cents)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private BigDecimal percent(String fee) {
        return new BigDecimal(scenario.path("fees").path(fee).asText().replace("%", ""));
    }

    private List<JsonNode> bidsBySupplier() {
        List<JsonNode> bids = new ArrayList<>();
        scenario.path("bids").forEach(bids::add);
        bids.sort(Comparator.comparing(Reckoning::supplier));
        return bids;
    }

    private static Map<String, BigInteger> weights(Map<String, Long> amounts) {
        Map<String, BigInteger> weights = new TreeMap<>();
        amounts.forEach((member, amount) -> weights.put(member, BigInteger.valueOf(amount)));
        return weights;
    }

    private static BigInteger sum(Map<String, Long> amounts) {
        return amounts.values().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static ObjectNode node(Map<String, Long> amounts) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        amounts.forEach(node::put);
        return node;
    }

    private static String code(JsonNode member) {
        return member.path("member").asText();
    }

    private static String supplier(JsonNode bid) {
        return bid.path("supplier").asText();
    }
}
