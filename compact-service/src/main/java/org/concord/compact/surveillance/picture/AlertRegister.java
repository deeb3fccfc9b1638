package org.concord.compact.surveillance.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.link.Thing;
import org.concord.compact.link.ThingOwner;
import org.concord.compact.link.Things;
import org.concord.compact.surveillance.picture.AlertView.LinkView;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;

/** What the neighbours may ask about alerts, and how they say that one of them opened something. */
@ApplicationScoped
public class AlertRegister implements ThingOwner {

    private final Alerts alerts;
    private final Things things;
    private final Ids ids;
    private final Clock clock;

    AlertRegister(Alerts alerts, Things things, Ids ids, Clock clock) {
        this.alerts = alerts;
        this.things = things;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Thing kind() {
        return Thing.ALERT;
    }

    @Override
    public Optional<UUID> agreementOf(UUID id) {
        return alerts.agreementOf(id);
    }

    /**
     * Keeps, in the caller's transaction, that the alert opened something. Both ends show the link from then on.
     *
     * @param agreementId the agreement under which it is opened
     * @param pointer where the alert stands in the request
     * @throws ProblemException {@code validation-failed} for an alert that the agreement does not have
     */
    public void opened(
            UUID alertId, LinkAlert.Type type, UUID targetId, UUID agreementId, String pointer, String openedBy) {
        things.require(Thing.ALERT, alertId, agreementId, pointer);
        alerts.link(ids.next(), alertId, new LinkAlert(type, targetId), openedBy, Moments.now(clock));
    }

    /**
     * What one run said of a condition.
     *
     * @param members those whose own series raised an alert, by USPS code
     */
    public record AlarmedMembers(SortedSet<String> members, Instant runAt) {}

    /** The members for which a run of the agreement raised an alert of the condition; empty for a run of others. */
    public Optional<AlarmedMembers> alarmed(UUID runId, UUID agreementId, String condition) {
        return alerts.run(runId)
                .filter(run -> run.agreementId().equals(agreementId))
                .map(run -> new AlarmedMembers(
                        alerts.membersAlarmed(runId, condition), run.view().runAt()));
    }

    /** The alerts that opened something, or were linked to it later. */
    public List<UUID> thatOpened(LinkAlert.Type type, UUID targetId) {
        return alerts.openersOf(type, targetId);
    }

    /**
     * Links an alert to something that is there already.
     *
     * @throws ProblemException {@code validation-failed} for a target that its agreement does not have,
     *     {@code alert-already-linked}
     */
    LinkView link(UUID alertId, UUID agreementId, LinkAlert command, String linkedBy) {
        things.require(command.type().kind(), command.targetId(), agreementId, "/targetId");
        return alerts.link(ids.next(), alertId, command, linkedBy, Moments.now(clock));
    }
}
