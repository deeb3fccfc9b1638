import type { ReactNode } from 'react';

/** Names and values, side by side on a wide screen and one under the other on a small one. */
export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className="concord-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
