/** What went to and fro, fit to be shown: every secret and every personal detail is hidden. */

/** Who asked. */
export type HttpClientName = 'page' | 'site' | 'app' | 'identity-service';

/** One request and its answer. */
export interface RequestLogEntry {
  readonly client: HttpClientName;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The headers that matter here, as lines. */
  readonly headers: readonly string[];
  readonly requestBody: string;
  /** The status, 0 where the line broke, or `undefined` as long as nothing came. */
  readonly status: number | undefined;
  /** The answer's `code`, or what else came. */
  readonly outcome: string;
  readonly responseBody: string;
}

/** What stands in the place of what is hidden. */
const REDACTED = '••••••';

/** Fields that are never shown, in whatever they stand. */
const REDACTED_FIELDS: ReadonlySet<string> = new Set([
  'ticket',
  'secret',
  'device',
  'name',
  'phone',
  'registered',
  'expected',
]);

const SHOWN_HEADERS = ['Content-Type', 'Idempotency-Key', 'Idempotency-Replayed', 'Retry-After'];

/** Reads both, which are copies, to their end; without a response nothing came yet. */
export async function createLogEntry(
  from: HttpClientName,
  request: Request,
  response: Response | undefined,
): Promise<RequestLogEntry> {
  const {pathname, search} = new URL(request.url);
  const isAnswer = response !== undefined && response.type !== 'error';
  const answered = isAnswer ? await response.text() : '';
  const {code} = (parseObject(answered) ?? {}) as {readonly code?: unknown};
  return {
    client: from,
    method: request.method,
    path: shortenIds(decodeURIComponent(pathname + search)),
    headers: [
      ...(request.headers.has('Authorization') ? [`Authorization: Bearer ${REDACTED}`] : []),
      ...SHOWN_HEADERS.flatMap(
        (name) => request.headers.get(name)?.replace(/^/, `${name}: `) ?? [],
      ),
    ].map(shortenIds),
    // In a request `code` is the number; in an answer it is the outcome.
    requestBody: redactBody(await request.text(), new Set([...REDACTED_FIELDS, 'code'])),
    status: response?.type === 'error' ? 0 : response?.status,
    outcome: typeof code === 'string' ? code : (response?.headers.get('Content-Type') ?? ''),
    responseBody: redactBody(answered, REDACTED_FIELDS),
  };
}

/** A body without what is to be hidden. What is no JSON is only told of: it can hold anything. */
function redactBody(text: string, hidden: ReadonlySet<string>): string {
  if (text === '') return '';
  const body = parseObject(text);
  if (body === undefined) return `(${text.length})`;
  return JSON.stringify(
    body,
    (name, value: unknown) =>
      hidden.has(name) ? REDACTED : typeof value === 'string' ? shortenIds(value) : value,
    2,
  );
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keys and ids are told apart by their beginning. */
function shortenIds(text: string): string {
  return text.replace(/[\w-]{20,}/g, (id) => `${id.slice(0, 6)}…`);
}
