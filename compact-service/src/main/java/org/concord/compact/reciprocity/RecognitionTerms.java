package org.concord.compact.reciprocity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On what authority, under what conditions and when.
 *
 * @param authority the law that says so, with its citation
 * @param conditions what must be fulfilled; null for nothing
 * @param effectiveOn first day, in the recognising member's zone
 * @param endsOn first day on which it no longer holds; null while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognitionTerms(
        @NotBlank @Size(max = 300) String authority,
        @Nullable @Size(max = 2000) String conditions,
        @NotNull LocalDate effectiveOn,
        @Nullable LocalDate endsOn) {

    boolean overlaps(RecognitionTerms other) {
        return (endsOn == null || other.effectiveOn.isBefore(endsOn))
                && (other.endsOn == null || effectiveOn.isBefore(other.endsOn));
    }
}
