package org.concord.member.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an order was refused.
 *
 * @param reason a problem's slug, such as {@code appropriation-exceeded}
 * @param detail in plain words
 * @param shortCents how much of the appropriation is missing, US cents; null where that is not the reason
 */
record Refusal(String reason, String detail, @Nullable Long shortCents, Instant at) {}
