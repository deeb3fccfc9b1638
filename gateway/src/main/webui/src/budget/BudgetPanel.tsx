import { get } from '../lib/api';
import { money, whole } from '../lib/format';
import type { BudgetView } from '../lib/model';
import { useLoad } from '../lib/useLoad';
import { Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';

interface Props {
  book: string;
  member: string;
  fund: string;
  year: number;
}

/** One appropriation: what was granted, and where each cent of it stands. */
export function BudgetPanel({ book, member, fund, year }: Props) {
  const path = `/api/v1/books/${book}/budgets/${member}?fund=${encodeURIComponent(fund)}&year=${year}`;
  const budget = useLoad(path, (signal) => get<BudgetView>(path, signal));
  const title = `Budget of ${member}, fund ${fund}, ${year}`;
  return (
    <section>
      <h2>{title}</h2>
      <ProblemAlert error={budget.error} />
      {budget.loading && <Waiting what="the budget" />}
      {budget.value && (
        <>
          <div className="concord-scroll" role="region" aria-label={title} tabIndex={0}>
            <table className="usa-table usa-table--borderless usa-table--compact">
              <tbody>
                <Row name="Available" cents={budget.value.availableCents} />
                <Row name="Not yet allotted" cents={budget.value.unallottedCents} />
                <Row name="Pre-encumbered (requisitions)" cents={budget.value.preEncumberedCents} />
                <Row name="Encumbered (orders)" cents={budget.value.encumberedCents} />
                <Row name="Spent, not yet paid" cents={budget.value.expendedUnpaidCents} />
                <Row name="Spent and paid" cents={budget.value.expendedPaidCents} />
                <Row name="Lapsed" cents={budget.value.lapsedCents} />
              </tbody>
              <tfoot>
                <Row name="Authority" cents={budget.value.authorityCents} />
              </tfoot>
            </table>
          </div>
          <p className="concord-hint">As of record {whole(budget.value.asOfSeq)} of the book.</p>
        </>
      )}
    </section>
  );
}

function Row({ name, cents }: { name: string; cents: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="concord-number">{money(cents)}</td>
    </tr>
  );
}
