package org.concord.compact.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Right;
import org.concord.kit.access.Standing;
import org.concord.kit.access.StandingSpan;
import org.jspecify.annotations.Nullable;

/**
 * How a member stands in an agreement on one day, as it was known.
 *
 * @param fromOn first day of this standing
 * @param untilOn first day no longer; null while it lasts
 * @param rights what it leaves the member
 * @param cause what was recorded last
 * @param recordedAt when that was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StandingView(
        UUID agreementId,
        String member,
        Standing standing,
        LocalDate fromOn,
        @Nullable LocalDate untilOn,
        List<Right> rights,
        String cause,
        Instant recordedAt) {

    static StandingView of(UUID agreementId, String member, StandingSpan span, String cause, Instant recordedAt) {
        return new StandingView(
                agreementId,
                member,
                span.standing(),
                span.fromOn(),
                span.untilOn(),
                Arrays.stream(Right.values()).filter(span::keeps).toList(),
                cause,
                recordedAt);
    }
}
