import { useEffect, useRef } from 'react';
import { BudgetPanel } from '../budget/BudgetPanel';
import { list } from '../lib/api';
import type { OrderView } from '../lib/model';
import { useLoad } from '../lib/useLoad';
import { PageHeading, Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';
import { useSession } from '../session/SessionContext';
import { OrderCard } from './OrderCard';

const NONE: OrderView[] = [];

/** The acting member's orders, and beside each what it does to the budget it is charged to. */
export function Orders() {
  const { member } = useSession();
  const orders = useLoad(member, (signal) => list<OrderView>(`/api/v1/orders?member=${member}`, signal));
  useNews(orders.value?.items ?? NONE, orders.reload);
  const budgets = new Map(
    (orders.value?.items ?? []).map((order) => [`${order.agreementId} ${order.fund} ${order.appropriationYear}`, order]),
  );
  return (
    <>
      <PageHeading title={`Orders of ${member ?? 'my member'}`} />
      <ProblemAlert error={orders.error} />
      {orders.loading && member && <Waiting what="orders" />}
      {!member && <p>You act for no member, so there are no orders of yours.</p>}
      {orders.value?.items.length === 0 && (
        <p>{member} has no order yet. Its buyer places one once the award is made.</p>
      )}
      {orders.value?.items.map((order) => (
        <OrderCard key={order.id} order={order} onChanged={orders.reload} />
      ))}
      {[...budgets.entries()].map(([key, order]) => (
        <BudgetPanel
          // A confirmed order changes the budget, so its version is part of what is loaded.
          key={`${key} ${orders.value!.items.map((one) => one.state).join()}`}
          book={order.agreementId}
          member={order.member}
          fund={order.fund}
          year={order.appropriationYear}
        />
      ))}
    </>
  );
}

/** These states end by an event from the ledger, usually within a second. */
const ON_THEIR_WAY = ['REQUISITIONED', 'APPROVED'];
const LOOK_AGAIN_MS = 1500;
const LOOKS = 20;

/** Looks again while an order is on its way through the ledger, and gives up after half a minute. */
function useNews(orders: OrderView[], reload: () => void): void {
  const waiting = orders.filter((order) => ON_THEIR_WAY.includes(order.state)).map((order) => order.id + order.state);
  const key = waiting.join();
  const looks = useRef({ key: '', left: 0 });
  useEffect(() => {
    if (!key) return;
    if (looks.current.key !== key) looks.current = { key, left: LOOKS };
    if (looks.current.left-- <= 0) return;
    const timer = setTimeout(reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
    // Each answer is a new array, so each starts the next wait.
  }, [orders, key, reload]);
}
