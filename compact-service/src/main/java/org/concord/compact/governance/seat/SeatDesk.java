package org.concord.compact.governance.seat;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.governance.seat.SeatEvent.CredentialRegistered;
import org.concord.compact.governance.seat.SeatEvent.CredentialRevoked;
import org.concord.compact.governance.seat.SeatEvent.SeatEnded;
import org.concord.compact.governance.seat.SeatEvent.SeatRegistered;
import org.concord.kit.access.Access;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Registers seats and who holds them. Callers bring the transaction. */
@ApplicationScoped
class SeatDesk {

    private final Seats seats;
    private final Credentials credentials;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    SeatDesk(Seats seats, Credentials credentials, Outbox outbox, Ids ids, Clock clock) {
        this.seats = seats;
        this.credentials = credentials;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers a seat of a member.
     *
     * @throws ProblemException {@code validation-failed} for a member that never stood in the agreement, or a label of
     *     another; {@code seat-label-taken}
     */
    SeatView register(RegisterSeat command, AgreementFacts agreement, String by) {
        List<Violation> faults = new ArrayList<>();
        if (agreement.terms().stream().noneMatch(term -> term.member().equals(command.member()))) {
            faults.add(Violation.at("/member", "no-member", "the agreement has no such member"));
        }
        if (!command.label().startsWith(command.member())) {
            faults.add(Violation.at("/label", "foreign", "a seat's label begins with its member"));
        }
        refuse(faults, command.effectiveOn(), command.endsOn());
        AgreementSeat seat = new AgreementSeat(ids.next(), command, by, Moments.now(clock));
        try {
            seats.persistAndFlush(seat);
        } catch (ConstraintViolationException violated) {
            if ("agreement_seat_label_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(SeatProblem.SEAT_LABEL_TAKEN, command.label() + " exists.");
            }
            throw violated;
        }
        publish(
                seat,
                new SeatRegistered(
                        seat.id(), seat.agreementId(), seat.member(), seat.label(), seat.effectiveOn(), seat.endsOn()));
        return SeatView.of(seat, List.of());
    }

    /**
     * Registers who holds a seat.
     *
     * @throws ProblemException {@code validation-failed}; {@code term-overlaps} with another delegate's term, or another
     *     one of the same person
     */
    SeatView register(UUID seatId, RegisterCredential command, String by) {
        AgreementSeat seat = seats.lock(seatId).orElseThrow(Access::notFound);
        List<Violation> faults = new ArrayList<>();
        if (command.kind() == Capacity.MANDATE) {
            faults.add(Violation.at("/kind", "no-credential", "a mandate is registered with the member"));
        }
        refuse(faults, command.effectiveOn(), command.endsOn());
        for (SeatCredential other : credentials.of(seatId)) {
            boolean same = other.isHeldBy(command.subject());
            boolean second = other.isOf(Capacity.DELEGATE) && command.kind() == Capacity.DELEGATE;
            if ((same || second) && other.overlaps(command.effectiveOn(), command.endsOn())) {
                throw new ProblemException(
                        SeatProblem.TERM_OVERLAPS,
                        same
                                ? "This person holds the seat at that time, as " + other.kind() + "."
                                : "The seat has a delegate at that time; end that term first.");
            }
        }
        SeatCredential credential = new SeatCredential(ids.next(), seatId, command, by, Moments.now(clock));
        credentials.persistAndFlush(credential);
        publish(
                seat,
                new CredentialRegistered(
                        seatId,
                        credential.id(),
                        command.kind(),
                        command.subject(),
                        command.effectiveOn(),
                        command.endsOn()));
        return SeatView.of(seat, credentials.of(seatId));
    }

    /**
     * Ends a person's authority for a seat.
     *
     * @throws ProblemException {@code not-found}, {@code ends-before-it-begins}
     */
    SeatView revoke(UUID seatId, UUID credentialId, EndTerm command, String by) {
        AgreementSeat seat = seats.lock(seatId).orElseThrow(Access::notFound);
        SeatCredential credential = credentials
                .findByIdOptional(credentialId)
                .filter(found -> found.seatId().equals(seatId))
                .orElseThrow(Access::notFound);
        credential.revoke(command, by);
        credentials.flush();
        publish(seat, new CredentialRevoked(seatId, credentialId, command.endsOn()));
        return SeatView.of(seat, credentials.of(seatId));
    }

    /**
     * Ends a seat.
     *
     * @throws ProblemException {@code ends-before-it-begins}
     */
    SeatView end(UUID seatId, EndTerm command) {
        AgreementSeat seat = seats.lock(seatId).orElseThrow(Access::notFound);
        seat.end(command.endsOn());
        seats.flush();
        publish(seat, new SeatEnded(seatId, seat.agreementId(), seat.label(), command.endsOn()));
        return SeatView.of(seat, credentials.of(seatId));
    }

    private static void refuse(List<Violation> faults, LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            faults.add(Violation.at("/endsOn", "before-start", "the last day is not before the first"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "This cannot be registered.", faults);
        }
    }

    private void publish(AgreementSeat seat, SeatEvent event) {
        outbox.publish(SeatEvent.TOPIC, seat.id().toString(), event);
    }
}
