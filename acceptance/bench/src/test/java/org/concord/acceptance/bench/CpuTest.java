package org.concord.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTest {

    @Test
    void theNameOfAProgramMayHoldSpacesAndParentheses() {
        Cpu.Stat stat = Cpu.parse("42 (a (b) c) S 7 42 42 0 -1 4194560 1 2 3 4 100 20 30 4 20 0 1 0 5 6 7");

        assertThat(stat).isEqualTo(new Cpu.Stat(7, 120, 34));
    }
}
