package org.concord.compact.paymentbalance;

/**
 * A file as it was sent, for its idempotency key.
 *
 * @param sha256 of its bytes
 */
public record ImportBalances(String sha256) {}
