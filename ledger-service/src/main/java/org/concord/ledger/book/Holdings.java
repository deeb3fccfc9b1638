package org.concord.ledger.book;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a posting rule may ask of a book while it decides. */
public interface Holdings {

    /** The account, where it has been opened. */
    Optional<Account> account(AccountKey key);

    /** One part of an order. */
    Optional<Encumbrance> encumbrance(UUID order, Part part);

    /** Everything that the orders of a holder under an award have bound so far, settled parts included. */
    List<Encumbrance> encumbrances(UUID award, String holder);
}
