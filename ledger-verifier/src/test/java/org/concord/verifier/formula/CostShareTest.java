package org.concord.verifier.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostShareTest {

    @Test
    void perCapitaSharesOfScenarioAComeOutToTheCent() {
        SortedMap<String, Long> shares = CostShare.PER_CAPITA.split(ScenarioA.SHARED_CENTS, ScenarioA.bases());

        ScenarioA.rows().forEach((member, row) -> assertThat(shares.get(member)).isEqualTo(row.sharedPerCapita()));
    }

    @Test
    void sharesByVolumeOfScenarioAComeOutToTheCent() {
        SortedMap<String, Long> shares = CostShare.BY_VOLUME.split(ScenarioA.SHARED_CENTS, ScenarioA.bases());

        ScenarioA.rows().forEach((member, row) -> assertThat(shares.get(member)).isEqualTo(row.sharedByVolume()));
    }

    @Test
    void theHalfAndHalfShareIsRoundedOnceAndNotTwice() {
        TreeMap<String, CostShare.Basis> members = new TreeMap<>();
        members.put("MD", new CostShare.Basis(1, 2));
        members.put("VA", new CostShare.Basis(2, 1));

        // Exact halves tie at one cent: it goes to the lower code, whatever the two parts would have rounded to.
        assertThat(CostShare.HALF_POPULATION_HALF_VOLUME.split(1, members)).containsEntry("MD", 1L);
    }

    @Test
    void aBlendOfOneBasisEqualsThatBasis() {
        SortedMap<String, CostShare.Basis> members = ScenarioA.bases();

        assertThat(CostShare.blended(7, 0, 0).split(999_983, members))
                .isEqualTo(CostShare.PER_CAPITA.split(999_983, members));
        assertThat(CostShare.blended(0, 0, 3).split(999_983, members))
                .isEqualTo(CostShare.EQUAL.split(999_983, members));
    }

    @Test
    void theEqualShareGivesTheLeftoverToTheLowestCodes() {
        TreeMap<String, CostShare.Basis> members = new TreeMap<>();
        for (String member : new String[] {"WA", "CA", "NY"}) {
            members.put(member, new CostShare.Basis(0, 0));
        }

        assertThat(CostShare.EQUAL.split(11, members))
                .containsExactly(
                        java.util.Map.entry("CA", 4L), java.util.Map.entry("NY", 4L), java.util.Map.entry("WA", 3L));
    }

    @Test
    void anyBlendIsTheLargestRemainderOfTheExactFraction() {
        Random random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            int population = random.nextInt(4);
            int volume = random.nextInt(4);
            int equal = population + volume == 0 ? 1 : random.nextInt(4);
            TreeMap<String, CostShare.Basis> members = new TreeMap<>();
            for (int i = 0; i < 2 + random.nextInt(14); i++) {
                members.put(
                        "M" + (char) ('A' + i),
                        new CostShare.Basis(1 + random.nextInt(40_000_000), 1 + random.nextInt(200_000)));
            }
            long total = random.nextLong(1L << 40);

            assertThat(CostShare.blended(population, volume, equal).split(total, members))
                    .isEqualTo(naive(total, members, population, volume, equal));
        }
    }

    /** The same by fractions of decimals with far more digits than can matter. */
    private static SortedMap<String, Long> naive(
            long total, SortedMap<String, CostShare.Basis> members, int population, int volume, int equal) {
        java.math.MathContext digits = new java.math.MathContext(60);
        var people = new java.math.BigDecimal(
                members.values().stream().mapToLong(CostShare.Basis::population).sum());
        var doses = new java.math.BigDecimal(
                members.values().stream().mapToLong(CostShare.Basis::doses).sum());
        TreeMap<String, BigInteger> weights = new TreeMap<>();
        members.forEach((member, basis) -> weights.put(
                member,
                new java.math.BigDecimal(population * basis.population())
                        .divide(people, digits)
                        .add(new java.math.BigDecimal(volume * basis.doses()).divide(doses, digits))
                        .add(new java.math.BigDecimal(equal).divide(new java.math.BigDecimal(members.size()), digits))
                        .movePointRight(50)
                        .toBigInteger()));
        return LargestRemainder.split(total, weights);
    }

    @Test
    void everyNamedFormulaHasAStableVersionedId() {
        assertThat(CostShare.PER_CAPITA.formula()).isEqualTo("cost-share/per-capita/1");
        assertThat(CostShare.BY_VOLUME.formula()).isEqualTo("cost-share/by-volume/1");
        assertThat(CostShare.EQUAL.formula()).isEqualTo("cost-share/equal/1");
        assertThat(CostShare.HALF_POPULATION_HALF_VOLUME.formula())
                .isEqualTo("cost-share/half-population-half-volume/1");
        assertThat(CostShare.named("BLENDED_POPULATION_60_VOLUME_30_EQUAL_10"))
                .isEqualTo(CostShare.blended(60, 30, 10));
        assertThat(CostShare.named("HALF_VOLUME_HALF_POPULATION").split(ScenarioA.SHARED_CENTS, ScenarioA.bases()))
                .isEqualTo(CostShare.HALF_POPULATION_HALF_VOLUME.split(ScenarioA.SHARED_CENTS, ScenarioA.bases()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "per_capita",
                "HALF_VOLUME_HALF_VOLUME",
                "HALF_POPULATION",
                "BY_NEED",
                "BLENDED_POPULATION_0_VOLUME_0_EQUAL_0",
                "BLENDED_POPULATION_9999_VOLUME_0_EQUAL_0"
            })
    void anUnknownFormulaIsRefused(String name) {
        assertThatThrownBy(() -> CostShare.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCostThatNobodyCanCarryIsRefused() {
        TreeMap<String, CostShare.Basis> members = new TreeMap<>();
        members.put("MD", new CostShare.Basis(5, 0));

        assertThatThrownBy(() -> CostShare.BY_VOLUME.split(1, members)).hasMessageContaining("doses");
        assertThatThrownBy(() -> CostShare.HALF_POPULATION_HALF_VOLUME.split(1, members))
                .hasMessageContaining("doses");
        assertThat(CostShare.BY_VOLUME.split(0, members)).containsEntry("MD", 0L);
    }
}
