package org.concord.verifier.formula;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which shares the members carry a common cost: a blend, in whole parts, of the share of the population, the
 * share of the doses, and an equal share. The blend is an exact fraction, and only its result is rounded (largest
 * remainder), so HALF_POPULATION_HALF_VOLUME is never the sum of two roundings.
 *
 * @param name as the agreement writes it: {@code PER_CAPITA}, {@code BY_VOLUME}, {@code EQUAL},
 *     {@code HALF_POPULATION_HALF_VOLUME}, …
 * @param formula the stable, versioned id stored with a run: {@code cost-share/half-population-half-volume/1}
 * @param populationParts parts that go by population
 * @param volumeParts parts that go by doses
 * @param equalParts parts that every member carries alike
 */
public record CostShare(String name, String formula, int populationParts, int volumeParts, int equalParts) {

    /** By population. */
    public static final CostShare PER_CAPITA = named("PER_CAPITA");

    /** By doses. */
    public static final CostShare BY_VOLUME = named("BY_VOLUME");

    /** Every member alike. */
    public static final CostShare EQUAL = named("EQUAL");

    /** (population share + dose share) / 2. */
    public static final CostShare HALF_POPULATION_HALF_VOLUME = named("HALF_POPULATION_HALF_VOLUME");

    /** Parts are written by people: thousandths are finer than any agreement needs. */
    private static final int MOST_PARTS = 1000;

    private static Pattern halves() {
        return Pattern.compile("HALF_(POPULATION|VOLUME|EQUAL)_HALF_(POPULATION|VOLUME|EQUAL)");
    }

    private static Pattern blend() {
        return Pattern.compile("BLENDED_POPULATION_(\\d{1,4})_VOLUME_(\\d{1,4})_EQUAL_(\\d{1,4})");
    }

    public CostShare {
        requireParts(populationParts);
        requireParts(volumeParts);
        requireParts(equalParts);
        if (populationParts + volumeParts + equalParts == 0) {
            throw new IllegalArgumentException("a cost share needs at least one part");
        }
    }

    private static void requireParts(int parts) {
        if (parts < 0 || parts > MOST_PARTS) {
            throw new IllegalArgumentException("parts of a cost share lie between 0 and " + MOST_PARTS);
        }
    }

    /** One member's figures that a cost share may go by. */
    public record Basis(long population, long doses) {
        public Basis {
            Exact.nonNegative("population", population);
            Exact.nonNegative("doses", doses);
        }
    }

    /**
     * The formula of that name: {@code PER_CAPITA}, {@code BY_VOLUME}, {@code EQUAL}, {@code HALF_x_HALF_y} with two
     * of {@code POPULATION}, {@code VOLUME}, {@code EQUAL}, or {@code BLENDED_POPULATION_60_VOLUME_30_EQUAL_10}.
     *
     * @throws IllegalArgumentException for any other name
     */
    public static CostShare named(String name) {
        return switch (name) {
            case "PER_CAPITA" -> new CostShare(name, id(name), 1, 0, 0);
            case "BY_VOLUME" -> new CostShare(name, id(name), 0, 1, 0);
            case "EQUAL" -> new CostShare(name, id(name), 0, 0, 1);
            default -> blended(name);
        };
    }

    private static CostShare blended(String name) {
        Matcher halves = halves().matcher(name);
        if (halves.matches() && !halves.group(1).equals(halves.group(2))) {
            return new CostShare(
                    name, id(name), has(halves, "POPULATION"), has(halves, "VOLUME"), has(halves, "EQUAL"));
        }
        Matcher parts = blend().matcher(name);
        if (parts.matches()) {
            return blended(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        }
        throw new IllegalArgumentException("no cost share formula is called " + name);
    }

    private static int has(Matcher halves, String basis) {
        return basis.equals(halves.group(1)) || basis.equals(halves.group(2)) ? 1 : 0;
    }

    /** Any blend, in whole parts: 60, 30, 10 is 60/100 by population, 30/100 by doses, 10/100 equal. */
    public static CostShare blended(int populationParts, int volumeParts, int equalParts) {
        String name = "BLENDED_POPULATION_%d_VOLUME_%d_EQUAL_%d".formatted(populationParts, volumeParts, equalParts);
        return new CostShare(name, id(name), populationParts, volumeParts, equalParts);
    }

    private static String id(String name) {
        return "cost-share/" + name.toLowerCase(Locale.ROOT).replace('_', '-') + "/1";
    }

    /**
     * The cost split among the members, in cents; the shares add up to the cost exactly.
     *
     * @throws IllegalArgumentException for a negative cost, or when the members together have nothing of what the
     *     formula goes by
     */
    public SortedMap<String, Long> split(long totalCents, SortedMap<String, Basis> members) {
        return LargestRemainder.split(totalCents, weights(totalCents, members));
    }

    /** The blend over one common denominator, which the split does not need. */
    private SortedMap<String, BigInteger> weights(long totalCents, SortedMap<String, Basis> members) {
        BigInteger population = BigInteger.ZERO;
        BigInteger doses = BigInteger.ZERO;
        for (Basis basis : members.values()) {
            population = population.add(BigInteger.valueOf(basis.population()));
            doses = doses.add(BigInteger.valueOf(basis.doses()));
        }
        if (totalCents > 0) {
            requireSomeOf("population", populationParts, population);
            requireSomeOf("doses", volumeParts, doses);
        }
        // A basis that carries no part must not bring its zero sum into the common denominator.
        BigInteger wholePopulation = populationParts == 0 ? BigInteger.ONE : population;
        BigInteger wholeVolume = volumeParts == 0 ? BigInteger.ONE : doses;
        BigInteger everyone = BigInteger.valueOf(members.size());
        TreeMap<String, BigInteger> weights = new TreeMap<>();
        for (Map.Entry<String, Basis> member : members.entrySet()) {
            BigInteger byPopulation = BigInteger.valueOf(populationParts)
                    .multiply(BigInteger.valueOf(member.getValue().population()))
                    .multiply(wholeVolume)
                    .multiply(everyone);
            BigInteger byVolume = BigInteger.valueOf(volumeParts)
                    .multiply(BigInteger.valueOf(member.getValue().doses()))
                    .multiply(wholePopulation)
                    .multiply(everyone);
            BigInteger alike =
                    BigInteger.valueOf(equalParts).multiply(wholePopulation).multiply(wholeVolume);
            weights.put(member.getKey(), byPopulation.add(byVolume).add(alike));
        }
        return weights;
    }

    private void requireSomeOf(String basis, int parts, BigInteger sum) {
        if (parts > 0 && sum.signum() == 0) {
            throw new IllegalArgumentException(name + " goes by " + basis + ", and the members have none");
        }
    }
}
