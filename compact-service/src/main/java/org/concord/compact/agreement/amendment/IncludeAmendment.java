package org.concord.compact.agreement.amendment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Records that a member joined by an act that has the amended text already.
 *
 * @param member USPS code
 */
public record IncludeAmendment(
        @NotNull @Pattern(regexp = "[A-Z]{2}") String member) {}
