package org.concord.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rounds", "/rounds/0198-ab", "/ledger?book=1&holder=MD", "/orders#top"})
    void ourOwnPathsAreKept(String path) {
        assertThat(ReturnPath.of(path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rounds",
                "//elsewhere.example",
                "///elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "/a\\b",
                "/\t/elsewhere.example",
                "/a\r\nSet-Cookie: x=y",
                " /rounds",
                "/r\u00f6unds",
                "/\"><script>",
                "/sign-in?return=/",
                "/sign-out"
            })
    void whateverElseLeadsHome(String asked) {
        assertThat(ReturnPath.of(asked).value()).isEqualTo("/");
    }

    @Test
    void nothingAskedLeadsHome() {
        assertThat(ReturnPath.of(null).value()).isEqualTo("/");
    }

    @Test
    void anEndlessPathLeadsHome() {
        assertThat(ReturnPath.of("/" + "a".repeat(5_000)).value()).isEqualTo("/");
    }
}
