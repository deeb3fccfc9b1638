package org.concord.compact.surveillance.picture;

import java.time.Instant;
import java.util.UUID;
import org.concord.kit.time.MmwrWeek;

/**
 * A run that was made.
 *
 * @param parameters as they were sent
 * @param seriesJudged series that were long enough for at least one method, the members together included
 * @param alerts how many alerts it raised
 */
public record AlertRunView(
        UUID id,
        UUID dataUseAgreementId,
        MmwrWeek week,
        String formulaVersion,
        RunAlerts parameters,
        int seriesJudged,
        int alerts,
        Instant runAt) {}
