package org.concord.verifier.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CallOffTest {

    private static final Percent OPERATIONS = Percent.parse("0.60%");
    private static final Percent CAPITAL = Percent.parse("0.40%");

    @Test
    void oneOrderOfTheWholeShareIsTheWholeCharge() {
        PooledCharges.Charge maryland = ScenarioA.rows().get("MD").charge();

        CallOff order = CallOff.next(maryland, OPERATIONS, CAPITAL, CallOff.Drawn.NOTHING, 24_710);

        assertThat(order).isEqualTo(new CallOff(55_350_400, 332_102, 221_402, 1_058_875));
        assertThat(order.totalCents()).isEqualTo(56_962_779);
    }

    @Test
    void theOrderThatCompletesTheShareTakesTheRemainderOfTheFee() {
        PooledCharges.Charge maryland = ScenarioA.rows().get("MD").charge();

        CallOff first = CallOff.next(maryland, OPERATIONS, CAPITAL, CallOff.Drawn.NOTHING, 14_820);
        CallOff last = CallOff.next(maryland, OPERATIONS, CAPITAL, after(CallOff.Drawn.NOTHING, 14_820, first), 9_890);

        assertThat(first.operationsFeeCents()).isEqualTo(199_181);
        // Half-up on its own goods would be 132,922: one cent more than the fee on the whole.
        assertThat(last.operationsFeeCents()).isEqualTo(132_921);
        assertThat(first.sharedCents()).isEqualTo(1_058_875);
        assertThat(last.sharedCents()).isZero();
    }

    @Test
    void howeverAShareIsCutTheOrdersComeToTheChargeAndNoPartIsNegative() {
        Random random = new Random(77);
        for (int round = 0; round < 5_000; round++) {
            long doses = random.nextLong(1, 501);
            long goods = random.nextLong(1L + random.nextInt(1_000_000));
            long operations = OPERATIONS.of(goods);
            long capital = CAPITAL.of(goods);
            long shared = random.nextInt(10_000);
            PooledCharges.Charge charge = new PooledCharges.Charge(
                    doses, goods, operations, capital, shared, goods + operations + capital + shared);

            CallOff.Drawn drawn = CallOff.Drawn.NOTHING;
            long total = 0;
            while (drawn.doses() < doses) {
                long next = 1 + random.nextLong(doses - drawn.doses());
                CallOff order = CallOff.next(charge, OPERATIONS, CAPITAL, drawn, next);
                assertThat(order.goodsCents()).isNotNegative();
                assertThat(order.operationsFeeCents()).isNotNegative();
                assertThat(order.capitalFeeCents()).isNotNegative();
                total += order.totalCents();
                drawn = after(drawn, next, order);
            }
            assertThat(total).isEqualTo(charge.totalCents());
            assertThat(drawn.goodsCents()).isEqualTo(goods);
        }
    }

    @Test
    void anOrderBeyondTheShareIsRefused() {
        PooledCharges.Charge maryland = ScenarioA.rows().get("MD").charge();

        assertThatThrownBy(() -> CallOff.next(maryland, OPERATIONS, CAPITAL, CallOff.Drawn.NOTHING, 24_711))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CallOff.next(maryland, OPERATIONS, CAPITAL, CallOff.Drawn.NOTHING, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CallOff.Drawn after(CallOff.Drawn drawn, long doses, CallOff order) {
        return new CallOff.Drawn(
                drawn.doses() + doses,
                drawn.goodsCents() + order.goodsCents(),
                drawn.operationsFeeCents() + order.operationsFeeCents(),
                drawn.capitalFeeCents() + order.capitalFeeCents(),
                true);
    }
}
