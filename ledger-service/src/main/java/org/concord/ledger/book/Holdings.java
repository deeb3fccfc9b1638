package org.concord.ledger.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a posting rule may ask of a book while it decides. */
public interface Holdings {

    /** The account, where it has been opened. */
    Optional<Account> account(AccountKey key);

    /** The account of that code, where it has been opened; null where none is, or no account can be called so. */
    @Nullable
    Account named(String code);

    /** One part of an order. */
    Optional<Encumbrance> encumbrance(UUID order, Part part);

    /** Everything that the orders of a holder under an award have bound so far, settled parts included. */
    List<Encumbrance> encumbrances(UUID award, String holder);

    /** The entry of that sequence number, where the record of that number is one. */
    Optional<Entry.Posted> entry(long seq);

    /** All periods, by their first day. */
    List<Period> periods();

    /**
     * Every account that has a line dated on that day or before, with the sums of those lines; by account code.
     */
    List<Balance> balancesThrough(LocalDate date);

    /** An account's sums up to a date. */
    record Balance(String account, long debits, long credits) {}
}
