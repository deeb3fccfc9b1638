package org.concord.local.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.local.json.Json.object;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, Object> value = object(
                "text",
                "a \"quoted\" line\nand \\ another",
                "flag",
                true,
                "number",
                42L,
                "list",
                List.of("one", object("two", 2L)));

        assertThat(Json.readObject(Json.write(value))).isEqualTo(value);
    }

    @Test
    void membersKeepTheirOrder() {
        assertThat(Json.write(object("z", 1, "a", 2))).isEqualTo("{\n  \"z\": 1,\n  \"a\": 2\n}\n");
    }

    @Test
    void brokenTextIsRefused() {
        for (String broken : List.of("{", "{\"a\" 1}", "[1,", "\"open", "{} more", "nul", "")) {
            assertThatThrownBy(() -> Json.read(broken)).as(broken).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
