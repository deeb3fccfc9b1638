package org.concord.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void wordsAreRead() {
        Options options = read("--detach", "--port-base", "22500", "--data", "/somewhere/else");

        assertThat(options.has(Options.Flag.DETACH)).isTrue();
        assertThat(options.has(Options.Flag.NO_BUILD)).isFalse();
        assertThat(options.ports().gateway()).isEqualTo(22510);
        assertThat(options.data()).isEqualTo(Path.of("/somewhere/else"));
    }

    @Test
    void wordThatNobodyKnowsIsNamed() {
        assertThatThrownBy(() -> read("--detached"))
                .isInstanceOf(Options.Unknown.class)
                .hasMessageContaining("--detached");
    }

    @Test
    void valueThatIsMissingOrNoNumberIsNamed() {
        assertThatThrownBy(() -> read("--port-base")).isInstanceOf(Options.Unknown.class);
        assertThatThrownBy(() -> read("--port-base", "high"))
                .isInstanceOf(Options.Unknown.class)
                .hasMessageContaining("high");
    }

    private static Options read(String... words) {
        return Options.read(new ArrayDeque<>(List.of(words)), 21500);
    }
}
