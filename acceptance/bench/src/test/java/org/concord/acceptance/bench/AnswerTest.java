package org.concord.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final String WITH_LENGTH =
            String.join("\r\n", "HTTP/1.1 201 Created", "content-length: 9", "", "{\"seq\":1}");
    private static final String CHUNKED = String.join(
            "\r\n", "HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "5", "{\"pos", "8", "ted\":12}", "0", "", "");

    private final Answer answer = new Answer();

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anAnswerWithALengthIsCompleteWithItsLastByte() {
        assertThat(answer.take(bytes(WITH_LENGTH.substring(0, WITH_LENGTH.length() - 1))))
                .isFalse();
        assertThat(answer.take(bytes("}"))).isTrue();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.beginning()).isEqualTo("{\"seq\":1}");
    }

    @Test
    void anAnswerMayArriveByteByByte() {
        for (String whole : new String[] {WITH_LENGTH, CHUNKED}) {
            answer.reset();
            for (int i = 0; i < whole.length() - 1; i++) {
                assertThat(answer.take(bytes(whole.substring(i, i + 1)))).isFalse();
            }
            assertThat(answer.take(bytes(whole.substring(whole.length() - 1)))).isTrue();
        }
    }

    @Test
    void anAnswerInChunksEndsWithTheEmptyOne() {
        assertThat(answer.take(bytes(CHUNKED.substring(0, CHUNKED.length() - 2))))
                .isFalse();
        assertThat(answer.take(bytes("\r\n"))).isTrue();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.beginning()).startsWith("{\"pos");
    }

    @Test
    void nothingOfAnAnswerStaysForTheNext() {
        answer.take(bytes(CHUNKED));
        answer.reset();

        assertThat(answer.take(bytes("HTTP/1.1 204 No Content\r\n\r\n"))).isTrue();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.beginning()).isEmpty();
    }
}
