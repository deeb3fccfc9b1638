package org.concord.compact.agreement.instrument;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An instrument's terms by date: as it was made, and as each amendment left them.
 *
 * @param versions in the order in which they came into force
 */
public record TermsHistory(Terms founding, List<Version> versions) {

    /** A copy is kept. */
    public TermsHistory {
        versions = List.copyOf(versions);
    }

    /** An instrument that was never amended. */
    public static TermsHistory of(Terms founding) {
        return new TermsHistory(founding, List.of());
    }

    /**
     * What one amendment changed.
     *
     * @param fromOn first day in force, in the lead's zone
     */
    public record Version(UUID amendmentId, LocalDate fromOn, TermsChange change) {

        boolean isInForce(LocalDate day) {
            return !day.isBefore(fromOn);
        }
    }

    /** The terms in force on that day. */
    public Terms on(LocalDate day) {
        Terms terms = founding;
        for (Version version : versions) {
            if (version.isInForce(day)) {
                terms = version.change().appliedTo(terms);
            }
        }
        return terms;
    }

    /** The amendments in force on that day, in the order in which they came to it. */
    public List<UUID> amendmentsOn(LocalDate day) {
        return versions.stream()
                .filter(version -> version.isInForce(day))
                .map(Version::amendmentId)
                .toList();
    }
}
