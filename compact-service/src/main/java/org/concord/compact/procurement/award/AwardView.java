package org.concord.compact.procurement.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An award as it is shown. Amounts are US cents.
 *
 * @param unitCents the one price per dose; null when the tiers are incremental
 * @param awardedBy subject of the lead's procurement officer
 * @param awardedOn the date in the lead's zone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardView(
        UUID id,
        UUID roundId,
        UUID agreementId,
        UUID evaluationId,
        UUID ballotId,
        String lead,
        String supplier,
        long doses,
        long goodsCents,
        @Nullable Long unitCents,
        List<MemberView> members,
        String awardedBy,
        Instant awardedAt,
        LocalDate awardedOn) {

    /** What one member gets of the award. */
    public record MemberView(String member, long population, long doses, long goodsCents) {}
}
