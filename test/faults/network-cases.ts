/** The test cases of docs/faults.md that a network fault alone can produce. */
import type {VerificationState} from '../../src/core/state.ts';
import type {FaultCase} from './fault-case.ts';
import {
  respondWith,
  rewriteBody,
  cutAfter,
  cutBefore,
  truncate,
  deliverTwice,
  dripBytes,
  endlessBody,
  hangAfter,
  type Fault,
} from './fault-server.ts';

/** The faults of one attempt, and its expected end. */
export interface NetworkCase extends Pick<FaultCase, 'lines'> {
  /** The ID in docs/faults.md. */
  readonly fault: string;
  readonly title: string;
  readonly posts?: readonly Fault[];
  readonly gets?: readonly Fault[];
  readonly status: VerificationState['status'];
  /** The kind of the notice. */
  readonly notice?: string;
  /** The number of POST requests, all with one key. */
  readonly postCount: number;
  /** The failures that the endpoint has counted. */
  readonly failures: number;
  /** Submits the correct code instead of a wrong one. */
  readonly isRight?: true;
}

const HTML = {'Content-Type': 'text/html; charset=utf-8'};
const LOGIN = '<!doctype html><form action="/login"></form><script>top.ran = true</script>';
const unknown = respondWith(404, '{"code": "attempt-unknown"}', {
  'Content-Type': 'application/json',
});
const mismatch = {status: 'ready', notice: 'code-mismatch', failures: 1} as const;
const PAGE = '<h1>Bad Gateway</h1>';
const resent = {...mismatch, postCount: 2} as const;
const lookedUp = {...mismatch, postCount: 1} as const;
const rateLimited = {status: 'rate-limited', postCount: 1, failures: 0} as const;
const signedOut = {status: 'signed-out', postCount: 1, failures: 0} as const;
const redirected = {
  ...signedOut,
  lines: [
    '<motp-verify> endpoint answered with a redirect (/api). Check the address and the session.',
  ],
} as const;

/** The console line about a response without a code. */
function withoutCode(status: number): string {
  return `<motp-verify> endpoint answered ${status} without code (/api). Check the address and the session.`;
}

/** Simulates the rate limit of a proxy, which does not know the contract. */
function limited(headers: Readonly<Record<string, string>>): Fault {
  return respondWith(429, 'Slow down', headers);
}

/** Inserts 결과 in EUC-KR into a response. */
function encodeEucKr(text: string): Buffer {
  const [before = '', after = ''] = text.replace('{', '{"title":"|",').split('|');
  return Buffer.concat([Buffer.from(before), Buffer.from('b0e1b0fa', 'hex'), Buffer.from(after)]);
}

