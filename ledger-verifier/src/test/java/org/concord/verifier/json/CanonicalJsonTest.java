package org.concord.verifier.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void keysAreSortedAndNothingIsSpaced() {
        Json entry = Json.object()
                .put("seq", 7)
                .put("rule", "ORDER")
                .put("Lines", Json.array(List.of(Json.object().put("cents", -5).build(), Json.of(true))))
                .put("none", Json.object().build())
                .build();

        assertThat(new String(CanonicalJson.write(entry), UTF_8))
                .isEqualTo("{\"Lines\":[{\"cents\":-5},true],\"none\":{},\"rule\":\"ORDER\",\"seq\":7}");
    }

    @Test
    void stringsAreEscapedAsRfc8785SaysAndNoFurther() {
        assertThat(new String(CanonicalJson.write(Json.of("€$\u000f\nA'B\"\\\\\"/\u2028😀\u007f")), UTF_8))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u2028😀\u007f\"");
    }

    @Test
    void theBytesAreReadBackToTheSameValue() {
        Random random = new Random(8785);
        for (int round = 0; round < 3_000; round++) {
            Json value = any(random, 4);
            byte[] bytes = CanonicalJson.write(value);

            assertThat(CanonicalJson.read(bytes)).isEqualTo(value);
            assertThat(CanonicalJson.write(CanonicalJson.read(bytes))).isEqualTo(bytes);
        }
    }

    /** Whatever is read is canonical: one changed byte either fails or is the canonical form of another value. */
    @Test
    void anAlteredByteNeverReadsAsTheSameValue() {
        Random random = new Random(9162);
        for (int round = 0; round < 20_000; round++) {
            Json value = any(random, 3);
            byte[] bytes = CanonicalJson.write(value);
            byte[] altered = bytes.clone();
            int at = random.nextInt(altered.length);
            altered[at] = (byte) random.nextInt(256);
            if (altered[at] == bytes[at]) {
                continue;
            }
            try {
                Json read = CanonicalJson.read(altered);
                assertThat(read).isNotEqualTo(value);
                assertThat(CanonicalJson.write(read)).isEqualTo(altered);
            } catch (NotCanonical refused) {
                assertThat(refused.position()).isBetween(0, altered.length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "{,\"a\":1}",
                "01",
                "-0",
                "-",
                "+1",
                "1.0",
                "1e3",
                "1E3",
                "null",
                "tru",
                "truex",
                "NaN",
                "9007199254740992",
                "-9007199254740992",
                "99999999999999999999",
                "\"\\/\"",
                "\"\\u0041\"",
                "\"\\u000A\"",
                "\"\\u000a\"",
                "\"\\ud800\"",
                "\"abc",
                "\"\\",
                "\"\\u00",
                "{\"ä\":1}",
                "{1:2}",
                "[1",
                "{\"a\"",
                "{\"a\":1}{}",
                "'a'"
            })
    void whatIsNotCanonicalIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(text.getBytes(UTF_8))).isInstanceOf(NotCanonical.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertThatThrownBy(() -> CanonicalJson.read("\"ä\"".getBytes(ISO_8859_1)))
                .isInstanceOf(NotCanonical.class);
        assertThatThrownBy(() -> CanonicalJson.read("\"\n\"".getBytes(UTF_8))).isInstanceOf(NotCanonical.class);
    }

    @Test
    void bottomlessNestingIsRefusedBeforeTheStackEnds() {
        assertThatThrownBy(() -> CanonicalJson.read("[".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(NotCanonical.class);
    }

    @Test
    void valuesThatALeafMayNotHoldCannotBeMade() {
        assertThatThrownBy(() -> Json.of(1L << 53)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of("\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.object().put("ä", 1).build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.object().put("a", 1).put("a", 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Json any(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> Json.of(random.nextLong(-Json.MAX_INTEGER, Json.MAX_INTEGER) >> random.nextInt(50));
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(text(random));
            case 3 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(any(random, depth - 1));
                }
                yield Json.array(items);
            }
            default -> {
                Json.Builder object = Json.object();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.put((char) (32 + random.nextInt(90)) + "k" + i, any(random, depth - 1));
                }
                yield object.build();
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int codePoint = random.nextInt(4) == 0 ? 0x1F600 + random.nextInt(50) : random.nextInt(0x300);
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }
}
