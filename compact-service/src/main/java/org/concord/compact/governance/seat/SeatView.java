package org.concord.compact.governance.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat and everybody who ever held it.
 *
 * @param endsOn last day; null while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatView(
        UUID id,
        UUID agreementId,
        String member,
        String label,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        String instrument,
        String registeredBy,
        Instant registeredAt,
        List<CredentialView> credentials,
        int version) {

    /**
     * One person's term.
     *
     * @param endsOn last day; null while it lasts
     * @param revokedBy null unless the term was ended
     * @param revocationInstrument null unless the term was ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CredentialView(
            UUID id,
            Capacity kind,
            String subject,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            String instrument,
            LocalDate instrumentOn,
            String registeredBy,
            Instant registeredAt,
            @Nullable String revokedBy,
            @Nullable String revocationInstrument) {}

    static SeatView of(AgreementSeat seat, List<SeatCredential> credentials) {
        return new SeatView(
                seat.id(),
                seat.agreementId(),
                seat.member(),
                seat.label(),
                seat.effectiveOn(),
                seat.endsOn(),
                seat.instrument(),
                seat.registeredBy(),
                seat.registeredAt(),
                credentials.stream().map(SeatCredential::view).toList(),
                seat.version());
    }
}
