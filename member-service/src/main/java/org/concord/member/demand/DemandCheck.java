package org.concord.member.demand;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Judges lines of demand against a round: REST lines and the rows of a file by the same rules, each error at its place
 * and in words that say what to change.
 */
final class DemandCheck {
    /** Ten doses for every inhabitant: more than any schedule asks, and far from overflow. */
    static final String MOST_PER_10000 = "100000";

    /** The most doses one line may name; above it a slipped finger is likelier than a need. */
    static final long MOST_DOSES = 1_000_000_000;

    /** Starts with a letter or digit, so that no exported cell can be taken for a formula. */
    static final String REFERENCE_PATTERN = "[A-Za-z0-9][A-Za-z0-9 ._/#-]{0,63}";

    private static final Pattern REFERENCE = Pattern.compile(REFERENCE_PATTERN);
    private static final Pattern WHOLE = Pattern.compile("[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}([.][0-9]{1,3})?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+");
    private static final Pattern LETTER_FOR_DIGIT = Pattern.compile("[0-9OoIl]+");

    private final RoundTerms terms;
    private final Set<String> stored;
    private final List<DraftLine> good = new ArrayList<>();
    private final List<Violation> errors = new ArrayList<>();
    /** Where each reference of this request was first seen. */
    private final Map<String, String> seen = new HashMap<>();

    /** @param stored references that this member has in the round already */
    DemandCheck(RoundTerms terms, Set<String> stored) {
        this.terms = terms;
        this.stored = stored;
    }

    /**
     * @param good the lines that may be stored
     * @param errors everything that is wrong with the others, in the order of the request
     */
    record Verdict(List<DraftLine> good, List<Violation> errors) {}

    /** The rows of a file; errors name line and column. The file's own errors come along, by line. */
    Verdict file(DemandFile file) {
        file.rows().forEach(this::row);
        errors.addAll(file.errors());
        errors.sort((a, b) -> Integer.compare(rowOf(a), rowOf(b)));
        return verdict();
    }

