package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.guidance.Signature.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A version on its way to issue, as those who prepare it see it.
 *
 * @param id the version's id
 * @param stage where it stands
 * @param signatures of the current signing, by member
 * @param origin what it was drafted for; null for its own sake
 * @param alerts the alerts that it answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftView(
        UUID id,
        UUID guidanceId,
        UUID agreementId,
        String code,
        int number,
        GuidanceStage stage,
        int revision,
        GuidanceText text,
        List<SignatureView> signatures,
        @Nullable Origin origin,
        List<UUID> alerts,
        Instant draftedAt,
        int version) {

    static DraftView of(Guidance guidance, GuidanceVersion version, GuidanceText text, List<UUID> alerts) {
        return new DraftView(
                version.id(),
                guidance.id(),
                guidance.agreementId(),
                guidance.code(),
                version.number(),
                version.state().stage(),
                version.revision(),
                text,
                version.signatures(Purpose.ISSUE),
                version.origin(),
                alerts,
                version.draftedAt(),
                version.version());
    }
}
