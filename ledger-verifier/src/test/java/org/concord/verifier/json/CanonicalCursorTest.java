package org.concord.verifier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers of one format must never differ: the cursor is held against the reader that builds a tree. */
class CanonicalCursorTest {

    private static final String LEAF =
            "{\"a\":[1,-20,0,9007199254740991,[],{}],\"b\":{\"c\":\"x\\\"y\\\\z\\n\\u0001\",\"d\":true,\"é\":1},"
                    + "\"e\":\"€ 𝄞\",\"f\":[{\"g\":false},{\"g\":\"\"}],\"h\":\"plain\"}";

    private static Optional<String> whyNot(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (NotCanonical refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static void assertBothAgree(byte[] bytes) {
        boolean byTree = whyNot(() -> CanonicalJson.read(bytes)).isEmpty();
        boolean byCursor = whyNot(() -> {
                    CanonicalCursor cursor = new CanonicalCursor();
                    byte[] within = new byte[bytes.length + 7];
                    Arrays.fill(within, (byte) '"');
                    System.arraycopy(bytes, 0, within, 3, bytes.length);
                    cursor.over(within, 3, 3 + bytes.length);
                    cursor.skip();
                    cursor.finish();
                })
                .isEmpty();
        assertThat(byCursor).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(byTree);
    }

    @Test
    void bothReadersAgreeOnEveryMutation() {
        Random random = new Random(20261122);
        byte[] alphabet = "{}[]\",:\\truefalsn0123456789-.eE u\u0000\u001fé€".getBytes(StandardCharsets.UTF_8);
        byte[] leaf = LEAF.replace("\"é\":1", "\"z\":1").getBytes(StandardCharsets.UTF_8);
        assertThat(whyNot(() -> CanonicalJson.read(leaf))).isEmpty();
        assertBothAgree(leaf);
        for (int round = 0; round < 60_000; round++) {
            byte[] mutated = leaf.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(mutated.length);
                byte other = alphabet[random.nextInt(alphabet.length)];
                mutated = switch (random.nextInt(3)) {
                    case 0 -> replaced(mutated, at, other);
                    case 1 -> without(mutated, at);
                    default -> inserted(mutated, at, other);
                };
            }
            assertBothAgree(mutated);
        }
    }

    private static byte[] replaced(byte[] bytes, int at, byte other) {
        byte[] replaced = bytes.clone();
        replaced[at] = other;
        return replaced;
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    private static byte[] inserted(byte[] bytes, int at, byte other) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        longer[at] = other;
        return longer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"é\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"aa\":2}",
                "{\"aa\":1,\"a\":2}",
                "{\"a\\\"\":1,\"b\":2}",
                "{\"b\":1,\"a\\\"\":2}",
                "[1,]",
                "{\"a\":1,}",
                "9007199254740992",
                "-0",
                "12345678901234567890",
                "\"\\/\"",
                "\"\\u001F\"",
                "\"\\u000a\"",
                "[1]]",
                "",
                " 1",
                "null"
            })
    void bothReadersAgreeOnTheOddCases(String text) {
        assertBothAgree(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bothReadersAgreeOnDepth() {
        for (int depth = 30; depth < 36; depth++) {
            assertBothAgree(("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8));
            assertBothAgree(("[".repeat(depth) + "1" + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void membersAndItemsComeAsTheyStand() {
        byte[] bytes = "{\"amount\":-12,\"names\":[\"MD\",\"MD\",\"é\"]}".getBytes(StandardCharsets.UTF_8);
        CanonicalCursor cursor = new CanonicalCursor();
        cursor.over(bytes, 0, bytes.length);
        cursor.beginObject();
        assertThat(cursor.nextKey()).isTrue();
        assertThat(cursor.keyIs("amount".getBytes(StandardCharsets.US_ASCII))).isTrue();
        assertThat(cursor.keyIs("amounts".getBytes(StandardCharsets.US_ASCII))).isFalse();
        assertThat(cursor.integer()).isEqualTo(-12);
        assertThat(cursor.nextKey()).isTrue();
        cursor.beginArray();
        assertThat(cursor.nextItem()).isTrue();
        String first = cursor.symbol();
        assertThat(cursor.nextItem()).isTrue();
        assertThat(cursor.symbol()).isSameAs(first).isEqualTo("MD");
        assertThat(cursor.nextItem()).isTrue();
        cursor.text();
        assertThat(List.of(cursor.length(), cursor.charAt(0) & 0xff)).containsExactly(2, 0xc3);
        assertThat(cursor.nextItem()).isFalse();
        assertThat(cursor.nextKey()).isFalse();
        cursor.finish();
        assertThatExceptionOfType(NotCanonical.class).isThrownBy(() -> {
            cursor.over(bytes, 0, bytes.length);
            cursor.beginArray();
        });
    }

    @Test
    void moreSymbolsThanAreKeptStillComeRight() {
        CanonicalCursor cursor = new CanonicalCursor();
        for (int i = 0; i < 70_000; i++) {
            byte[] bytes = ("\"S" + i + "\"").getBytes(StandardCharsets.US_ASCII);
            cursor.over(bytes, 0, bytes.length);
            assertThat(cursor.symbol()).isEqualTo("S" + i);
        }
    }
}
