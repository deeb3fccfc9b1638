package org.concord.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static String text(Template template) {
        return StandardCharsets.US_ASCII.decode(template.ready()).toString();
    }

    @Test
    void keysAndNumbersAreWrittenIntoTheirPlaces() {
        UUID key = UUID.fromString("01a202fe-5367-7001-a264-841bc0c9dd0d");
        var body = new Template.Builder(5).text("{\"n\":\"S").number().text("\"}");
        var head = new Template.Builder(5).text("K: ").key().text("\r\n\r\n");
        Template template = body.after(head).build();

        template.key(0, key.getMostSignificantBits(), key.getLeastSignificantBits());
        template.number(0, 1203);

        assertThat(text(template)).isEqualTo("K: " + key + "\r\n\r\n{\"n\":\"S01203\"}");
    }

    @Test
    void aCopyDoesNotWriteIntoItsOriginal() {
        Template original = new Template.Builder(3).number().build();
        Template copy = original.copy();

        copy.number(0, 42);

        assertThat(text(copy)).isEqualTo("042");
        assertThat(text(original)).isEqualTo("000");
    }
}
