package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What guidance tells the world, on {@value #TOPIC}, keyed by the guidance's id. What is not issued stays inside. */
public sealed interface GuidanceEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.guidance.v1";

    /** Enough members' health officers have signed. It binds nobody. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GuidanceIssued(
            UUID guidanceId,
            UUID agreementId,
            String code,
            UUID versionId,
            int number,
            GuidanceText text,
            List<String> signedBy,
            LocalDate issuedOn,
            LocalDate effectiveOn,
            @Nullable LocalDate sunsetOn,
            Instant issuedAt)
            implements GuidanceEvent {}

    /** Another version stands in its place from that day on, of the same guidance or of another. */
    record GuidanceSuperseded(
            UUID guidanceId,
            UUID agreementId,
            int number,
            UUID byGuidanceId,
            UUID byVersionId,
            LocalDate supersededOn,
            Instant recordedAt)
            implements GuidanceEvent {}

    /** The members have taken a version back. */
    record GuidanceWithdrawn(
            UUID guidanceId,
            UUID agreementId,
            int number,
            List<String> signedBy,
            LocalDate withdrawnOn,
            Instant recordedAt)
            implements GuidanceEvent {}
}
