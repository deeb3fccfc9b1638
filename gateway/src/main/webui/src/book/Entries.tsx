import { Fragment, useCallback, useEffect, useId, useState } from 'react';
import { list } from '../lib/api';
import { day, doses, moment, money, words } from '../lib/format';
import type { EntryView, LineView } from '../lib/model';
import { Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';

const PAGE = 50;

/** The entries in their order, page after page; each opens to its lines. */
export function Entries({ book, holder }: { book: string; holder: string }) {
  const [entries, setEntries] = useState<EntryView[]>([]);
  const [next, setNext] = useState<string | null>();
  const [error, setError] = useState<unknown>();
  const [loading, setLoading] = useState(true);

  const load = useCallback(
    async (cursor: string | undefined, signal?: AbortSignal) => {
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (holder) query.set('holder', holder);
      if (cursor) query.set('cursor', cursor);
      setLoading(true);
      try {
        const page = await list<EntryView>(`/api/v1/books/${book}/entries?${query}`, signal);
        setEntries((before) => (cursor ? [...before, ...page.items] : page.items));
        setNext(page.next ?? null);
        setError(undefined);
      } catch (failure) {
        if (!signal?.aborted) setError(failure);
      } finally {
        if (!signal?.aborted) setLoading(false);
      }
    },
    [book, holder],
  );

  useEffect(() => {
    const abort = new AbortController();
    void load(undefined, abort.signal);
    return () => abort.abort();
  }, [load]);

  return (
    <section>
      <h2>Entries</h2>
      <ProblemAlert error={error} />
      {!loading && !error && entries.length === 0 && <p>There is no entry yet.</p>}
      {entries.length > 0 && (
        <div className="concord-scroll" role="region" aria-label="Entries" tabIndex={0}>
          <table className="usa-table usa-table--borderless usa-table--compact">
            <thead>
              <tr>
                <th scope="col" className="concord-number">
                  No.
                </th>
                <th scope="col">Business event</th>
                <th scope="col">Holders</th>
                <th scope="col">Effective on</th>
                <th scope="col">Recorded</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <EntryRow key={entry.seq} entry={entry} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {loading && <Waiting what="entries" />}
      {next && (
        <button type="button" className="usa-button usa-button--outline" disabled={loading} onClick={() => void load(next)}>
          More entries
        </button>
      )}
    </section>
  );
}

function EntryRow({ entry }: { entry: EntryView }) {
  const [open, setOpen] = useState(false);
  const lines = useId();
  const holders = [...new Set(entry.lines.map((line) => line.holder))].sort();
  return (
    <Fragment>
      <tr>
        <td className="concord-number">{entry.seq}</td>
        <th scope="row">
          <button
            type="button"
            className="concord-expand"
            aria-expanded={open}
            aria-controls={open ? lines : undefined}
            onClick={() => setOpen(!open)}
          >
            {words(entry.rule)}
            <span className="usa-sr-only">, entry {entry.seq}: lines</span>
          </button>
        </th>
        <td>{holders.length > 4 ? `${holders.slice(0, 3).join(', ')} and ${holders.length - 3} more` : holders.join(', ')}</td>
        <td>{day(entry.effectiveOn)}</td>
        <td>{moment(entry.recordedAt)}</td>
      </tr>
      {open && (
        <tr className="concord-lines" id={lines}>
          <td colSpan={5}>
            <Lines lines={entry.lines} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function Lines({ lines }: { lines: LineView[] }) {
  return (
    <table className="usa-table usa-table--borderless usa-table--compact">
      <caption className="usa-sr-only">Lines of the entry</caption>
      <thead>
        <tr>
          <th scope="col">Holder</th>
          <th scope="col">Account</th>
          <th scope="col">Fund, year</th>
          <th scope="col" className="concord-number">
            Debit
          </th>
          <th scope="col" className="concord-number">
            Credit
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <th scope="row">{line.holder}</th>
            <td>
              {words(line.purpose)}
              {line.part ? ` (${line.part.toLowerCase()})` : ''}
            </td>
            <td>{[line.fund, line.appropriationYear].filter(Boolean).join(', ') || '–'}</td>
            <td className="concord-number">{line.side === 'DEBIT' ? amount(line) : ''}</td>
            <td className="concord-number">{line.side === 'CREDIT' ? amount(line) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Cents are money; every other unit counts doses. */
function amount(line: LineView): string {
  return line.unit === 'USD' ? money(line.amount) : `${doses(line.amount)} doses`;
}
