package org.concord.compact.governance.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What a meeting tells the world, on {@value #TOPIC}, keyed by its id. */
public sealed interface MeetingEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.meeting.v1";

    /** The public has notice. */
    record MeetingNoticed(UUID meetingId, UUID agreementId, MeetingView notice) implements MeetingEvent {}

    /** A session has begun, in the open or for one item without the public. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionBegun(
            UUID meetingId, UUID agreementId, @Nullable Integer closedForItem, Instant begunAt)
            implements MeetingEvent {}

    /** The meeting is over. */
    record MeetingAdjourned(UUID meetingId, UUID agreementId, Instant adjournedAt) implements MeetingEvent {}

    /** The meeting will not take place. */
    record MeetingCancelled(UUID meetingId, UUID agreementId, Instant cancelledAt) implements MeetingEvent {}

    /** The public reading of the minutes. */
    record MinutesRecorded(UUID meetingId, UUID agreementId, MinutesView minutes) implements MeetingEvent {}
}
