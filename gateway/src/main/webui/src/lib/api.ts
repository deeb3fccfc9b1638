/** One way to talk to the gateway: the session travels in its cookie, refusals arrive as Problems. */

/** A refusal in the service's own words (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly type: string,
    readonly title: string,
    readonly status: number,
    readonly detail: string | undefined,
    readonly errors: { message: string; pointer?: string; row?: number; column?: string }[],
    readonly traceId: string | undefined,
  ) {
    super(title);
  }

  is(slug: string): boolean {
    return this.type.endsWith(`:${slug}`);
  }
}

export interface Page<T> {
  items: T[];
  next?: string | null;
}

let actingMember: string | undefined;

/** The member acted for goes along explicitly with every request. */
export function actFor(member: string | undefined): void {
  actingMember = member;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await fetch(path, { headers: headers(), signal: signal ?? null, credentials: 'same-origin' }));
}

/** The key belongs to the act, not to the attempt: pass the same one when trying again. */
export async function post<T>(path: string, body: unknown, idempotencyKey: string): Promise<T> {
  return answer<T>(
    await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        ...headers(),
        'Content-Type': 'application/json',
        'Concord-CSRF': '1',
        'Idempotency-Key': idempotencyKey,
      },
      body: JSON.stringify(body),
    }),
  );
}

/** A list, whether it comes as a page or bare. */
export async function list<T>(path: string, signal?: AbortSignal): Promise<Page<T>> {
  const found = await get<Page<T> | T[]>(path, signal);
  return Array.isArray(found) ? { items: found } : found;
}

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headers(): Record<string, string> {
  const common = { Accept: 'application/json' };
  return actingMember ? { ...common, 'Concord-Member': actingMember } : common;
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  let body: Partial<Problem> = {};
  try {
    body = (await response.json()) as Partial<Problem>;
  } catch {
    // Not a problem body; the status says the rest.
  }
  throw new Problem(
    body.type ?? 'about:blank',
    body.title ?? 'The request failed',
    response.status,
    body.detail ?? `The answer was ${response.status} ${response.statusText}`.trim() + '.',
    body.errors ?? [],
    body.traceId,
  );
}
