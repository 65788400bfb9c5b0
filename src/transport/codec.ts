/** How an endpoint is spoken to, and how its answers are understood. */
import {
  decodeAnswer,
  decodeStatus,
  type Answer,
  type AttemptKey,
  type AttemptRequest,
  type Status,
} from '../core/contract.ts';
import type {Tokens} from './csrf.ts';

/** A request as it goes out. */
export interface Written {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A body as it came, decoded, with the answer's HTTP status. */
export interface Heard {
  readonly status: number;
  readonly text: string;
}

/** See the file's head. What it can't understand it leaves to the transport, as `undefined`. */
export interface Dialect {
  /** The charset of answers that name none. */
  readonly charset: string | undefined;
  readonly write: (key: AttemptKey, request: AttemptRequest, tokens: Tokens) => Written;
  readonly readAnswer: (heard: Heard) => Answer | undefined;
  readonly readStatus: (heard: Heard) => Status | undefined;
  /** What an answer that can't be understood says in words of its own, as plain text. */
  readonly readRemark?: (heard: Heard) => string | undefined;
}

/** The contract's own: JSON, and decided by its `code`. */
export const CONTRACT: Dialect = {
  charset: undefined,
  write: (key, request, {headers}) => ({
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`, ...headers},
    body: json(request),
  }),
  readAnswer: ({status, text}) => decodeAnswer(status, parsed(text)),
  readStatus: ({text}) => decodeStatus(parsed(text)),
};

/** As JSON, whatever `toJSON` the page's scripts have given to every object. */
export function json(fields: object): string {
  return JSON.stringify(Object.assign(Object.create(null), fields));
}

/** What a JSON text holds, or `undefined` where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
