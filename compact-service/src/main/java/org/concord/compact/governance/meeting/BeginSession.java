package org.concord.compact.governance.meeting;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Begins a session: the first one convenes the meeting.
 *
 * @param closedForItem the item for which the public leaves; null for a session in the open
 */
public record BeginSession(@Nullable @Min(1) Integer closedForItem) {}
