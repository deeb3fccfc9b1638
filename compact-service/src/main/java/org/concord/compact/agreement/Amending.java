package org.concord.compact.agreement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.concord.compact.agreement.instrument.Terms.AmendmentRule;
import org.concord.compact.agreement.instrument.TermsChange;
import org.concord.compact.agreement.instrument.TermsHistory.Version;

/**
 * A proposed amendment, as far as its force follows from the members' acts.
 *
 * @param rule the one in force on the day of the proposal
 * @param takenOn first day on which a member's act on it is in effect, by USPS code
 */
public record Amending(
        UUID id, LocalDate proposedOn, AmendmentRule rule, TermsChange change, Map<String, LocalDate> takenOn) {

    /** A copy is kept. */
    public Amending {
        takenOn = Map.copyOf(takenOn);
    }

    /**
     * The first day on which enough of the members of that very day have taken it. A member that left counts no more, so
     * its leaving may complete the share; one that joined meanwhile counts, and must have taken it too.
     *
     * @param activeOn first day on which the agreement is in force
     */
    Optional<Version> force(Collection<Joined> joined, LocalDate activeOn) {
        LocalDate first = activeOn.isAfter(proposedOn) ? activeOn : proposedOn;
        SortedSet<LocalDate> turns = new TreeSet<>(takenOn.values());
        turns.add(first);
        joined.forEach(one -> {
            LocalDate left = one.endedOn();
            if (left != null) {
                turns.add(left);
            }
        });
        return turns.tailSet(first).stream()
                .filter(day -> isTakenOn(day, joined))
                .findFirst()
                .map(day -> new Version(id, day, change));
    }

    private boolean isTakenOn(LocalDate day, Collection<Joined> joined) {
        SortedSet<String> members = new TreeSet<>();
        joined.stream().filter(one -> one.countsOn(day)).forEach(one -> members.add(one.member()));
        long taken = members.stream()
                .map(takenOn::get)
                .filter(since -> since != null && !day.isBefore(since))
                .count();
        return rule.isReached(taken, members.size());
    }
}
