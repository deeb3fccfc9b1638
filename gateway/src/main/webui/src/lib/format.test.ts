import { describe, expect, it } from 'vitest';
import { day, doses, money, words } from './format';

describe('money', () => {
  it('groups thousands and keeps every cent', () => {
    expect(money(346536853)).toBe('$3,465,368.53');
    expect(money(1215132800)).toBe('$12,151,328.00');
  });
  it('pads small amounts', () => {
    expect(money(0)).toBe('$0.00');
    expect(money(5)).toBe('$0.05');
    expect(money(100)).toBe('$1.00');
  });
  it('marks a negative amount with a minus sign', () => expect(money(-123456)).toBe('−$1,234.56'));
  it('is exact at the largest amount the system holds', () =>
    expect(money(Number.MAX_SAFE_INTEGER)).toBe('$90,071,992,547,409.91'));
  it('refuses what is not exact', () => {
    expect(() => money(0.5)).toThrow(RangeError);
    expect(() => money(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
  });
  it('shows a dash for what is not known', () => expect(money(undefined)).toBe('–'));
});

describe('doses', () => {
  it('groups thousands', () => expect(doses(542470)).toBe('542,470'));
});

describe('day', () => {
  it('does not move a legal date by a zone', () => expect(day('2026-11-22')).toBe('Nov 22, 2026'));
});

describe('words', () => {
  it('reads a constant as a sentence', () => expect(words('QUORUM_NOT_REACHED')).toBe('Quorum not reached'));
  it('reads an event as a sentence', () => expect(words('OrderPosted')).toBe('Order posted'));
  it('knows the formulas by name', () => expect(words('PER_CAPITA')).toBe('By population'));
});
