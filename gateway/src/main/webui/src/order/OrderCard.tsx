import { useId, useState, type FormEvent } from 'react';
import { newKey, post } from '../lib/api';
import { doses, money, moment, words } from '../lib/format';
import type { OrderView } from '../lib/model';
import { Facts } from '../layout/Facts';
import { ProblemAlert } from '../layout/ProblemAlert';

const STATE_SAYS: Record<string, string> = {
  REQUISITIONED: 'The ledger is reserving the budget.',
  PRE_ENCUMBERED: 'The budget is reserved. The buyer submits the order under the state’s purchase order number.',
  SUBMITTED: 'Waits for another official of this member to approve.',
  APPROVED: 'The ledger is posting the order.',
  CONFIRMED: 'Posted in the ledger; the budget is encumbered.',
  REFUSED: 'Refused; nothing of it is in the books.',
};

export function OrderCard({ order, onChanged }: { order: OrderView; onChanged: () => void }) {
  const heading = useId();
  return (
    <article className="concord-card" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>
          {doses(order.doses)} doses{order.purchaseOrderNumber ? `, ${order.purchaseOrderNumber}` : ''}
        </h2>
        <span className="usa-tag concord-state">{words(order.state)}</span>
      </header>
      <p>{STATE_SAYS[order.state]}</p>
      {order.refusal && (
        <div className="usa-alert usa-alert--warning">
          <div className="usa-alert__body">
            <h3 className="usa-alert__heading">{words(order.refusal.reason)}</h3>
            <p className="usa-alert__text">
              {order.refusal.detail}
              {order.refusal.shortCents ? ` Short by ${money(order.refusal.shortCents)}.` : ''}
            </p>
          </div>
        </div>
      )}
      <Facts
        facts={[
          ['Fund and year', `${order.fund}, ${order.appropriationYear}`],
          ['Requested by', order.requestedBy],
          ['Requested', moment(order.submittedAt)],
          ...(order.approvedBy ? ([['Approved by', order.approvedBy]] as [string, string][]) : []),
          ...(order.confirmedAt ? ([['Confirmed', moment(order.confirmedAt)]] as [string, string][]) : []),
        ]}
      />
      {order.preEncumberedCents != null && <Amounts order={order} />}
      <Actions order={order} onChanged={onChanged} />
    </article>
  );
}

function Amounts({ order }: { order: OrderView }) {
  const rows: [string, number | null | undefined][] = [
    ['Goods', order.goodsCents],
    ['Operations fee', order.operationsFeeCents],
    ['Capital fee', order.capitalFeeCents],
    ['Shared cost', order.sharedCents],
  ];
  const posted = order.totalCents !== undefined && order.totalCents !== null;
  return (
    <table className="usa-table usa-table--borderless usa-table--compact">
      <caption>Amounts, as the ledger set them</caption>
      <tbody>
        <tr>
          <th scope="row">Reserved by the requisition</th>
          <td className="concord-number">{money(order.preEncumberedCents)}</td>
        </tr>
        {posted &&
          rows.map(([name, cents]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="concord-number">{money(cents)}</td>
            </tr>
          ))}
      </tbody>
      {posted && (
        <tfoot>
          <tr>
            <th scope="row">Total of the order</th>
            <td className="concord-number">{money(order.totalCents)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Only what the service says this person may do now; it decides again when asked. */
function Actions({ order, onChanged }: { order: OrderView; onChanged: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // One key for one act: pressing again after a lost answer does not do it twice.
  const [key, setKey] = useState(newKey);
  const number = useId();

  async function act(path: string, body: unknown) {
    setBusy(true);
    setError(undefined);
    try {
      await post(`/api/v1/orders/${order.id}/${path}`, body, key);
      setKey(newKey());
      onChanged();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void act('submissions', { purchaseOrderNumber: String(form.get('purchaseOrderNumber')).trim() });
  }

  return (
    <>
      <ProblemAlert error={error} />
      {order.allowedActions.includes('submit') && (
        <form className="concord-action" onSubmit={submit}>
          <label className="usa-label" htmlFor={number}>
            Purchase order number of your state
          </label>
          <input className="usa-input" id={number} name="purchaseOrderNumber" required maxLength={64} autoComplete="off" />
          <button className="usa-button" type="submit" disabled={busy}>
            Submit order
          </button>
        </form>
      )}
      {order.allowedActions.includes('approve') && (
        <button className="usa-button" type="button" disabled={busy} onClick={() => void act('approvals', {})}>
          Approve order
        </button>
      )}
      {busy && (
        <p role="status" className="concord-hint">
          Working …
        </p>
      )}
    </>
  );
}
