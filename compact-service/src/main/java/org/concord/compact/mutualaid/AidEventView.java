package org.concord.compact.mutualaid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is shown.
 *
 * @param endedOn the day on which its member ended it; null while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AidEventView(
        UUID id,
        UUID agreementId,
        String affected,
        String title,
        String declaration,
        LocalDate declaredOn,
        Instant declaredAt,
        @Nullable LocalDate endedOn,
        int version) {}
