package org.concord.yardstick;

import java.util.UUID;

/**
 * What the caller gets: the ledger's own answer.
 *
 * @param repeated whether the key was known already
 */
record Posted(long seq, UUID entryId, boolean repeated) {}
