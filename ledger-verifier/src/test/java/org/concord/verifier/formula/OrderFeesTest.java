package org.concord.verifier.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OrderFeesTest {

    private static final Percent RATE = Percent.parse("0.60%");

    @Test
    void aBillTakesItsOwnFeeAndTheLastTakesWhatIsLeft() {
        assertThat(OrderFees.ofBill(RATE, 250_000, 2_000, false)).isEqualTo(1_500);
        assertThat(OrderFees.ofBill(RATE, 250_000, 1_000, false)).isEqualTo(1_000);
        assertThat(OrderFees.ofBill(RATE, 250_000, 2_000, true)).isEqualTo(2_000);
        assertThat(OrderFees.ofBill(RATE, 83, 10, false)).isZero();
        assertThat(OrderFees.ofBill(RATE, 84, 10, false)).isEqualTo(1);
    }

    @Test
    void aCreditGivesBackTheFeeOnItsGoods() {
        assertThat(OrderFees.ofCredit(RATE, 250_000)).isEqualTo(1_500);
    }

    @Test
    void aChangeIsAtTheOrdersOwnPrice() {
        assertThat(OrderFees.goodsAfterChange(1_000, 3, 1)).isEqualTo(1_333);
        assertThat(OrderFees.goodsAfterChange(1_000, 3, -1)).isEqualTo(667);
        assertThat(OrderFees.goodsAfterChange(1_000, 3, -3)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> OrderFees.goodsAfterChange(1_000, 3, -4));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderFees.goodsAfterChange(1_000, 0, 1));
    }

    @Test
    void theFeeFollowsTheGoodsAndFreesNoMoreThanIsLeft() {
        assertThat(OrderFees.ofChange(RATE, 250_000, 500_000, 1_500)).isEqualTo(1_500);
        assertThat(OrderFees.ofChange(RATE, 500_000, 250_000, 3_000)).isEqualTo(-1_500);
        assertThat(OrderFees.ofChange(RATE, 500_000, 250_000, 700)).isEqualTo(-700);
        assertThat(OrderFees.ofChange(RATE, 500_000, 0, 2_999)).isEqualTo(-2_999);
    }

    @Test
    void theNetsOfARunComeToNothing() {
        List<Netting.Obligation> run = List.of(
                new Netting.Obligation("MD:GEN", "COMM:CAP", 22_242_215),
                new Netting.Obligation("DE:GEN", "MD:GEN", 448_000));
        assertThat(Netting.nets(run))
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("COMM:CAP", 22_242_215L, "DE:GEN", -448_000L, "MD:GEN", -21_794_215L)));
        assertThat(Netting.nets(run).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Netting.Obligation("A:B", "A:B", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Netting.Obligation("A:B", "C:D", -1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Netting.nets(List.of(
                        new Netting.Obligation("A:B", "C:D", Exact.MAX), new Netting.Obligation("A:B", "C:D", 1))));
    }
}
