package org.concord.compact.governance.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Notices a meeting to the public.
 *
 * @param place room or address, and how the public listens
 * @param notice the period that the agreement sets; null for the configured one
 * @param agenda the items in order, numbered from 1
 */
public record NoticeMeeting(
        @NotNull UUID agreementId,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 300) String place,
        @NotNull Instant convenesAt,
        @Nullable @Valid Notice notice,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> agenda) {

    /** Keeps the hour as the database will. */
    public NoticeMeeting {
        convenesAt = convenesAt == null ? convenesAt : Moments.asKept(convenesAt);
    }

    /**
     * A period of notice.
     *
     * @param days whole days between the notice and the meeting, in the lead's zone
     * @param citation the article that sets it
     */
    public record Notice(
            @Min(0) @Max(365) int days,
            @NotBlank @Size(max = 300) String citation) {}

    /**
     * An item of the agenda.
     *
     * @param closedFor the ground on which it may be taken without the public; null for an open item
     */
    public record Item(
            @NotBlank @Size(max = 300) String title,
            @Nullable ClosureGround closedFor) {}
}
