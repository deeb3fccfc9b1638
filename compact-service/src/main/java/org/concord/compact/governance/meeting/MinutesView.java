package org.concord.compact.governance.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.governance.meeting.RecordMinutes.Passage;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting in one of their two readings.
 *
 * @param edition counted from 1
 * @param full whether nothing is left out
 */
public record MinutesView(UUID meetingId, int edition, boolean full, List<PassageView> passages, Instant recordedAt) {

    /**
     * A passage.
     *
     * @param text null where it is redacted
     * @param redactedFor the ground; null for an open passage
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PassageView(
            int item, @Nullable String text, @Nullable ClosureGround redactedFor) {}

    static MinutesView of(UUID meetingId, int edition, List<Passage> passages, Instant recordedAt, boolean full) {
        return new MinutesView(
                meetingId,
                edition,
                full,
                passages.stream()
                        .map(passage -> new PassageView(
                                passage.item(),
                                full || passage.redactedFor() == null ? passage.text() : null,
                                passage.redactedFor()))
                        .toList(),
                recordedAt);
    }
}
