package org.concord.compact.governance.seat;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/** What ballots and meetings ask about seats. */
@ApplicationScoped
public class SeatRegister {

    private final Seats seats;
    private final Credentials credentials;

    SeatRegister(Seats seats, Credentials credentials) {
        this.seats = seats;
        this.credentials = credentials;
    }

    /**
     * A seat on a date.
     *
     * @param delegate subject of its delegate that day; null where it has none, or is held by mandate
     * @param alternates subjects of its alternates that day
     */
    public record HeldSeat(
            String label, String member, @Nullable String delegate, List<String> alternates) {

        /** A copy is kept. */
        public HeldSeat {
            alternates = List.copyOf(alternates);
        }
    }

    /**
     * The seats of these members at that instant, each by the date in its own zone, in two statements.
     *
     * @return by label; one seat, held by mandate, for a member that never had one registered
     */
    public List<HeldSeat> seatsOf(UUID agreementId, SortedSet<String> members, Instant at) {
        Map<String, List<AgreementSeat>> registered =
                seats.of(agreementId).stream().collect(Collectors.groupingBy(AgreementSeat::member));
        Map<UUID, List<SeatCredential>> holders = credentials.ofAll(registered.values().stream()
                .flatMap(Collection::stream)
                .map(AgreementSeat::id)
                .collect(Collectors.toSet()));
        List<HeldSeat> held = new ArrayList<>();
        for (String member : members) {
            List<AgreementSeat> own = registered.get(member);
            LocalDate day = Zones.dateIn(member, at);
            if (own == null) {
                held.add(new HeldSeat(member + "-1", member, null, List.of()));
            } else {
                own.stream()
                        .filter(seat -> seat.inForce(day))
                        .map(seat -> held(seat, holders.getOrDefault(seat.id(), List.of()), day))
                        .forEach(held::add);
            }
        }
        return held;
    }

    /**
     * In what capacity the person may vote for the seat at that instant. The caller has seen the mandate.
     *
     * @param ownMember whether the person acts for the seat's member, and not as somebody else's proxy
     * @throws ProblemException {@code seat-not-in-force}, {@code not-the-seats-holder}
     */
    public Capacity capacity(
            UUID agreementId, String member, String label, String subject, boolean ownMember, Instant at) {
        Optional<AgreementSeat> registered = seats.labelled(agreementId, label);
        if (registered.isEmpty()) {
            if (ownMember && seats.count("agreementId = ?1 and member = ?2", agreementId, member) == 0) {
                return Capacity.MANDATE;
            }
            throw new ProblemException(SeatProblem.NOT_THE_SEATS_HOLDER, "The seat " + label + " is not registered.");
        }
        LocalDate day = Zones.dateIn(member, at);
        if (!registered.get().inForce(day)) {
            throw new ProblemException(
                    SeatProblem.SEAT_NOT_IN_FORCE, "The seat " + label + " is not in force on " + day + ".");
        }
        List<SeatCredential> held = credentials.of(registered.get().id()).stream()
                .filter(credential -> credential.isHeldBy(subject) && credential.inForce(day))
                .toList();
        for (Capacity capacity : Capacity.values()) {
            boolean suits = ownMember ? capacity != Capacity.PROXY : capacity == Capacity.PROXY;
            if (suits && held.stream().anyMatch(credential -> credential.isOf(capacity))) {
                return capacity;
            }
        }
        throw new ProblemException(
                SeatProblem.NOT_THE_SEATS_HOLDER,
                "No credential for the seat " + label + " is yours on " + day + (ownMember ? "." : " as a proxy."));
    }

    /** The labels of the member's seats that the person holds as delegate or alternate at that instant. */
    public List<String> heldBy(UUID agreementId, String member, String subject, Instant at) {
        return seatsOf(agreementId, new TreeSet<>(List.of(member)), at).stream()
                .filter(seat ->
                        subject.equals(seat.delegate()) || seat.alternates().contains(subject))
                .map(HeldSeat::label)
                .toList();
    }

    private static HeldSeat held(AgreementSeat seat, List<SeatCredential> credentials, LocalDate day) {
        List<SeatCredential> current = credentials.stream()
                .filter(credential -> credential.inForce(day))
                .toList();
        return new HeldSeat(
                seat.label(),
                seat.member(),
                current.stream()
                        .filter(credential -> credential.isOf(Capacity.DELEGATE))
                        .map(SeatCredential::subject)
                        .findFirst()
                        .orElse(null),
                current.stream()
                        .filter(credential -> credential.isOf(Capacity.ALTERNATE))
                        .map(SeatCredential::subject)
                        .toList());
    }
}
