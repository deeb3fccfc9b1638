package org.concord.verifier.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PooledChargesTest {

    @Test
    void everyMembersChargeOfScenarioAComesOutToTheCent() {
        SortedMap<String, PooledCharges.Charge> charges =
                ScenarioA.CHARGES.compute(ScenarioA.GOODS_CENTS, ScenarioA.bases());

        assertThat(charges).hasSize(15);
        ScenarioA.rows()
                .forEach((member, row) ->
                        assertThat(charges.get(member)).as(member).isEqualTo(row.charge()));
    }

    @Test
    void theChargesOfScenarioAAddUpToTheTotalBill() {
        assertThat(ScenarioA.CHARGES.compute(ScenarioA.GOODS_CENTS, ScenarioA.bases()).values().stream()
                        .mapToLong(PooledCharges.Charge::totalCents)
                        .sum())
                .isEqualTo(1_250_084_128L);
    }

    @Test
    void marylandsRequisitionPreEncumbersTheCeilingPriceFeesAndPerCapitaShare() {
        long shared = CostShare.PER_CAPITA
                .split(ScenarioA.SHARED_CENTS, ScenarioA.bases())
                .get("MD");

        assertThat(ScenarioA.CHARGES.requisition(24_710, 2480, shared)).isEqualTo(62_972_796L);
    }

    @Test
    void aRequisitionRoundsBothFeesAsOnePercentage() {
        PooledCharges charges = new PooledCharges(Percent.parse("0.60%"), Percent.parse("0.40%"), 0, CostShare.EQUAL);

        // 1.00% of 149 is 1.49: once rounded 1, while 0.894 and 0.596 rounded apart would be 2.
        assertThat(charges.requisition(1, 149, 0)).isEqualTo(150);
    }

    @Test
    void goodsWithOneUnitPriceAreDosesTimesPrice() {
        TreeMap<String, Long> doses = new TreeMap<>();
        ScenarioA.rows().forEach((member, row) -> doses.put(member, row.basis().doses()));

        Goods.share(ScenarioA.GOODS_CENTS, doses)
                .forEach((member, cents) -> assertThat(cents).isEqualTo(doses.get(member) * 2240));
    }

    @Test
    void amountsBeyondWhatJsonHoldsExactlyAreRefused() {
        assertThatThrownBy(() -> ScenarioA.CHARGES.requisition(1L << 40, 1L << 40, 0))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new PooledCharges.Share(-1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
