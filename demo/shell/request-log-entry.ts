/** What went to and fro, fit to be shown: every secret and every personal detail is hidden. */

/** Who asked. */
export type Sender = 'page' | 'site' | 'app' | 'identity-service';

/** One request and its answer. */
export interface Exchange {
  readonly from: Sender;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The headers that matter here, as lines. */
  readonly headers: readonly string[];
  readonly sent: string;
  /** The status, 0 where the line broke, or `undefined` as long as nothing came. */
  readonly status: number | undefined;
  /** The answer's `code`, or what else came. */
  readonly outcome: string;
  readonly answered: string;
}

/** What stands in the place of what is hidden. */
const HIDDEN = '••••••';

/** Fields that are never shown, in whatever they stand. */
const PRIVATE: ReadonlySet<string> = new Set([
  'ticket',
  'secret',
  'device',
  'name',
  'phone',
  'registered',
  'expected',
]);

const HEADERS = ['Content-Type', 'Idempotency-Key', 'Idempotency-Replayed', 'Retry-After'];

/** Reads both, which are copies, to their end; without a response nothing came yet. */
export async function exchangeOf(
  from: Sender,
  request: Request,
  response: Response | undefined,
): Promise<Exchange> {
  const {pathname, search} = new URL(request.url);
  const isAnswer = response !== undefined && response.type !== 'error';
  const answered = isAnswer ? await response.text() : '';
  const {code} = (objectIn(answered) ?? {}) as {readonly code?: unknown};
  return {
    from,
    method: request.method,
    path: shortened(decodeURIComponent(pathname + search)),
    headers: [
      ...(request.headers.has('Authorization') ? [`Authorization: Bearer ${HIDDEN}`] : []),
      ...HEADERS.flatMap((name) => request.headers.get(name)?.replace(/^/, `${name}: `) ?? []),
    ].map(shortened),
    // In a request `code` is the number; in an answer it is the outcome.
    sent: shown(await request.text(), new Set([...PRIVATE, 'code'])),
    status: response?.type === 'error' ? 0 : response?.status,
    outcome: typeof code === 'string' ? code : (response?.headers.get('Content-Type') ?? ''),
    answered: shown(answered, PRIVATE),
  };
}

/** A body without what is to be hidden. What is no JSON is only told of: it can hold anything. */
function shown(text: string, hidden: ReadonlySet<string>): string {
  if (text === '') return '';
  const body = objectIn(text);
  if (body === undefined) return `(${text.length})`;
  return JSON.stringify(
    body,
    (name, value: unknown) =>
      hidden.has(name) ? HIDDEN : typeof value === 'string' ? shortened(value) : value,
    2,
  );
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keys and ids are told apart by their beginning. */
function shortened(text: string): string {
  return text.replace(/[\w-]{20,}/g, (id) => `${id.slice(0, 6)}…`);
}
