/** Who may do what in this service: one table, as data, tested for every cell and readable by auditors. */
@NullMarked
package org.concord.ledger.policy;

import org.jspecify.annotations.NullMarked;
