import { Children, isValidElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Roll } from './BallotPanel';

const TWO_SEATS = [
  { seat: 'MD-1', member: 'MD', voted: true, choice: 'YES' },
  { seat: 'MD-2', member: 'MD', voted: true, choice: 'NO', reasons: 'Too early' },
  { seat: 'WA-1', member: 'WA', voted: false, recusedFor: 'Its own case' },
  { seat: 'WA-2', member: 'WA', voted: false },
];

describe('a roll', () => {
  it('has a row of its own for each seat of a member', () => {
    const html = renderToStaticMarkup(<Roll roll={TWO_SEATS} member="MD" />);

    expect(headings(html)).toEqual(['MD-1', 'MD-2', 'WA-1', 'WA-2']);
    expect(html.match(/concord-own/g)).toHaveLength(2);
  });

  it('tells its rows apart by seat, so that none takes the place of another', () => {
    const keys = keysOf(Roll({ roll: TWO_SEATS, member: 'MD' }));

    expect(keys).toEqual(['MD-1', 'MD-2', 'WA-1', 'WA-2']);
  });

  it('says how each seat voted, or why it takes no part', () => {
    const html = renderToStaticMarkup(<Roll roll={TWO_SEATS} member={undefined} />);

    expect(html).toContain('Too early');
    expect(html).toContain('Takes no part');
    expect(html).toContain('Its own case');
    expect(html).toContain('Has not voted');
  });
});

function headings(html: string): string[] {
  return [...html.matchAll(/<th scope="row">([^<]*)<\/th>/g)].map((match) => match[1] ?? '');
}

/** The keys of the table's rows, as they were given. */
function keysOf(node: ReactNode): string[] {
  if (Array.isArray(node)) {
    return node.flatMap(keysOf);
  }
  if (!isValidElement<{ children?: ReactNode; scope?: string }>(node)) {
    return [];
  }
  if (node.type === 'tr' && node.key !== null) {
    return [node.key];
  }
  const children = node.props.children;
  return Array.isArray(children) ? children.flatMap(keysOf) : Children.count(children) === 1 ? keysOf(children) : [];
}
