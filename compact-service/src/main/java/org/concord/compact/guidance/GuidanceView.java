package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guidance with its issued versions, newest first.
 *
 * @param force what it can do to a member by itself
 */
public record GuidanceView(UUID id, UUID agreementId, String code, Force force, List<Edition> versions) {

    /**
     * One issued version in short.
     *
     * @param stage where it stands today, in the zone of the agreement's lead
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Edition(
            UUID id,
            int number,
            GuidanceStage stage,
            LocalDate issuedOn,
            LocalDate effectiveOn,
            @Nullable LocalDate sunsetOn,
            @Nullable LocalDate replacedOn,
            @Nullable LocalDate withdrawnOn) {

        static Edition of(GuidanceVersion version, LocalDate today) {
            return new Edition(
                    version.id(),
                    version.number(),
                    version.stageOn(today),
                    version.issuedOn(),
                    version.effectiveOn(),
                    version.sunsetOn(),
                    version.replacedOn(),
                    version.withdrawnOn());
        }
    }
}
