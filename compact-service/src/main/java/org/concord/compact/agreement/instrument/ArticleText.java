package org.concord.compact.agreement.instrument;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One article of an instrument.
 *
 * @param article its number as it is cited, such as {@code XIV}
 * @param words at most 12,000 characters: no article of the compacts we know is longer, and the comparison stays quick
 */
public record ArticleText(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,15}")
        String article,

        @NotBlank @Size(max = 200) String heading,
        @NotBlank @Size(max = 12_000) String words) {}
