package org.concord.ledger.budget;

import java.util.UUID;

/** Where in the book an entry stands. */
public record PostedView(long seq, UUID entryId) {}