    /** The lines of a REST request; errors carry JSON Pointers. Bean Validation has seen shape and ranges. */
    Verdict lines(List<PostDemand.Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), "/lines/" + i);
        }
        return verdict();
    }

    private Verdict verdict() {
        return new Verdict(List.copyOf(good), List.copyOf(errors));
    }

    private void line(PostDemand.Line line, String pointer) {
        int before = errors.size();
        reference(line.reference(), pointer, (code, message) -> Violation.at(pointer + "/reference", code, message));
        if ((line.ratePer10000() == null) == (line.doses() == null)) {
            errors.add(Violation.at(pointer, "rate-or-doses", "Give either ratePer10000 or doses, and not both."));
        } else if (line.doses() != null) {
            wholePackages(line.doses(), (code, message) -> Violation.at(pointer + "/doses", code, message));
        }
        if (errors.size() == before) {
            accept(line.reference(), line.ratePer10000(), line.doses());
        }
    }

    private void row(DemandFile.Row row) {
        int before = errors.size();
        reference(
                row.reference(),
                "line " + row.line(),
                (code, message) -> Violation.inRow(row.line(), DemandFile.REFERENCE, code, message));
        product(row);
        BigDecimal rate = null;
        Long doses = null;
        if (row.rate().isEmpty() == row.doses().isEmpty()) {
            errors.add(Violation.inRow(
                    row.line(),
                    row.rate().isEmpty() ? DemandFile.RATE : DemandFile.DOSES,
                    "rate-or-doses",
                    row.rate().isEmpty()
                            ? "Both rate_per_10000 and doses are empty. Fill in one of them."
                            : "Both rate_per_10000 and doses are filled in. Leave one of them empty."));
        } else if (row.doses().isEmpty()) {
            rate = rate(row);
        } else {
            doses = doses(row);
            if (doses != null) {
                wholePackages(doses, (code, message) -> Violation.inRow(row.line(), DemandFile.DOSES, code, message));
            }
        }
        if (errors.size() == before) {
            accept(row.reference(), rate, doses);
        }
    }

    private void accept(String reference, @Nullable BigDecimal rate, @Nullable Long doses) {
        if (doses != null) {
            good.add(new DraftLine(reference, null, doses));
        } else if (rate != null) {
            good.add(new DraftLine(reference, rate, terms.packaging().dosesFor(terms.population(), rate)));
        } else {
            throw new IllegalStateException("a line without rate and doses passed the check: " + reference);
        }
    }

    private void reference(String reference, String place, BiFunction<String, String, Violation> at) {
        if (reference.isEmpty()) {
            errors.add(at.apply("reference-missing", "The reference is empty. Give each line a name of your own."));
        } else if (SCIENTIFIC.matcher(reference).matches()) {
            errors.add(at.apply(
                    "scientific-number",
                    "\"" + DemandFile.shown(reference) + "\" looks like a number that a spreadsheet has shortened."
                            + " Format the column as text and type the reference again."));
        } else if (!REFERENCE.matcher(reference).matches()) {
            errors.add(
                    at.apply(
                            "reference-malformed",
                            "A reference starts with a letter or digit and has at most 64 letters, digits, blanks or . _ / # -."));
        } else if (seen.containsKey(reference)) {
            errors.add(at.apply(
                    "reference-twice",
                    "The reference \"" + reference + "\" is used before, at " + seen.get(reference)
                            + ". Give this line another reference, or remove it."));
        } else {
            seen.put(reference, place);
            if (stored.contains(reference)) {
                errors.add(at.apply(
                        "demand-line-exists",
                        "A line with the reference \"" + reference + "\" has been posted in this round before. If it is"
                                + " the same need, remove it here; if it is another, give it another reference."));
            }
        }
    }

    private void product(DemandFile.Row row) {
        if (row.cvx().equals(terms.cvx())) {
            return;
        }
        boolean zeroLost =
                !row.cvx().isEmpty() && terms.cvx().replaceFirst("^0+", "").equals(row.cvx());
        errors.add(Violation.inRow(
                row.line(),
                DemandFile.CVX,
                zeroLost ? "leading-zero-lost" : "product-not-in-round",
                zeroLost
                        ? "The code \"" + row.cvx()
                                + "\" has lost its leading zero. Format the column as text and write " + terms.cvx()
                                + "."
                        : "This round buys " + terms.itemName() + ", code " + terms.cvx() + ", not \""
                                + DemandFile.shown(row.cvx()) + "\". Remove the row, or correct the code."));
    }

    private void wholePackages(long doses, BiFunction<String, String, Violation> at) {
        if (!terms.packaging().isWhole(doses)) {
            errors.add(at.apply(
                    "not-whole-packages",
                    doses + " doses are not whole packages of "
                            + terms.packaging().packageDoses() + ". The next whole" + " number of packages is "
                            + terms.packaging().roundedUp(doses) + " doses."));
        }
    }

    private @Nullable Long doses(DemandFile.Row row) {
        String cell = row.doses();
        if (!WHOLE.matcher(cell).matches()) {
            notANumber(
                    row.line(), DemandFile.DOSES, cell, "not-a-whole-number", "a whole number", "digits only, without");
            return null;
        }
        // Eighteen digits always fit a long; a longer number is out of range whatever it says.
        long value = cell.length() > 18 ? Long.MAX_VALUE : Long.parseLong(cell);
        if (value < 1 || value > MOST_DOSES) {
            outOfRange(row.line(), DemandFile.DOSES, cell, "1 to " + MOST_DOSES);
            return null;
        }
        return value;
    }

    private @Nullable BigDecimal rate(DemandFile.Row row) {
        String cell = row.rate();
        if (!DECIMAL.matcher(cell).matches()) {
            notANumber(
                    row.line(),
                    DemandFile.RATE,
                    cell,
                    "not-a-rate",
                    "a rate",
                    "digits, with at most three decimals after a point, and no");
            return null;
        }
        BigDecimal value = new BigDecimal(cell);
        if (value.signum() == 0 || value.compareTo(new BigDecimal(MOST_PER_10000)) > 0) {
            outOfRange(row.line(), DemandFile.RATE, cell, "0.001 to " + MOST_PER_10000);
            return null;
        }
        return value;
    }

    private void outOfRange(int line, String column, String cell, String range) {
        errors.add(Violation.inRow(
                line,
                column,
                "out-of-range",
                DemandFile.shown(cell) + " is out of range. Write a number from " + range + "."));
    }

    private void notANumber(int line, String column, String cell, String code, String wanted, String how) {
        String shown = "\"" + DemandFile.shown(cell) + "\"";
        if (SCIENTIFIC.matcher(cell).matches()) {
            errors.add(Violation.inRow(
                    line,
                    column,
                    "scientific-number",
                    shown + " is a number that a spreadsheet has shortened, so digits are lost. Format the column as a"
                            + " plain number and type it again."));
        } else if (LETTER_FOR_DIGIT.matcher(cell).matches()) {
            errors.add(Violation.inRow(
                    line,
                    column,
                    "letter-for-digit",
                    shown + " has a letter where a digit is meant (O for 0, l or I for 1). Type the digits."));
        } else {
            errors.add(Violation.inRow(
                    line,
                    column,
                    code,
                    shown + " is not " + wanted + ". Write " + how + " signs, blanks or separators."));
        }
    }

    private static int rowOf(Violation violation) {
        Integer row = violation.row();
        return row == null ? 0 : row;
    }
}
