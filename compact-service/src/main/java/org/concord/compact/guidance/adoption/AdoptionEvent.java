package org.concord.compact.guidance.adoption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What a member's act on guidance tells the world, on {@value #TOPIC}, keyed by the act's id. */
public sealed interface AdoptionEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.adoption.v1";

    /** A member's act, or a revision of it, is recorded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AdoptionRecorded(
            UUID actId,
            int revision,
            UUID guidanceId,
            UUID agreementId,
            int number,
            String member,
            LegalEffect legalEffect,
            Terms terms,
            boolean voided,
            @Nullable String reasons,
            Instant recordedAt)
            implements AdoptionEvent {

        static AdoptionRecorded of(AdoptionView view, UUID agreementId) {
            return new AdoptionRecorded(
                    view.id(),
                    view.revision(),
                    view.guidanceId(),
                    agreementId,
                    view.number(),
                    view.member(),
                    view.legalEffect(),
                    view.terms(),
                    view.voided(),
                    view.reasons(),
                    view.recordedAt());
        }
    }
}
