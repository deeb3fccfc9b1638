package org.concord.compact.agreement.notice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records that due notices of one matter were given.
 *
 * @param recipients to whom; null for all that are still due
 * @param givenOn in the lead's zone
 * @param means how, such as certified mail
 */
public record GiveNotices(
        @NotNull UUID matterId,
        @Nullable @Size(min = 1, max = 60) Set<@NotBlank String> recipients,
        @NotNull LocalDate givenOn,
        @NotBlank @Size(max = 200) String means) {}
