/**
 * How a book is read: at one moment, by strict questions, as JSON, CSV or Parquet, and never unseen.
 *
 * <p>The tour: {@link org.concord.ledger.reading.Query} reads what was asked and refuses what it does not know;
 * {@link org.concord.ledger.reading.Moments} finds the sequence that an answer is true at;
 * {@link org.concord.ledger.reading.Snapshots} runs questions on one snapshot with a bound;
 * {@link org.concord.ledger.reading.Sheet} is a list as a table, which {@link org.concord.ledger.reading.CsvSheet} and
 * {@link org.concord.ledger.reading.ParquetSheet} write; {@link org.concord.ledger.reading.ReadLog} notes who read what,
 * before it is handed out; {@link org.concord.ledger.reading.ListResource} answers with all of that.
 */
@NullMarked
package org.concord.ledger.reading;

import org.jspecify.annotations.NullMarked;
