package org.concord.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void aBareBenchTakesFiveRounds() {
        Arguments arguments = Arguments.of("ledger");

        assertThat(arguments.rounds()).isEqualTo(5);
        assertThat(arguments.quick()).isFalse();
        assertThat(arguments.full()).isFalse();
        assertThat(arguments.json()).isFalse();
        assertThat(arguments.history()).endsWithRaw(Path.of(".local/share/concord/bench-ledger.jsonl"));
    }

    @Test
    void aQuickOneTakesOneRoundUnlessMoreAreAskedFor() {
        assertThat(Arguments.of("ledger", "--quick").rounds()).isEqualTo(1);
        assertThat(Arguments.of("ledger", "--rounds", "3", "--quick").rounds()).isEqualTo(3);
    }

    @Test
    void everyWordIsUnderstood() {
        Arguments arguments = Arguments.of("ledger", "--full", "--json", "--rounds", "2", "--history", "h.jsonl");

        assertThat(arguments)
                .isEqualTo(new Arguments(Arguments.Subject.LEDGER, false, true, 2, true, Path.of("h.jsonl")));
    }

    @Test
    void theBenchOfCompactHasAHistoryOfItsOwn() {
        Arguments arguments = Arguments.of("compact", "--quick");

        assertThat(arguments.subject()).isEqualTo(Arguments.Subject.COMPACT);
        assertThat(arguments.history()).endsWithRaw(Path.of(".local/share/concord/bench-compact.jsonl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "ledger --fast",
                "ledger --rounds",
                "ledger --rounds 0",
                "ledger --rounds 51",
                "ledger --rounds many",
                "ledger --history",
                "ledger --quick --full",
                "compact --full",
            })
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ", -1);

        assertThatExceptionOfType(Arguments.Misused.class)
                .isThrownBy(() -> Arguments.of(words))
                .withMessageEndingWith(Arguments.USAGE);
    }
}
