import {
  decodeAttemptResponse,
  decodeStatusResponse,
  type AttemptResponse,
  type IdempotencyKey,
  type AttemptRequest,
  type StatusResponse,
} from '../core/contract.ts';
import type {RawResponse} from '../core/endpoint-adapter.ts';
import {ownFields} from '../core/own-fields.ts';
import type {CsrfTokens} from './csrf.ts';
import {parseJson} from './parse-json.ts';

/** The headers and body of a request. */
export interface EncodedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Encodes requests and decodes responses. A decoder returns `undefined` if it can't decode. */
export interface EndpointCodec {
  /** The charset of responses that name none. */
  readonly charset: string | undefined;
  readonly encode: (
    key: IdempotencyKey,
    request: AttemptRequest,
    tokens: CsrfTokens,
  ) => EncodedRequest;
  readonly decodeAttempt: (raw: RawResponse) => AttemptResponse | undefined;
  readonly decodeStatus: (raw: RawResponse) => StatusResponse | undefined;
  /** Returns the server message of a response that can't be decoded, as plain text. */
  readonly serverMessage?: (raw: RawResponse) => string | undefined;
}

/** Encodes and decodes the endpoint contract, which is JSON (docs/endpoint-contract.md). */
export const CONTRACT_CODEC: EndpointCodec = {
  charset: undefined,
  encode: (key, request, {headers}) => ({
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`, ...headers},
    body: stringifyOwnFields(request),
  }),
  decodeAttempt: ({status, text}) => decodeAttemptResponse(status, parseJson(text)),
  decodeStatus: ({text}) => decodeStatusResponse(parseJson(text)),
};

/** Returns an object's own fields as JSON, even if a page has added `toJSON` to every object. */
export function stringifyOwnFields(fields: object): string {
  return JSON.stringify(ownFields(fields));
}
