package org.concord.member.demand;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of demand that has been checked and may be stored.
 *
 * @param reference the member's own name for the line
 * @param ratePer10000 the rate it came from; null when the member named the doses
 * @param doses whole packages
 */
record DraftLine(String reference, @Nullable BigDecimal ratePer10000, long doses) {}
