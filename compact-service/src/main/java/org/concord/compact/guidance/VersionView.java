package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.guidance.Signature.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * An issued version as everybody sees it.
 *
 * @param stage where it stands today, in the zone of the agreement's lead
 * @param force what it can do to a member by itself
 * @param signatures of the members that issued it
 * @param replacedBy the version that stands in its place; null for none
 * @param replacedOn from which day on; null for none
 * @param withdrawals of the members that signed that it be withdrawn, with their reasons
 * @param withdrawnOn null unless withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(
        UUID id,
        UUID guidanceId,
        UUID agreementId,
        String code,
        int number,
        GuidanceStage stage,
        Force force,
        GuidanceText text,
        Instant issuedAt,
        LocalDate issuedOn,
        LocalDate effectiveOn,
        @Nullable LocalDate sunsetOn,
        List<SignatureView> signatures,
        @Nullable UUID replacedBy,
        @Nullable LocalDate replacedOn,
        List<SignatureView> withdrawals,
        @Nullable LocalDate withdrawnOn) {

    static VersionView of(Guidance guidance, GuidanceVersion version, GuidanceText text, Force force, LocalDate today) {
        return new VersionView(
                version.id(),
                guidance.id(),
                guidance.agreementId(),
                guidance.code(),
                version.number(),
                version.stageOn(today),
                force,
                text,
                version.issuedAt(),
                version.issuedOn(),
                version.effectiveOn(),
                version.sunsetOn(),
                version.signatures(Purpose.ISSUE),
                version.replacedBy(),
                version.replacedOn(),
                version.signatures(Purpose.WITHDRAW),
                version.withdrawnOn());
    }
}
