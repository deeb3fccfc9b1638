/**
 * One transaction per posting on the ledger's own tables: what the committing lane is measured against. The door is the
 * ledger's: the same path, body, key, token check and answer. It is no part of the product, and only as complete as a fair
 * comparison asks.
 */
@NullMarked
package org.concord.yardstick;

import org.jspecify.annotations.NullMarked;
