/** Plain SQL without its ceremony: the ledger's statements are set-based, so no object mapping stands between. */
@NullMarked
package org.concord.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
