package org.concord.verifier.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concord.verifier.formula.CallOff;
import org.concord.verifier.formula.CostShare;
import org.concord.verifier.formula.Goods;
import org.concord.verifier.formula.HalfUp;
import org.concord.verifier.formula.LargestRemainder;
import org.concord.verifier.formula.Percent;
import org.concord.verifier.formula.PooledCharges;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;

/**
 * Computes formula runs again from their inputs. A run names the formulas that took part; the first that stands for a
 * whole run decides which, and one that nobody here knows is an error, never skipped.
 */
final class FormulaReplay {

    /** A whole run: from its inputs to its result. */
    private interface Run {
        Json result(Json.Obj inputs, Set<String> formulas);
    }

    private static final Map<String, Run> RUNS = Map.of(PooledCharges.FORMULA, FormulaReplay::charges);

    /** Formulas that take part in runs, and stand for none by themselves. */
    private static final Set<String> PARTS = Set.of(
            PooledCharges.REQUISITION_FORMULA,
            CallOff.FORMULA,
            Goods.FORMULA,
            HalfUp.FORMULA,
            LargestRemainder.FORMULA);

    private FormulaReplay() {}

    /** Computes the run of this leaf again. @throws BadLeaf when it is unknown or comes to another result */
    static void replay(Json.Obj leaf) {
        try {
            Set<String> formulas = new HashSet<>();
            List<Run> runs = new ArrayList<>();
            for (Json each : leaf.array("formulas")) {
                String id = each instanceof Json.Str text ? text.value() : "";
                Run run = RUNS.get(id);
                BadLeaf.unless(
                        run != null || PARTS.contains(id) || isCostShare(id),
                        "the formula " + LeafReader.quoted(id),
                        "a formula that this verifier knows");
                formulas.add(id);
                if (run != null) {
                    runs.add(run);
                }
            }
            BadLeaf.unless(runs.size() == 1, runs.size() + " whole runs in " + formulas, "one");
            if (!(leaf.get("inputs") instanceof Json.Obj inputs)) {
                throw new BadLeaf("a formula run without inputs", "inputs");
            }
            Json computed = runs.getFirst().result(inputs, formulas);
            Json noted = leaf.get("result");
            BadLeaf.unless(
                    computed.equals(noted),
                    "the result " + firstDifference(noted, computed),
                    firstDifference(computed, noted) + " by the formula");
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            throw new BadLeaf("inputs that give no result: " + impossible.getMessage(), "inputs of the formula");
        }
    }

    /** Only the row that differs, as a whole result has pages. */
    private static String firstDifference(Json value, Json other) {
        if (value instanceof Json.Arr rows && other instanceof Json.Arr others) {
            for (int i = 0; i < rows.items().size(); i++) {
                if (i >= others.items().size()
                        || !rows.items().get(i).equals(others.items().get(i))) {
                    return text(rows.items().get(i));
                }
            }
            return "of " + rows.items().size() + " rows";
        }
        return text(value);
    }

    private static String text(Json value) {
        String text = new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private static boolean isCostShare(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length != 3 || !parts[0].equals("cost-share")) {
            return false;
        }
        try {
            String name = parts[1].toUpperCase(Locale.ROOT).replace('-', '_');
            return CostShare.named(name).formula().equals(id);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static Json charges(Json.Obj inputs, Set<String> formulas) {
        PooledCharges formula = new PooledCharges(
                Percent.parse(inputs.text("operationsFee")),
                Percent.parse(inputs.text("capitalFee")),
                inputs.integer("sharedCostCents"),
                costShare(inputs, "sharedCostFormula", formulas));
        CostShare requisition = costShare(inputs, "requisitionSharedCostFormula", formulas);
        TreeMap<String, PooledCharges.Share> shares = new TreeMap<>();
        for (Json each : inputs.array("members")) {
            if (!(each instanceof Json.Obj member)) {
                throw new IllegalArgumentException("a member is an object");
            }
            PooledCharges.Share share = new PooledCharges.Share(
                    member.integer("population"), member.integer("doses"), member.integer("goodsCents"));
            if (shares.put(member.text("member"), share) != null) {
                throw new IllegalArgumentException("a member stands twice in the inputs");
            }
        }
        SortedMap<String, Long> reserved = formula.sharedBy(requisition, shares);
        List<Json> rows = new ArrayList<>();
        formula.compute(shares)
                .forEach((member, charge) -> rows.add(Json.object()
                        .put("member", member)
                        .put("operationsFeeCents", charge.operationsFeeCents())
                        .put("capitalFeeCents", charge.capitalFeeCents())
                        .put("sharedCents", charge.sharedCents())
                        .put("totalCents", charge.totalCents())
                        .put("requisitionSharedCents", reserved.getOrDefault(member, 0L))
                        .build()));
        return Json.array(rows);
    }

    private static CostShare costShare(Json.Obj inputs, String name, Set<String> formulas) {
        CostShare share = CostShare.named(inputs.text(name));
        BadLeaf.unless(
                formulas.contains(share.formula()),
                "formulas without " + share.formula(),
                "every formula by which the inputs were computed");
        return share;
    }
}
