package org.concord.compact.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concord.compact.agreement.AgreementEvent.AgreementOpened;
import org.concord.compact.agreement.AgreementEvent.PowersChanged;
import org.concord.compact.agreement.AgreementEvent.StandingChanged;
import org.concord.compact.agreement.instrument.TermsHistory.Version;
import org.concord.kit.access.AgreementFact;
import org.concord.kit.access.PolicyFeed;
import org.concord.kit.access.PowersFact;
import org.concord.kit.access.Standing;
import org.concord.kit.access.StandingFact;
import org.concord.kit.access.StandingSpan;
import org.concord.kit.event.Outbox;
import org.concord.kit.time.Ids;

/**
 * Works out, after each recorded act, when the agreement is in force and how all its members stand; keeps a revision of
 * what changed, and tells it: to this service's own policy in the same transaction, to the others by event. The caller
 * brings the transaction and holds the agreement's lock.
 */
@ApplicationScoped
class StandingDesk {

    private final Agreements agreements;
    private final Joinings joinings;
    private final Suspensions suspensions;
    private final Amendings amendings;
    private final StandingRevisions revisions;
    private final TermsRevisions termsRevisions;
    private final Outbox outbox;
    private final PolicyFeed policy;
    private final LegalDates dates;
    private final Ids ids;

    StandingDesk(
            Agreements agreements,
            Joinings joinings,
            Suspensions suspensions,
            Amendings amendings,
            StandingRevisions revisions,
            TermsRevisions termsRevisions,
            Outbox outbox,
            PolicyFeed policy,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.joinings = joinings;
        this.suspensions = suspensions;
        this.amendings = amendings;
        this.revisions = revisions;
        this.termsRevisions = termsRevisions;
        this.outbox = outbox;
        this.policy = policy;
        this.dates = dates;
        this.ids = ids;
    }

    /** Works it all out anew. */
    void rework(Agreement agreement, PowersFact before, String cause, String by) {
        SortedMap<String, List<Joined>> joined = new TreeMap<>();
        for (Joined one : joinings.of(agreement.id())) {
            joined.computeIfAbsent(one.member(), member -> new ArrayList<>()).add(one);
        }
        List<Version> amended = agreement.history().versions();
        agreement.reckon(joined.values().stream().flatMap(List::stream).toList(), amendings.of(agreement.id()));
        amend(agreement, amended, cause, by);
        Map<String, List<Suspension>> suspended = suspensions.of(agreement.id());
        SortedMap<String, List<StandingSpan>> standing = new TreeMap<>();
        joined.forEach((member, acts) ->
                standing.put(member, Standings.of(acts, suspended.getOrDefault(member, List.of()), agreement.force())));
        SortedSet<String> changed = differences(agreement.standing(), standing);
        if (!changed.isEmpty()) {
            agreement.stand(standing);
            remember(agreement, standing, changed, cause, by);
        }
        tell(agreement, before, standing, changed, cause);
        // What is shown next carries the version that is kept.
        agreements.flush();
    }

    private void amend(Agreement agreement, List<Version> before, String cause, String by) {
        List<Version> amended = agreement.history().versions();
        if (!amended.equals(before)) {
            termsRevisions.persist(new TermsRevision(ids.next(), agreement.id(), amended, cause, dates.now(), by));
            amendings.enterForce(
                    agreement.id(), amended.stream().collect(Collectors.toMap(Version::amendmentId, Version::fromOn)));
        }
    }

    private static SortedSet<String> differences(
            Map<String, List<StandingSpan>> before, Map<String, List<StandingSpan>> after) {
        SortedSet<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(member -> Objects.equals(before.get(member), after.get(member)));
        return changed;
    }

    private void remember(
            Agreement agreement,
            Map<String, List<StandingSpan>> standing,
            SortedSet<String> changed,
            String cause,
            String by) {
        Map<String, Integer> last = revisions.last(agreement.id());
        Instant now = dates.now();
        for (String member : changed) {
            revisions.persist(new StandingRevision(
                    ids.next(),
                    agreement.id(),
                    member,
                    last.getOrDefault(member, 0) + 1,
                    standing.getOrDefault(member, List.of()),
                    cause,
                    now,
                    by));
        }
    }

    private void tell(
            Agreement agreement,
            PowersFact before,
            Map<String, List<StandingSpan>> standing,
            SortedSet<String> changed,
            String cause) {
        PowersFact powers = agreement.powers();
        boolean opening = !agreement.isTold() && agreement.activeOn() != null;
        if (opening) {
            agreement.tell();
            AgreementView view = agreement.view(dates.today(agreement.lead()));
            outbox.publish(AgreementEvent.TOPIC, agreement.id().toString(), AgreementOpened.of(view));
            // Our own topic is not consumed here: the facts must be there before the answer is.
            policy.agreementOpened(fact(view));
        } else if (!agreement.isTold()) {
            // Open for enactment: it is known here, and gives no power yet.
            policy.agreementOpened(agreement.bareFact());
        }
        Instant now = dates.now();
        for (String member : changed) {
            List<StandingSpan> spans = standing.getOrDefault(member, List.of());
            if (opening && spans.stream().allMatch(span -> span.standing() == Standing.FULL)) {
                continue; // the opening has said it
            }
            policy.standingChanged(new StandingFact(agreement.id(), member, spans));
            if (agreement.isTold()) {
                outbox.publish(
                        AgreementEvent.TOPIC,
                        agreement.id().toString(),
                        new StandingChanged(agreement.id(), member, spans, cause, now));
            }
        }
        boolean bounded = opening && agreement.history().founding().activationThreshold() != null;
        if (bounded || (!opening && !powers.equals(before))) {
            policy.powersChanged(powers);
            if (agreement.isTold()) {
                outbox.publish(
                        AgreementEvent.TOPIC,
                        agreement.id().toString(),
                        new PowersChanged(
                                agreement.id(), powers.capabilities(), powers.activeOn(), powers.dissolvedOn(), now));
            }
        }
    }

    static AgreementFact fact(AgreementView view) {
        return new AgreementFact(
                view.id(),
                view.code(),
                view.type().name(),
                view.lead(),
                view.capabilities(),
                view.members().stream()
                        .map(term -> new AgreementFact.Membership(term.member(), term.effectiveOn(), term.endedOn()))
                        .toList());
    }
}
