import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { BudgetsByMember } from '../budget/BudgetsByMember';
import { list } from '../lib/api';
import { whole } from '../lib/format';
import type { BookView } from '../lib/model';
import { useLoad } from '../lib/useLoad';
import { PageHeading, Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';
import { useSession } from '../session/SessionContext';
import { Entries } from './Entries';

/** The book of an agreement. What is shown stands in the address, so that it can be sent to a colleague. */
export function Ledger() {
  const { member } = useSession();
  const [search, setSearch] = useSearchParams();
  const [holders, setHolders] = useState<string[]>([]);
  const books = useLoad(`books for ${member ?? '-'}`, (signal) => list<BookView>('/api/v1/books', signal));
  const items = books.value?.items ?? [];
  const book = items.find((one) => one.id === search.get('book')) ?? items.at(-1);
  const holder = search.get('holder') ?? '';

  function choose(name: string, value: string) {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      if (name === 'book') after.delete('holder');
      return after;
    });
  }

  return (
    <>
      <PageHeading title="Ledger" />
      <p className="usa-intro">
        One book for money and goods. Entries are never changed; a mistake is answered by a further entry.
      </p>
      <ProblemAlert error={books.error} />
      {books.loading && <Waiting what="books" />}
      {books.value && !book && <p>No book is open to you.</p>}
      {book && (
        <>
          <form className="concord-filter" onSubmit={(event) => event.preventDefault()}>
            <div>
              <label className="usa-label" htmlFor="book">
                Book
              </label>
              <select
                className="usa-select"
                id="book"
                value={book.id}
                onChange={(event) => choose('book', event.target.value)}
              >
                {items.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title} ({one.code})
                  </option>
                ))}
              </select>
            </div>
            <div>
              <label className="usa-label" htmlFor="holder">
                Holder
              </label>
              <select
                className="usa-select"
                id="holder"
                value={holder}
                onChange={(event) => choose('holder', event.target.value)}
              >
                <option value="">All holders</option>
                {[...new Set([...holders, ...(holder ? [holder] : [])])].sort().map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </div>
          </form>
          <p className="concord-hint">
            Led by {book.lead}; the last record has number {whole(book.headSeq)}.
          </p>
          <BudgetsByMember key={`budgets ${book.id}`} book={book.id} holder={holder} own={member} onHolders={setHolders} />
          <Entries key={`entries ${book.id} ${holder}`} book={book.id} holder={holder} />
        </>
      )}
    </>
  );
}
