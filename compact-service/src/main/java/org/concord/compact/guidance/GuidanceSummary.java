package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guidance in a list: its newest issued version.
 *
 * @param sunsetOn first day without effect; null without an end
 * @param replacedOn first day on which something else stands in its place; null for none
 * @param withdrawnOn the day on which it was withdrawn; null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuidanceSummary(
        UUID id,
        UUID agreementId,
        String code,
        int number,
        String title,
        String topic,
        LocalDate issuedOn,
        LocalDate effectiveOn,
        @Nullable LocalDate sunsetOn,
        @Nullable LocalDate replacedOn,
        @Nullable LocalDate withdrawnOn) {}
