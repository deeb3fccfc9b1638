package org.concord.verifier.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.verifier.formula.CallOff;
import org.concord.verifier.formula.CostShare;
import org.concord.verifier.formula.Goods;
import org.concord.verifier.formula.HalfUp;
import org.concord.verifier.formula.LargestRemainder;
import org.concord.verifier.formula.Netting;
import org.concord.verifier.formula.OrderFees;
import org.concord.verifier.formula.Percent;
import org.concord.verifier.formula.PooledCharges;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;

/**
 * Computes formula runs again from their inputs. A run names the formulas that took part; the first that stands for a
 * whole run decides which, and one that nobody here knows is an error, never skipped.
 */
final class FormulaReplay {

    /** What the book has bound so far; the inputs of some runs claim to say it. */
    interface Book {

        /** Cents still bound by a part of an order; none when it was never opened. */
        long bound(UUID order, String part);
    }

    /** A whole run: from its leaf and inputs to its result. */
    private interface Run {
        Json result(Json.Obj leaf, Json.Obj inputs, Book book);
    }

    private static final Map<String, Run> RUNS = Map.of(
            PooledCharges.FORMULA, FormulaReplay::charges,
            OrderFees.BILL_FORMULA, FormulaReplay::billFees,
            OrderFees.CREDIT_FORMULA, FormulaReplay::creditFees,
            OrderFees.CHANGE_FORMULA, FormulaReplay::orderChange,
            Netting.FORMULA, FormulaReplay::netting);

    /** Formulas that take part in runs, and stand for none by themselves. */
    private static final Set<String> PARTS = Set.of(
            PooledCharges.REQUISITION_FORMULA,
            CallOff.FORMULA,
            Goods.FORMULA,
            HalfUp.FORMULA,
            LargestRemainder.FORMULA);

    private FormulaReplay() {}

    /** Computes the run of this leaf again. @throws BadLeaf when it is unknown or comes to another result */
    static void replay(Json.Obj leaf, Book book) {
        try {
            List<Run> runs = new ArrayList<>();
            for (Json each : leaf.array("formulas")) {
                String id = each instanceof Json.Str text ? text.value() : "";
                Run run = RUNS.get(id);
                BadLeaf.unless(
                        run != null || PARTS.contains(id) || isCostShare(id),
                        "the formula " + LeafReader.quoted(id),
                        "a formula that this verifier knows");
                if (run != null) {
                    runs.add(run);
                }
            }
            BadLeaf.unless(runs.size() == 1, runs.size() + " whole runs in one leaf", "one");
            if (!(leaf.get("inputs") instanceof Json.Obj inputs)) {
                throw new BadLeaf("a formula run without inputs", "inputs");
            }
            Json computed = runs.getFirst().result(leaf, inputs, book);
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

    private static Json charges(Json.Obj leaf, Json.Obj inputs, Book book) {
        PooledCharges formula = new PooledCharges(
                Percent.parse(inputs.text("operationsFee")),
                Percent.parse(inputs.text("capitalFee")),
                inputs.integer("sharedCostCents"),
                costShare(leaf, inputs.text("sharedCostFormula")));
        CostShare requisition = costShare(leaf, inputs.text("requisitionSharedCostFormula"));
        TreeMap<String, PooledCharges.Share> shares = new TreeMap<>();
        for (Json.Obj member : objects(inputs, "members")) {
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

    private static CostShare costShare(Json.Obj leaf, String name) {
        CostShare share = CostShare.named(name);
        BadLeaf.unless(
                leaf.array("formulas").contains(Json.of(share.formula())),
                "formulas without " + share.formula(),
                "every formula by which the inputs were computed");
        return share;
    }

    private static Json billFees(Json.Obj leaf, Json.Obj inputs, Book book) {
        boolean last = inputs.get("last") instanceof Json.Bool flag && flag.value();
        long goods = inputs.integer("goodsCents");
        long operations = OrderFees.ofBill(operations(inputs), goods, left(inputs, book, "operationsFee", "ops"), last);
        long capital = OrderFees.ofBill(capital(inputs), goods, left(inputs, book, "capitalFee", "cap"), last);
        return Json.array(List.of(figure("OPERATIONS_FEE", operations), figure("CAPITAL_FEE", capital)));
    }

    private static Json creditFees(Json.Obj leaf, Json.Obj inputs, Book book) {
        long goods = inputs.integer("goodsCents");
        return Json.array(List.of(
                figure("OPERATIONS_FEE", OrderFees.ofCredit(operations(inputs), goods)),
                figure("CAPITAL_FEE", OrderFees.ofCredit(capital(inputs), goods))));
    }

    private static Json orderChange(Json.Obj leaf, Json.Obj inputs, Book book) {
        long before = inputs.integer("goodsCents");
        long after = OrderFees.goodsAfterChange(before, inputs.integer("doses"), inputs.integer("change"));
        long operations =
                OrderFees.ofChange(operations(inputs), before, after, left(inputs, book, "operationsFee", "ops"));
        long capital = OrderFees.ofChange(capital(inputs), before, after, left(inputs, book, "capitalFee", "cap"));
        return Json.array(List.of(
                figure("GOODS", after - before), figure("OPERATIONS_FEE", operations), figure("CAPITAL_FEE", capital)));
    }

    /** What the inputs say is left of a fee must be what the book has bound of it at that place. */
    private static long left(Json.Obj inputs, Book book, String fee, String part) {
        long claimed = inputs.integer(fee + "LeftCents");
        long bound = book.bound(UUID.fromString(inputs.text("order")), part);
        BadLeaf.unless(claimed == bound, fee + "LeftCents of " + claimed, bound + ", which the book has bound");
        return claimed;
    }

    private static Percent operations(Json.Obj inputs) {
        return Percent.parse(inputs.text("operationsFee"));
    }

    private static Percent capital(Json.Obj inputs) {
        return Percent.parse(inputs.text("capitalFee"));
    }

    private static Json figure(String name, long cents) {
        return Json.object().put("figure", name).put("cents", cents).build();
    }

    private static Json netting(Json.Obj leaf, Json.Obj inputs, Book book) {
        List<Netting.Obligation> obligations = objects(inputs, "obligations").stream()
                .map(each -> new Netting.Obligation(each.text("debtor"), each.text("creditor"), each.integer("cents")))
                .toList();
        List<Json> rows = new ArrayList<>();
        Netting.nets(obligations)
                .forEach((fund, net) -> rows.add(
                        Json.object().put("fund", fund).put("netCents", net).build()));
        return Json.array(rows);
    }

    private static List<Json.Obj> objects(Json.Obj inputs, String name) {
        List<Json.Obj> objects = new ArrayList<>();
        for (Json each : inputs.array(name)) {
            if (!(each instanceof Json.Obj object)) {
                throw new IllegalArgumentException(name + " holds something that is no object");
            }
            objects.add(object);
        }
        return objects;
    }
}
