import { useEffect } from 'react';
import { get, type Page } from '../lib/api';
import { money } from '../lib/format';
import type { AccountView } from '../lib/model';
import { useLoad } from '../lib/useLoad';
import { Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';

interface Props {
  book: string;
  holder: string;
  own: string | undefined;
  onHolders: (holders: string[]) => void;
}

const COLUMNS: [string, string][] = [
  ['AUTHORITY', 'Authority'],
  ['AVAILABLE', 'Available'],
  ['PRE_ENCUMBERED', 'Pre-encumbered'],
  ['ENCUMBERED', 'Encumbered'],
];

/** Each member's appropriations as the book has them: one row for each fund and year. */
export function BudgetsByMember({ book, holder, own, onHolders }: Props) {
  const accounts = useLoad(book, async (signal) => {
    const path = `/api/v1/books/${book}/accounts?basis=BUDGET&limit=500`;
    const found = await get<Page<AccountView> | AccountView[]>(path, signal);
    return Array.isArray(found) ? found : found.items;
  });

  const rows = new Map<string, { holder: string; fund: string; year: string; cents: Map<string, number> }>();
  for (const account of accounts.value ?? []) {
    const key = `${account.holder} ${account.fund} ${account.appropriationYear}`;
    const row = rows.get(key) ?? {
      holder: account.holder,
      fund: account.fund ?? '–',
      year: String(account.appropriationYear ?? '–'),
      cents: new Map<string, number>(),
    };
    row.cents.set(account.purpose, account.balance);
    rows.set(key, row);
  }
  const holders = [...new Set([...rows.values()].map((row) => row.holder))].sort();
  const joined = holders.join();
  useEffect(() => onHolders(joined ? joined.split(',') : []), [joined, onHolders]);

  const shown = [...rows.entries()]
    .filter(([, row]) => !holder || row.holder === holder)
    .sort(([one], [other]) => (one < other ? -1 : 1));

  return (
    <section aria-labelledby="budgets">
      <h2 id="budgets">Budget by member</h2>
      <ProblemAlert error={accounts.error} />
      {accounts.loading && <Waiting what="budgets" />}
      {accounts.value && shown.length === 0 && <p>No appropriation has been recorded{holder ? ` for ${holder}` : ''}.</p>}
      {shown.length > 0 && (
        <div className="concord-scroll" role="region" aria-label="Budget by member" tabIndex={0}>
          <table className="usa-table usa-table--borderless usa-table--compact">
            <thead>
              <tr>
                <th scope="col">Member</th>
                <th scope="col">Fund, year</th>
                {COLUMNS.map(([purpose, label]) => (
                  <th key={purpose} scope="col" className="concord-number">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(([key, row]) => (
                <tr key={key} className={row.holder === own ? 'concord-own' : undefined}>
                  <th scope="row">{row.holder}</th>
                  <td>
                    {row.fund}, {row.year}
                  </td>
                  {COLUMNS.map(([purpose]) => (
                    <td key={purpose} className="concord-number">
                      {money(row.cents.get(purpose) ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
