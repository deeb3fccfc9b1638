package org.concord.compact.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.concord.compact.agreement.instrument.AgreementType;
import org.concord.kit.access.Access;
import org.concord.kit.access.Capability;
import org.concord.kit.access.ReadScope;
import org.concord.kit.access.Right;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/** What the neighbours may ask about agreements: lead, powers, and who stands in them on a date. */
@ApplicationScoped
public class AgreementRegister {

    private final Agreements agreements;
    private final StandingRevisions revisions;
    private final LegalDates dates;

    AgreementRegister(Agreements agreements, StandingRevisions revisions, LegalDates dates) {
        this.agreements = agreements;
        this.revisions = revisions;
        this.dates = dates;
    }

    /** The agreement's facts; empty when there is none with that id. */
    public Optional<AgreementFacts> find(UUID agreementId) {
        return agreements.findByIdOptional(agreementId).map(this::facts);
    }

    /**
     * The agreement's facts, if the caller may see it.
     *
     * @throws org.concord.kit.problem.ProblemException {@code not-found} for a foreign agreement as for an unknown one
     */
    public AgreementFacts seenBy(ReadScope scope, UUID agreementId) {
        return agreements.seenBy(scope, agreementId).map(this::facts).orElseThrow(Access::notFound);
    }

    /**
     * The members that have the right at that instant, each by the date in its own zone: a suspended one keeps what its
     * agreement's terms leave it.
     *
     * @return by USPS code; empty for an unknown agreement
     */
    public SortedSet<String> keeping(Right right, UUID agreementId, Instant at) {
        SortedSet<String> members = new TreeSet<>();
        agreements
                .findByIdOptional(agreementId)
                .map(Agreement::standing)
                .orElse(Collections.emptySortedMap())
                .forEach((member, spans) -> {
                    LocalDate day = Zones.dateIn(member, at);
                    if (spans.stream().anyMatch(span -> span.covers(day) && span.keeps(right))) {
                        members.add(member);
                    }
                });
        return members;
    }

    /**
     * Every stretch of full standing as it was known at that instant, by member and date.
     *
     * @param knownAt what was recorded later is left out
     */
    public List<Term> termsAsKnown(UUID agreementId, Instant knownAt) {
        // The history says what was known before an instant; what was recorded at it was known at it.
        return revisions.ofAgreement(agreementId, knownAt.plusNanos(1_000)).stream()
                .flatMap(revision -> revision.fullTerms().stream())
                .toList();
    }

    /** Whether the one agreement was opened to serve the other, as a contract serves the alliance that buys by it. */
    public boolean serves(UUID agreementId, UUID served) {
        return agreements.count("id = ?1 and linkedAgreementId = ?2", agreementId, served) > 0;
    }

    /** The agreements that the caller may see: those of its members, a number that stays in the hundreds. */
    public Set<UUID> idsSeenBy(ReadScope scope) {
        return Set.copyOf(agreements.idsSeenBy(scope));
    }

    /** The amendments of the agreement that are in force on that day, in the order in which they came to it. */
    public List<UUID> amendmentsOn(UUID agreementId, LocalDate day) {
        return agreements
                .findByIdOptional(agreementId)
                .map(agreement -> agreement.history().amendmentsOn(day))
                .orElse(List.of());
    }

    private AgreementFacts facts(Agreement agreement) {
        return agreement.facts(dates.today(agreement.lead()));
    }

    /**
     * An agreement as others need it.
     *
     * @param lead USPS code of the member that acts for the others
     * @param terms every stretch of full standing, by member and date
     * @param capabilities the powers of the instrument, without those that wait for the consent of Congress
     * @param seatsPerMember seats of each member, on the terms in force today
     */
    public record AgreementFacts(
            UUID id,
            String code,
            AgreementType type,
            String lead,
            List<Term> terms,
            Set<Capability> capabilities,
            int seatsPerMember) {

        /** Copies are kept. */
        public AgreementFacts {
            terms = List.copyOf(terms);
            capabilities = Set.copyOf(capabilities);
        }

        /** An agreement with all powers of its type and one seat for each member. */
        public AgreementFacts(UUID id, String code, AgreementType type, String lead, List<Term> terms) {
            this(id, code, type, lead, terms, type.capabilities(), 1);
        }

        /** Whether the instrument gives this power now. */
        public boolean gives(Capability power) {
            return capabilities.contains(power);
        }

        /** The members in full standing at that instant, each by the date in its own zone. */
        public SortedSet<String> inStanding(Instant at) {
            SortedSet<String> members = new TreeSet<>();
            for (Term term : terms) {
                if (term.covers(Zones.dateIn(term.member(), at))) {
                    members.add(term.member());
                }
            }
            return members;
        }
    }

    /**
     * One stretch of full standing. A suspension lies between two of them.
     *
     * @param effectiveOn first day of full standing
     * @param endedOn first day without it; null while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Term(
            String member, LocalDate effectiveOn, @Nullable LocalDate endedOn) {

        /** Whether the member stands in the agreement on that day. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(effectiveOn) && (endedOn == null || day.isBefore(endedOn));
        }
    }
}
