package org.concord.compact.guidance.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.concord.compact.guidance.GuidanceRegister.Edition;
import org.concord.compact.guidance.GuidanceRegister.GuidanceFacts;
import org.concord.compact.guidance.GuidanceStage;
import org.jspecify.annotations.Nullable;

/**
 * Who follows what, on a day, as it was known at an instant. Pure: facts in, rows out; no row is made up, and a member
 * without an act is shown as one without an act.
 */
final class AdoptionMatrix {

    private record Cell(String member, LegalEffect effect) {}

    private AdoptionMatrix() {}

    /**
     * One row for each member and legal effect, by USPS code and effect: every member in standing on that day, and
     * every other with an act in force.
     *
     * @param acts as they were known at that instant
     */
    static List<MatrixRow> rows(
            GuidanceFacts guidance, List<Term> terms, List<AdoptionView> acts, MatrixFilter filter) {
        Map<Cell, AdoptionView> inForce = new HashMap<>();
        for (AdoptionView act : acts) {
            if (!act.voided() && act.terms().covers(filter.on())) {
                inForce.put(new Cell(act.member(), act.legalEffect()), act);
            }
        }
        SortedSet<String> standing = inStanding(terms, filter.on());
        SortedSet<String> members = new TreeSet<>(standing);
        inForce.keySet().forEach(cell -> members.add(cell.member()));
        List<MatrixRow> rows = new ArrayList<>();
        for (String member : members) {
            for (LegalEffect effect : LegalEffect.values()) {
                AdoptionView act = inForce.get(new Cell(member, effect));
                boolean stands = standing.contains(member);
                MatrixRow row = act == null
                        ? MatrixRow.noAct(member, stands, effect)
                        : MatrixRow.of(act, stands, stage(guidance, act.number(), filter.on(), filter.knownAt()));
                if (filter.takes(row)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static SortedSet<String> inStanding(List<Term> terms, LocalDate on) {
        SortedSet<String> members = new TreeSet<>();
        terms.stream().filter(term -> term.covers(on)).forEach(term -> members.add(term.member()));
        return members;
    }

    private static @Nullable GuidanceStage stage(GuidanceFacts guidance, int number, LocalDate on, Instant knownAt) {
        return guidance.version(number)
                .flatMap((Edition edition) -> edition.stage(on, knownAt))
                .orElse(null);
    }
}
