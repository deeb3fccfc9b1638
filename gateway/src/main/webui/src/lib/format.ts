/**
 * The one place where money, goods, dates and names are put into words. Amounts arrive as whole
 * cents and whole doses and stay whole: they are grouped as text, never divided as numbers.
 */

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** 346536853 → "$3,465,368.53". */
export function money(cents: number | undefined | null): string {
  if (cents === undefined || cents === null) return '–';
  const digits = exact(cents).toString().replace('-', '').padStart(3, '0');
  const dollars = digits.slice(0, -2).replace(GROUPS, ',');
  return `${cents < 0 ? '−' : ''}$${dollars}.${digits.slice(-2)}`;
}

/** 542470 → "542,470". */
export function doses(count: number | undefined | null): string {
  return whole(count);
}

/** Any whole number, grouped. */
export function whole(count: number | undefined | null): string {
  if (count === undefined || count === null) return '–';
  const digits = exact(count).toString().replace('-', '').replace(GROUPS, ',');
  return (count < 0 ? '−' : '') + digits;
}

/** A date of the law: no time, no zone. "2026-11-22" → "Nov 22, 2026". */
export function day(iso: string | undefined | null): string {
  if (!iso) return '–';
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number);
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.UTC(year!, month! - 1, date!),
  );
}

/** A moment, in the reader's own zone, which is named. */
export function moment(iso: string | undefined | null): string {
  if (!iso) return '–';
  return new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(iso));
}

/** HALF_POPULATION_HALF_VOLUME → "Half population, half volume"; OrderPosted → "Order posted". */
export function words(name: string | undefined | null): string {
  if (!name) return '–';
  const known = WORDS[name];
  if (known) return known;
  const spaced = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const WORDS: Record<string, string> = {
  HALF_POPULATION_HALF_VOLUME: 'Half by population, half by volume',
  PER_CAPITA: 'By population',
  BY_VOLUME: 'By volume',
  EQUAL: 'In equal shares',
  ALL_UNITS: 'One price for all units',
  INCREMENTAL: 'Price by step',
  COLLECTING_DEMAND: 'Collecting demand',
  IN_BALLOT: 'In ballot',
  CONCUR_IN_AWARD: 'Concur in the award',
  PRE_ENCUMBERED: 'Pre-encumbered',
  SEND_BACK: 'Send back',
  SENT_BACK: 'Sent back',
};

/** Refuses what JavaScript cannot hold exactly; the services never send it. */
function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole, exact amount: ${value}`);
  return value;
}
