package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeyTest {

    @Test
    void anAccountsNameSaysAllThatItIsKeptBy() {
        assertThat(List.of(
                        AccountKey.budget("MD", "GEN", 2026, Purpose.AVAILABLE).code(),
                        AccountKey.goods(Unit.doses("03"), "MD", Purpose.ON_ORDER)
                                .code(),
                        AccountKey.control(Purpose.CEILING_USED).code(),
                        AccountKey.actual("MD", "GEN", Purpose.INVENTORY, null).code(),
                        AccountKey.actual("MD", "GEN", Purpose.DUE_TO, "COMM:CAP")
                                .code(),
                        AccountKey.actual("COMM", "CAP", Purpose.AP_SUPPLIER, "ALPHA")
                                .code(),
                        AccountKey.control("CAP", Purpose.ADVANCED, "MD:GEN").code()))
                .containsExactly(
                        "USD/BUDGET/MD/GEN/2026/AVAILABLE",
                        "CVX-03/GOODS/MD/-/-/ON_ORDER",
                        "USD/CONTROL/AGREEMENT/-/-/CEILING_USED",
                        "USD/ACTUAL/MD/GEN/-/INVENTORY",
                        "USD/ACTUAL/MD/GEN/-/DUE_TO/COMM:CAP",
                        "USD/ACTUAL/COMM/CAP/-/AP_SUPPLIER/ALPHA",
                        "USD/CONTROL/COMM/CAP/-/ADVANCED/MD:GEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USD/BUDGET/MD/GEN/2026/AVAILABLE",
                "CVX-03/GOODS/MD/-/-/ON_ORDER",
                "USD/CONTROL/AGREEMENT/-/-/CEILING_USED",
                "USD/ACTUAL/MD/FED-93.268/-/DUE_TO/COMM:CAP",
                "USD/ACTUAL/COMM/OPS/-/DUE_FROM/ALPHA"
            })
    void aNameReadsBackToItsAccount(String code) {
        assertThat(AccountKey.of(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "USD",
                "USD/BUDGET/MD/GEN/2026",
                "USD/BUDGET/MD/GEN/-/AVAILABLE",
                "USD/BUDGET/MD/-/2026/AVAILABLE",
                "USD/BUDGET/MD/GEN/02026/AVAILABLE",
                "USD/BUDGET/MD/GEN/+2026/AVAILABLE",
                "USD/ACTUAL/MD/GEN/2026/INVENTORY",
                "USD/ACTUAL/MD/-/-/INVENTORY",
                "USD/GOODS/MD/-/-/ON_ORDER",
                "CVX-03/ACTUAL/MD/GEN/-/INVENTORY",
                "USD/CONTROL/MD/GEN/2026/AVAILABLE",
                "USD/ACTUAL/MD/GEN/-/DUE_TO",
                "USD/ACTUAL/MD/GEN/-/DUE_TO/",
                "USD/ACTUAL/MD/GEN/-/DUE_TO/ALPHA",
                "USD/ACTUAL/MD/GEN/-/DUE_TO/MD:GEN",
                "USD/ACTUAL/MD/GEN/-/DUE_TO/COMM:CAP/X",
                "USD/ACTUAL/MD/GEN/-/INVENTORY/COMM:CAP",
                "USD/ACTUAL/MD/GEN/-/AP_SUPPLIER/COMM:CAP",
                "USD/ACTUAL/MD/GEN/-/AP_SUPPLIER/alpha",
                "USD/ACTUAL/md/GEN/-/INVENTORY",
                "USD/ACTUAL/M/GEN/-/INVENTORY",
                "USD/ACTUAL/MD/.GEN/-/INVENTORY",
                "USD/ACTUAL/MD/AAAAAAAAAAAAAAAAAAAAAAAAA/-/INVENTORY",
                "EUR/ACTUAL/MD/GEN/-/INVENTORY",
                "USD/ACTUAL/MD/GEN/-/NOTHING"
            })
    void whatNoAccountCanBeCalledIsRefused(String code) {
        assertThatThrownBy(() -> AccountKey.of(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
