package org.concord.compact.governance.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;

/** What a docket tells the world, on {@value #TOPIC}, keyed by its id. */
public sealed interface DocketEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.docket.v1";

    /** The rule is open to comment. */
    record RuleNoticed(UUID docketId, UUID agreementId, String title, Instant commentsUntil) implements DocketEvent {}

    /** The hearing was held. */
    record HearingHeld(UUID docketId, UUID agreementId, Instant heldAt) implements DocketEvent {}

    /** The members bind themselves. */
    record RuleAdopted(
            UUID docketId,
            UUID agreementId,
            UUID ballotId,
            String title,
            String text,
            LocalDate adoptedOn,
            LocalDate effectiveOn,
            LocalDate petitionUntil)
            implements DocketEvent {}

    /** Voted down. */
    record RuleNotAdopted(UUID docketId, UUID agreementId, UUID ballotId) implements DocketEvent {}

    /** Given up. */
    record RuleWithdrawn(UUID docketId, UUID agreementId) implements DocketEvent {}

    /** A majority of the members' legislatures rejected it. */
    record RuleVoided(UUID docketId, UUID agreementId, LocalDate voidedOn, long rejections, int membersInStanding)
            implements DocketEvent {}
}
