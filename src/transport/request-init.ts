import type {EncodedRequest} from './codec.ts';
import {pageOrigin} from './page-origin.ts';

/** The fields of `RequestInit` that the widget does not set; `undefined` counts as missing. */
const HIDDEN_FIELDS: object = {
  duplex: undefined,
  integrity: undefined,
  keepalive: undefined,
  mode: undefined,
  priority: undefined,
  referrer: undefined,
  window: undefined,
};

/** Returns the options of a request: a GET unless there is a body. It never follows a redirect. */
export function requestInit(
  url: URL,
  {headers, body}: Partial<EncodedRequest>,
  credentials: RequestCredentials,
  signal: AbortSignal,
): RequestInit {
  // A plain object, since wrappers of `fetch` call its methods. `fetch` also reads inherited fields:
  // those that a page may have added are hidden by own ones.
  return {
    ...HIDDEN_FIELDS,
    method: body === undefined ? 'GET' : 'POST',
    body: body ?? null,
    headers: {
      ...headers,
      Accept: 'application/json, application/problem+json, */*;q=0.1',
      // With this header, interceptors refuse instead of showing a login page. For another origin it
      // would need a preflight request.
      ...(url.origin === pageOrigin(globalThis) && {'X-Requested-With': 'XMLHttpRequest'}),
    },
    credentials,
    // A redirect leads to a login page. A followed 307 would send the code and the token there
    // (docs/decisions/0015-redirects-are-not-followed.md).
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  };
}
