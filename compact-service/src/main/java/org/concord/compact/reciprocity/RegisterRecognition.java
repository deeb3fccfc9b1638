package org.concord.compact.reciprocity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Registers that the acting member recognises something of another.
 *
 * @param recognised USPS code of the member whose licences, records or credentials they are
 * @param subject which of them, by a short code, such as {@code REGISTERED_NURSE}
 * @param agreementId the agreement under which it does; null where its own law alone says so
 */
public record RegisterRecognition(
        @NotNull @Pattern(regexp = "[A-Z]{2}") String recognised,
        @NotNull RecognitionKind kind,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") String subject,

        @Nullable UUID agreementId,
        @NotNull @Valid RecognitionTerms terms) {}
