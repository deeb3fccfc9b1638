package org.concord.compact.guidance;

import java.time.Instant;
import java.util.UUID;

/**
 * A version in a list of what an agreement prepares and prepared.
 *
 * @param id the version's id
 * @param stage where it stands by what was done; what the date makes of an issued one shows the guidance itself
 */
public record DraftLine(
        UUID id,
        UUID guidanceId,
        String code,
        int number,
        GuidanceStage stage,
        int revision,
        String title,
        String topic,
        Instant draftedAt) {}
