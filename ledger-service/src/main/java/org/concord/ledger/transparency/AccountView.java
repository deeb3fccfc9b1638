package org.concord.ledger.transparency;

import org.jspecify.annotations.Nullable;

/**
 * An account with its balance; amounts in cents or doses, by the unit.
 *
 * @param account the account's name in records
 * @param counterparty who is across, where the account is kept partner by partner
 * @param balance net on the normal side
 * @param floor the least that it may hold; absent when it has none
 */
public record AccountView(
        String account,
        String unit,
        String holder,
        @Nullable String fund,
        String basis,
        @Nullable Integer appropriationYear,
        String purpose,
        @Nullable String counterparty,
        String normalSide,
        long debits,
        long credits,
        long balance,
        @Nullable Long floor) {}
