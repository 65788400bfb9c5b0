/** How an endpoint is spoken to, and how its answers are understood. */
import {
  decodeAttemptResponse,
  decodeStatusResponse,
  type AttemptResponse,
  type IdempotencyKey,
  type AttemptRequest,
  type StatusResponse,
} from '../core/contract.ts';
import type {CsrfTokens} from './csrf.ts';

/** A request as it goes out. */
export interface EncodedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A body as it came, decoded, with the answer's HTTP status. */
export interface RawResponse {
  readonly status: number;
  readonly text: string;
}

/** See the file's head. What it can't understand it leaves to the transport, as `undefined`. */
export interface EndpointCodec {
  /** The charset of answers that name none. */
  readonly charset: string | undefined;
  readonly encode: (
    key: IdempotencyKey,
    request: AttemptRequest,
    tokens: CsrfTokens,
  ) => EncodedRequest;
  readonly decodeAttempt: (raw: RawResponse) => AttemptResponse | undefined;
  readonly decodeStatus: (raw: RawResponse) => StatusResponse | undefined;
  /** What an answer that can't be understood says in words of its own, as plain text. */
  readonly serverMessage?: (raw: RawResponse) => string | undefined;
}

/** The contract's own: JSON, and decided by its `code`. */
export const CONTRACT_CODEC: EndpointCodec = {
  charset: undefined,
  encode: (key, request, {headers}) => ({
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`, ...headers},
    body: stringifyOwnFields(request),
  }),
  decodeAttempt: ({status, text}) => decodeAttemptResponse(status, parseJson(text)),
  decodeStatus: ({text}) => decodeStatusResponse(parseJson(text)),
};

/** As JSON, whatever `toJSON` the page's scripts have given to every object. */
export function stringifyOwnFields(fields: object): string {
  return JSON.stringify(Object.assign(Object.create(null), fields));
}

/** What a JSON text holds, or `undefined` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
