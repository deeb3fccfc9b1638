package org.concord.compact.governance.reconvening;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Adjourns a meeting.
 *
 * @param reconvening on what terms it is taken up again; null where it is over for good
 */
public record AdjournMeeting(@Nullable @Valid ReconveningTerms reconvening) {}
