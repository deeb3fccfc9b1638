import { useEffect } from 'react';
import { list } from '../lib/api';
import { money } from '../lib/format';
import type { BudgetView } from '../lib/model';
import { useLoad } from '../lib/useLoad';
import { Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';

interface Props {
  book: string;
  holder: string;
  own: string | undefined;
  onHolders: (holders: string[]) => void;
}

/** Each member's appropriations as the book has them: one row for each fund and year. */
export function BudgetsByMember({ book, holder, own, onHolders }: Props) {
  const budgets = useLoad(book, (signal) => list<BudgetView>(`/api/v1/books/${book}/budgets`, signal));
  const all = budgets.value?.items ?? [];
  const joined = [...new Set(all.map((budget) => budget.member))].sort().join();
  useEffect(() => onHolders(joined ? joined.split(',') : []), [joined, onHolders]);
  const shown = all.filter((budget) => !holder || budget.member === holder);

  return (
    <section>
      <h2>Budget by member</h2>
      <ProblemAlert error={budgets.error} />
      {budgets.loading && <Waiting what="budgets" />}
      {budgets.value && shown.length === 0 && <p>No appropriation has been recorded{holder ? ` for ${holder}` : ''}.</p>}
      {shown.length > 0 && (
        <div className="concord-scroll" role="region" aria-label="Budget by member" tabIndex={0}>
          <table className="usa-table usa-table--borderless usa-table--compact">
            <thead>
              <tr>
                <th scope="col">Member</th>
                <th scope="col">Fund, year</th>
                <th scope="col" className="concord-number">
                  Authority
                </th>
                <th scope="col" className="concord-number">
                  Available
                </th>
                <th scope="col" className="concord-number">
                  Pre-encumbered
                </th>
                <th scope="col" className="concord-number">
                  Encumbered
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((budget) => (
                <tr
                  key={`${budget.member} ${budget.fund} ${budget.appropriationYear}`}
                  className={budget.member === own ? 'concord-own' : undefined}
                >
                  <th scope="row">{budget.member}</th>
                  <td>
                    {budget.fund}, {budget.appropriationYear}
                  </td>
                  <td className="concord-number">{money(budget.authorityCents)}</td>
                  <td className="concord-number">{money(budget.availableCents)}</td>
                  <td className="concord-number">{money(budget.preEncumberedCents)}</td>
                  <td className="concord-number">{money(budget.encumberedCents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
