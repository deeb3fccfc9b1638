package org.concord.compact.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One recommendation of a guidance.
 *
 * @param key names it within the guidance, across versions, so that differences and deviations find it
 * @param population whom it is about
 * @param statement what is recommended, in words
 * @param strength how strongly
 */
public record Recommendation(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
        String key,

        @NotNull @Valid Population population,
        @NotBlank @Size(max = 2000) String statement,
        @NotNull Strength strength) {}
