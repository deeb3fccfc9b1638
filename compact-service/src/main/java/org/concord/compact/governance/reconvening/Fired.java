package org.concord.compact.governance.reconvening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who and what had a meeting taken up again.
 *
 * @param condition number of the condition that was met
 * @param evidence by what: the members that asked, the run of alerts with its members, the day, or the citation
 * @param by subject of the person whose act met it
 * @param member for which that person acted; null for staff
 * @param meetingId the meeting that follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fired(
        int condition, String evidence, String by, @Nullable String member, Instant at, UUID meetingId) {}
