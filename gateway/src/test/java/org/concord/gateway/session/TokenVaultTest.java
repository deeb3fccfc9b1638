package org.concord.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenVaultTest {

    private final SessionId session = SessionId.next(new SecureRandom());
    private final TokenVault vault = new TokenVault(config(32, 7));

    @Test
    void whatWasSealedOpensAgain() throws GeneralSecurityException {
        assertThat(vault.open(session, vault.seal(session, "tokens".getBytes(UTF_8))))
                .isEqualTo("tokens".getBytes(UTF_8));
    }

    @Test
    void nothingOfItCanBeReadAndTwoSealsDiffer() {
        byte[] plain = "a token that nobody should see".getBytes(UTF_8);
        byte[] once = vault.seal(session, plain);

        assertThat(new String(once, UTF_8)).doesNotContain("token");
        assertThat(vault.seal(session, plain)).isNotEqualTo(once);
    }

    @Test
    void anotherSessionsSealedTokensDoNotOpen() {
        byte[] sealed = vault.seal(SessionId.next(new SecureRandom()), "tokens".getBytes(UTF_8));

        assertThatThrownBy(() -> vault.open(session, sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void anAlteredSealDoesNotOpen() {
        byte[] sealed = vault.seal(session, "tokens".getBytes(UTF_8));
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(session, sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void anotherKeyDoesNotOpen() {
        byte[] sealed = new TokenVault(config(32, 8)).seal(session, "tokens".getBytes(UTF_8));

        assertThatThrownBy(() -> vault.open(session, sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aTruncatedSealDoesNotOpen() {
        byte[] sealed = Arrays.copyOf(vault.seal(session, "tokens".getBytes(UTF_8)), 10);

        assertThatThrownBy(() -> vault.open(session, sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aShortKeyStopsTheStart() {
        assertThatThrownBy(() -> new TokenVault(config(16, 7)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("32 bytes");
    }

    private static SessionConfig config(int bytes, int fill) {
        byte[] key = new byte[bytes];
        Arrays.fill(key, (byte) fill);
        return new SessionConfig() {
            @Override
            public String key() {
                return Base64.getEncoder().encodeToString(key);
            }

            @Override
            public Duration idle() {
                return Duration.ofMinutes(30);
            }

            @Override
            public Duration absolute() {
                return Duration.ofHours(12);
            }

            @Override
            public Duration providerTimeout() {
                return Duration.ofSeconds(5);
            }
        };
    }
}
