package org.concord.compact.governance.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records the minutes, or a further edition of them. */
public record RecordMinutes(@NotEmpty @Size(max = 500) List<@NotNull @Valid Passage> passages) {

    /**
     * A passage.
     *
     * @param item number of the item on the agenda
     * @param redactedFor the ground on which the public does not read it; null for an open passage
     */
    public record Passage(
            @Min(1) int item,
            @NotBlank @Size(max = 4000) String text,
            @Nullable ClosureGround redactedFor) {}
}
