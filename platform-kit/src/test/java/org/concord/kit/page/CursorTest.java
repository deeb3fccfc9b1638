package org.concord.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aCursorGivesBackItsKeys() {
        assertThat(Cursor.decode(Cursor.encode("2026-11-22", "Ω"), 2)).containsExactly("2026-11-22", "Ω");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "bm9uc2Vuc2U", "MR9hH2I"})
    void aCursorThatIsNotOursIsRefused(String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.decode(cursor, 1))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(KitProblem.CURSOR_INVALID));
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.of(List.of("a", "b"), 2, Cursor::encode).next()).isNull();
    }

    @Test
    void aFullPageContinuesAfterItsLastItem() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Cursor::encode);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(String.valueOf(page.next()), 1)).containsExactly("b");
    }
}
