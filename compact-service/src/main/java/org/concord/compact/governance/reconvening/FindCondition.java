package org.concord.compact.governance.reconvening;

import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds that a condition is met which anyone can check: a day, or alerts.
 *
 * @param condition number of the condition
 * @param alertRunId the run that raised the alerts; null for a day
 */
public record FindCondition(@Min(1) int condition, @Nullable UUID alertRunId) {}
