package org.concord.compact.agreement.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.concord.compact.agreement.instrument.ArticleText;
import org.concord.compact.agreement.instrument.TermsChange;
import org.jspecify.annotations.Nullable;

/**
 * Files an amendment: words, terms, or both.
 *
 * @param articles those that it changes or adds, whole; 60 at most
 * @param change what it makes of the terms
 * @param filedOn in the lead's zone
 */
public record FileAmendment(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 60) List<@NotNull @Valid ArticleText> articles,
        @Nullable @Valid TermsChange change,
        @NotNull LocalDate filedOn) {

    TermsChange changeOrNone() {
        return change == null ? TermsChange.NONE : change;
    }

    List<ArticleText> articlesOrNone() {
        return articles == null ? List.of() : articles;
    }
}
