/** Log entries for requests, with every secret and all personal data redacted. */

/** The name of the party that sent a request. */
export type HttpClientName = 'page' | 'site' | 'app' | 'identity-service';

/** One request and its response. */
export interface RequestLogEntry {
  readonly client: HttpClientName;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The relevant request headers, as `name: value`. */
  readonly headers: readonly string[];
  readonly requestBody: string;
  /** The response's status, 0 after a network error, or `undefined` before the response arrives. */
  readonly status: number | undefined;
  /** The response's `code` or, without one, its content type. */
  readonly outcome: string;
  readonly responseBody: string;
}

/** Replaces every redacted value. */
const REDACTED = '••••••';

/** The JSON fields that are always redacted, at any depth. */
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

/**
 * Creates the entry for a request, and for its response if it has arrived.
 *
 * @param request a clone, because the function reads its body
 * @param response a clone, because the function reads its body
 */
export async function createLogEntry(
  client: HttpClientName,
  request: Request,
  response: Response | undefined,
): Promise<RequestLogEntry> {
  const {pathname, search} = new URL(request.url);
  const hasBody = response !== undefined && response.type !== 'error';
  const responseText = hasBody ? await response.text() : '';
  const {code} = (parseObject(responseText) ?? {}) as {readonly code?: unknown};
  return {
    client,
    method: request.method,
    path: shortenIds(decodeURIComponent(pathname + search)),
    headers: [
      ...(request.headers.has('Authorization') ? [`Authorization: Bearer ${REDACTED}`] : []),
      ...SHOWN_HEADERS.flatMap(
        (name) => request.headers.get(name)?.replace(/^/, `${name}: `) ?? [],
      ),
    ].map(shortenIds),
    // In a request `code` holds the mOTP code; in a response it holds the outcome.
    requestBody: redactBody(await request.text(), new Set([...REDACTED_FIELDS, 'code'])),
    status: response?.type === 'error' ? 0 : response?.status,
    outcome: typeof code === 'string' ? code : (response?.headers.get('Content-Type') ?? ''),
    responseBody: redactBody(responseText, REDACTED_FIELDS),
  };
}

/** Redacts a JSON body. For any other body it returns only the length, since it may hold anything. */
function redactBody(text: string, redacted: ReadonlySet<string>): string {
  if (text === '') return '';
  const body = parseObject(text);
  if (body === undefined) return `(${text.length})`;
  return JSON.stringify(
    body,
    (name, value: unknown) =>
      redacted.has(name) ? REDACTED : typeof value === 'string' ? shortenIds(value) : value,
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

/** Shortens keys and IDs to their first six characters. */
function shortenIds(text: string): string {
  return text.replace(/[\w-]{20,}/g, (id) => `${id.slice(0, 6)}…`);
}