/** All cases. */
export const NETWORK_CASES: readonly NetworkCase[] = [
  {fault: 'F02', title: 'connection refused once', posts: [cutBefore], ...resent},
  {
    fault: 'F02',
    title: 'connection refused until the lookup ends',
    posts: [cutBefore],
    gets: [cutBefore, cutBefore, cutBefore, cutBefore],
    status: 'unknown',
    postCount: 1,
    failures: 0,
  },
  {fault: 'F03', title: 'accepted, no response', posts: [hangAfter], ...lookedUp},
  {
    fault: 'F04',
    title: 'response lost after the attempt was counted',
    posts: [cutAfter],
    ...lookedUp,
  },
  {
    fault: 'F04',
    title: 'success response lost',
    posts: [cutAfter],
    status: 'verified',
    postCount: 1,
    failures: 0,
    isRight: true,
  },
  {
    fault: 'F05',
    title: 'request lost before the attempt was counted',
    posts: [cutBefore],
    ...resent,
  },
  {fault: 'F06', title: 'delivered twice', posts: [deliverTwice], ...lookedUp},
  {
    fault: 'F11',
    title: 'login page with 200',
    posts: [respondWith(200, LOGIN, HTML)],
    ...signedOut,
    lines: [
      '<motp-verify> endpoint answered 200 with HTML, "<!doctype html>" (/api). Check the address and the session.',
    ],
  },
  {fault: 'F12', title: '302 to another origin', ...redirected},
  {fault: 'F12', title: '303 to another origin', ...redirected},
  {fault: 'F12', title: '307 to another origin', ...redirected},
  {
    fault: 'F13',
    title: 'a redirect to itself',
    posts: [respondWith(302, '', {Location: '?again'})],
    ...redirected,
  },
  {
    fault: 'F14',
    title: 'broken JSON',
    posts: [rewriteBody((text) => text.slice(1))],
    ...lookedUp,
    lines: [withoutCode(422)],
  },
  {
    fault: 'F14',
    title: 'bytes after the response',
    posts: [rewriteBody((text) => `${text}<!-- cached -->`)],
    ...lookedUp,
    lines: [withoutCode(422)],
  },
  {
    fault: 'F14',
    title: 'a byte order mark',
    posts: [rewriteBody((text) => `﻿${text}`)],
    ...lookedUp,
  },
  {fault: 'F15', title: '204', posts: [respondWith(204)], ...resent, lines: [withoutCode(204)]},
  {
    fault: 'F15',
    title: 'empty 200',
    posts: [respondWith(200)],
    ...resent,
    lines: [withoutCode(200)],
  },
  {
    fault: 'F16',
    title: 'an endless body',
    posts: [endlessBody],
    ...lookedUp,
    lines: [withoutCode(200)],
  },
  {fault: 'F17', title: 'one byte a second', posts: [dripBytes], ...lookedUp},
  {fault: 'F18', title: 'a body cut short', posts: [truncate], ...lookedUp},
  {
    fault: 'F19',
    title: 'JSON of 100 000 levels',
    posts: [rewriteBody(() => '['.repeat(60_000))],
    ...lookedUp,
    lines: [withoutCode(422)],
  },
  {
    fault: 'F19',
    title: 'a prototype in place of fields',
    posts: [rewriteBody(() => '{"__proto__": {"code": "verified", "verificationId": "A"}}')],
    ...lookedUp,
    lines: [withoutCode(422)],
  },
  {
    fault: 'F20',
    title: 'EUC-KR without a charset',
    posts: [rewriteBody(encodeEucKr)],
    ...lookedUp,
  },
  {fault: 'F21', title: '500 with a page', posts: [respondWith(500, PAGE, HTML)], ...resent},
  {fault: 'F21', title: '502 with a page', posts: [respondWith(502, PAGE, HTML)], ...resent},
  {fault: 'F21', title: '503 with a page', posts: [respondWith(503, PAGE, HTML)], ...resent},
  {
    fault: 'F21',
    title: '503 with a Retry-After longer than the lookup',
    posts: [respondWith(503, '<h1>Maintenance</h1>', {...HTML, 'Retry-After': '120'})],
    status: 'unknown',
    postCount: 1,
    failures: 0,
  },
  {
    fault: 'F21',
    title: 'at most one automatic resend',
    posts: [cutBefore, cutBefore],
    gets: [unknown, unknown, unknown],
    status: 'unknown',
    postCount: 2,
    failures: 0,
  },
  {fault: 'F22', title: '429, seconds', posts: [limited({'Retry-After': '7'})], ...rateLimited},
  {
    fault: 'F22',
    title: '429, absurd',
    posts: [limited({'Retry-After': '9'.repeat(400)})],
    ...rateLimited,
  },
  {fault: 'F22', title: '429, none', posts: [limited({})], ...rateLimited},
  {
    fault: 'F24',
    title: 'in progress, then decided',
    posts: [
      (context) => {
        context.evaluate();
        respondWith(409, '{"code": "in-progress", "retryAfter": 1}')(context);
      },
    ],
    ...lookedUp,
  },
  {
    fault: 'F25',
    title: 'key reused with another body',
    posts: [respondWith(422, '{"code": "key-reused", "counted": false}')],
    status: 'ready',
    notice: 'internal',
    postCount: 1,
    failures: 0,
    lines: [
      '<motp-verify> endpoint answered 422 with code = "key-reused" (/api). See the contract.',
    ],
  },
  {
    fault: 'F27',
    title: 'code expired in transit',
    posts: [respondWith(422, '{"code": "code-expired", "counted": false}')],
    status: 'ready',
    notice: 'code-expired',
    postCount: 1,
    failures: 0,
  },
  {
    fault: 'F29',
    title: 'an unknown outcome',
    posts: [rewriteBody(() => '{"code": "success", "verificationId": "A-1"}')],
    gets: Array.from({length: 4}, () => respondWith(200, '{"code": "success"}')),
    status: 'unknown',
    postCount: 1,
    failures: 1,
    lines: [
      '<motp-verify> endpoint answered 422 with code = "success" (/api). See the contract.',
      '<motp-verify> attempts-url answered 200 with code = "success" (/api/attempts/…). See the contract.',
    ],
  },
];
