/**
 * Whether a weekly count is more than its own past explains: statistics, and nothing else.
 *
 * <p>The tour: {@link org.concord.compact.surveillance.detection.EvaluateAlerts} is the whole input, a series and the
 * methods with their parameters; each {@link org.concord.compact.surveillance.detection.ChosenMethod} becomes a
 * {@link org.concord.compact.surveillance.detection.Detector}, which is {@code Ears} (C1, C2, C3) or
 * {@code FarringtonFlexible}; the answer is {@link org.concord.compact.surveillance.detection.AlertEvaluation}.
 * {@code AlertEvaluationResource} opens the same code to everyone as a what-if: no sign-in, nothing stored, bounded.
 *
 * <p>Parameters, defaults and results are those of R's {@code surveillance} 1.20.3, so that an epidemiologist can check
 * them at home; C3 alone follows the published formula, from which the R package differs. Counts are whole numbers; the
 * statistics on them are doubles, as everywhere in this trade, and decide neither money nor goods.
 */
@NullMarked
package org.concord.compact.surveillance.detection;

import org.jspecify.annotations.NullMarked;
