package org.concord.verifier.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void aBodyComesOutAsItWentIn() {
        String body = "example.com/log 1\n9223372036854775807\n" + ROOT + "\nextension\n";
        Checkpoint checkpoint = Checkpoint.parse(body);
        assertThat(checkpoint.body()).isEqualTo(body);
        assertThat(checkpoint.size()).isEqualTo(Long.MAX_VALUE);
        assertThat(checkpoint.extensions()).containsExactly("extension");
        assertThat(checkpoint).isEqualTo(Checkpoint.parse(body)).hasSameHashCodeAs(Checkpoint.parse(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log\n1\n" + ROOT,
                "log\n1\n",
                "log\n01\n" + ROOT + "\n",
                "log\n+1\n" + ROOT + "\n",
                "log\n-1\n" + ROOT + "\n",
                "log\n\n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "log\n1\nAAAA\n",
                "\n1\n" + ROOT + "\n",
                "log\n1\n" + ROOT + "\n\n"
            })
    void whatIsNoCheckpointIsRefused(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(body));
    }
}
