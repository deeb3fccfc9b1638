package org.concord.compact.surveillance.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.surveillance.detection.DetectionMethod;
import org.concord.compact.surveillance.detection.EvaluateAlerts;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as it was raised.
 *
 * @param member null where the members together were judged
 * @param observed what was judged, suppressed parts as their substitutes
 * @param statistic null where it is not defined
 * @param bound null where it is not defined
 * @param hasSubstitutes whether any week of the series has a suppressed part
 * @param inputs what to send to the open what-if for the same last point; null in lists
 * @param links what it opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertView(
        UUID id,
        UUID runId,
        UUID dataUseAgreementId,
        @Nullable String member,
        String condition,
        MmwrWeek week,
        DetectionMethod method,
        long observed,
        @Nullable Double statistic,
        @Nullable Double bound,
        boolean hasSubstitutes,
        String formulaVersion,
        Instant raisedAt,
        @Nullable EvaluateAlerts inputs,
        List<LinkView> links) {

    /** A copy is kept. */
    public AlertView {
        links = List.copyOf(links);
    }

    /** What the alert opened. */
    public record LinkView(UUID id, LinkAlert.Type type, UUID targetId, Instant linkedAt) {}
}
