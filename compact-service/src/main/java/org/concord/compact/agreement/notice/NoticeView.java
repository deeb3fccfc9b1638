package org.concord.compact.agreement.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statutory notice as it is shown.
 *
 * @param matterId the default or withdrawal
 * @param member whom it is about
 * @param recipient a USPS code, {@code COMMISSION}, or an office of the member's state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeView(
        UUID id,
        UUID matterId,
        String member,
        String occasion,
        String recipient,
        LocalDate dueOn,
        @Nullable LocalDate givenOn,
        @Nullable String means,
        Timeliness timeliness) {

    /** Whether it was given in time, by today's date in the lead's zone. */
    public enum Timeliness {
        DUE,
        OVERDUE,
        ON_TIME,
        LATE
    }
}
