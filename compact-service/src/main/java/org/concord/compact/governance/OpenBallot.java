package org.concord.compact.governance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.governance.rule.BallotRule;
import org.jspecify.annotations.Nullable;

/**
 * Opens a ballot of an agreement's members.
 *
 * @param closesAt the first instant at which no vote is taken any more
 * @param rule how it is counted; null for the ordinary rule
 * @param meetingId the meeting that votes; null for a vote in writing, which the rule's instrument must allow
 * @param hidden whether choices stay hidden until closing; null for yes
 * @param weights each member's weight, where the rule weighs
 * @param weightSource where the weights are from, such as the 2020 census
 * @param recusals seats that take no part, each with its reason
 */
public record OpenBallot(
        @NotNull UUID agreementId,
        @NotNull @Valid Matter matter,
        @NotNull Instant closesAt,
        @Nullable @Valid BallotRule rule,
        @Nullable UUID meetingId,
        @Nullable Boolean hidden,

        @Nullable @Size(max = 56)
        Map<@NotNull @Pattern(regexp = "[A-Z]{2}") String, @NotNull @Min(1) @Max(MOST_WEIGHT) Long> weights,

        @Nullable @Size(max = 200) String weightSource,
        @Nullable @Size(max = 500) List<@NotNull @Valid Recusal> recusals) {

    /** The largest number that JSON carries exactly: 2^53 − 1. */
    static final long MOST_WEIGHT = 9_007_199_254_740_991L;

    /**
     * A seat that takes no part.
     *
     * @param seat its label
     * @param reason why; published with the roll
     */
    public record Recusal(
            @NotNull @Pattern(regexp = "[A-Z]{2}-[1-9]") String seat,
            @NotBlank @Size(max = 500) String reason) {}

    /** Keeps the closing time as the database will. */
    public OpenBallot {
        // Absent only until Bean Validation has refused it.
        closesAt = closesAt == null ? closesAt : Moments.asKept(closesAt);
    }

    BallotRule ruleOrOrdinary() {
        return rule == null ? BallotRule.ORDINARY : rule;
    }

    List<Recusal> allRecusals() {
        return recusals == null ? List.of() : recusals;
    }
}
