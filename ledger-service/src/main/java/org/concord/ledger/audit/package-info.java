/**
 * What an auditor takes away: the bundle of a whole book, made in the background from a signed checkpoint, and downloaded
 * in as many pieces as the line needs. It is checked offline by ledger-verifier, which needs nobody's goodwill.
 *
 * <p>The tour: {@link org.concord.ledger.audit.ExportResource} takes the request in and hands the file out;
 * {@link org.concord.ledger.audit.Exports} keeps the jobs; {@link org.concord.ledger.audit.ExportWorker} makes the files.
 */
@NullMarked
package org.concord.ledger.audit;

import org.jspecify.annotations.NullMarked;
