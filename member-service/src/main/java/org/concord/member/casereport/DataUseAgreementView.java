package org.concord.member.casereport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agreement on the use of data as it is shown; the fields are those of {@link RegisterDataUseAgreement}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataUseAgreementView(
        UUID id,
        UUID agreementId,
        String code,
        String title,
        String instrument,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        int smallBelow,
        int substitute,
        List<RuleView> rules,
        Instant registeredAt) {

    /** A threshold of its own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleView(
            @Nullable String member, @Nullable String condition, int smallBelow, int substitute) {}
}
