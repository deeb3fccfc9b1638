package org.concord.compact.governance.docket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Records that a member's legislature enacted that the rule has no effect.
 *
 * @param member USPS code
 * @param citation the session law
 */
public record RecordRejection(
        @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
        @NotNull LocalDate enactedOn,
        @NotBlank @Size(max = 300) String citation) {}
