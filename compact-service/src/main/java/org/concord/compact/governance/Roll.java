package org.concord.compact.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.governance.OpenBallot.Recusal;
import org.concord.compact.governance.rule.BallotRule.Weighting;
import org.concord.compact.governance.seat.SeatRegister;
import org.concord.compact.governance.seat.SeatRegister.HeldSeat;
import org.concord.kit.access.Right;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;

/** Calls the roll that a ballot freezes: the seats of the members that have the right to vote, their holders, weights
 * and recusals. */
@ApplicationScoped
class Roll {

    private final SeatRegister seats;
    private final AgreementRegister agreements;

    Roll(SeatRegister seats, AgreementRegister agreements) {
        this.seats = seats;
        this.agreements = agreements;
    }

    /**
     * The roll by label.
     *
     * @throws ProblemException {@code nobody-in-standing}; {@code validation-failed} for weights that are missing, or not
     *     asked for, and for recusals of seats that are not there or of all of them
     */
    SortedMap<String, SeatOnRoll> call(OpenBallot command, AgreementFacts agreement, Instant now) {
        SortedSet<String> voting = agreements.keeping(Right.VOTE, agreement.id(), now);
        List<HeldSeat> held = seats.seatsOf(agreement.id(), voting, now);
        if (held.isEmpty()) {
            throw new ProblemException(
                    BallotProblem.NOBODY_IN_STANDING, "No member of " + agreement.code() + " is in standing today.");
        }
        List<Violation> faults = new ArrayList<>();
        Map<String, String> recused = recused(command, held, faults);
        Map<String, Long> weights = weights(command, held, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The roll cannot be called like this.", faults);
        }
        SortedMap<String, SeatOnRoll> roll = new TreeMap<>();
        for (HeldSeat seat : held) {
            roll.put(
                    seat.label(),
                    new SeatOnRoll(seat, weights.getOrDefault(seat.member(), 1L), recused.get(seat.label())));
        }
        return roll;
    }

    private static Map<String, String> recused(OpenBallot command, List<HeldSeat> held, List<Violation> faults) {
        Set<String> labels = new HashSet<>();
        held.forEach(seat -> labels.add(seat.label()));
        Map<String, String> recused = new HashMap<>();
        List<Recusal> recusals = command.allRecusals();
        for (int i = 0; i < recusals.size(); i++) {
            Recusal recusal = recusals.get(i);
            String pointer = "/recusals/" + i + "/seat";
            if (!labels.contains(recusal.seat())) {
                faults.add(Violation.at(pointer, "no-seat", "no seat with this label is in force today"));
            } else if (recused.put(recusal.seat(), recusal.reason()) != null) {
                faults.add(Violation.at(pointer, "duplicate", "the seat is recused twice"));
            }
        }
        if (recused.size() == labels.size()) {
            faults.add(Violation.at("/recusals", "nobody-left", "somebody must be left to vote"));
        }
        return recused;
    }

    private static Map<String, Long> weights(OpenBallot command, List<HeldSeat> held, List<Violation> faults) {
        Map<String, Long> given = command.weights() == null ? Map.of() : command.weights();
        boolean weighing = command.ruleOrOrdinary().weighting() == Weighting.POPULATION;
        String source = command.weightSource();
        if (weighing != (source != null && !source.isBlank())) {
            faults.add(Violation.at("/weightSource", "weighting", "say it if, and only if, the rule weighs"));
        }
        if (!weighing) {
            if (!given.isEmpty()) {
                faults.add(Violation.at("/weights", "weighting", "the rule does not weigh"));
            }
            return Map.of();
        }
        held.stream()
                .map(HeldSeat::member)
                .distinct()
                .filter(member -> !given.containsKey(member))
                .forEach(member ->
                        faults.add(Violation.at("/weights/" + member, "required", "the member has no weight")));
        return given;
    }
}
