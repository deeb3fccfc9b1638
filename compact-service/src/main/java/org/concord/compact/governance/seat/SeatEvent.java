package org.concord.compact.governance.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What a seat tells the world, on {@value #TOPIC}, keyed by its id. */
public sealed interface SeatEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.seat.v1";

    /** The member has the seat. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatRegistered(
            UUID seatId,
            UUID agreementId,
            String member,
            String label,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn)
            implements SeatEvent {}

    /** The seat ends with that day. */
    record SeatEnded(UUID seatId, UUID agreementId, String label, LocalDate endsOn) implements SeatEvent {}

    /** A person may vote for the seat. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CredentialRegistered(
            UUID seatId,
            UUID credentialId,
            Capacity kind,
            String subject,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn)
            implements SeatEvent {}

    /** A person's authority ends with that day. */
    record CredentialRevoked(UUID seatId, UUID credentialId, LocalDate endsOn) implements SeatEvent {}
}
