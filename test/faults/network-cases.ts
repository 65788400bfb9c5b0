/** The rows of what the widget must survive, as far as a network can play them. */
import type {VerificationState} from '../../src/core/state.ts';
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

/** What happens to one attempt with a wrong code, and how it must end. */
export interface NetworkCase {
  readonly fault: string;
  readonly title: string;
  readonly posts?: readonly Fault[];
  readonly gets?: readonly Fault[];
  readonly status: VerificationState['status'];
  /** What the state tells besides. */
  readonly notice?: string;
  /** How many posts may have come, all under one key. */
  readonly postCount: number;
  /** How many failures the endpoint has counted. */
  readonly failures: number;
  /** With the right code instead. */
  readonly isRight?: true;
}

const HTML = {'Content-Type': 'text/html; charset=utf-8'};
const LOGIN = '<!doctype html><form action="/login"></form><script>top.ran = true</script>';
const unknown = respondWith(404, '{"code": "attempt-unknown"}', {
  'Content-Type': 'application/json',
});
const mismatch = {status: 'ready', notice: 'code-mismatch', failures: 1} as const;
const PAGE = '<h1>Bad Gateway</h1>';
const sentAgain = {...mismatch, postCount: 2} as const;
const foundByAsking = {...mismatch, postCount: 1} as const;
const rateLimited = {status: 'rate-limited', postCount: 1, failures: 0} as const;
const signedOut = {status: 'signed-out', postCount: 1, failures: 0} as const;

/** What comes in front of an endpoint says in its own words. */
function limited(headers: Readonly<Record<string, string>>): Fault {
  return respondWith(429, 'Slow down', headers);
}

/** 결과 in EUC-KR, inside an answer. */
function inEucKr(text: string): Buffer {
  const [before = '', after = ''] = text.replace('{', '{"title":"|",').split('|');
  return Buffer.concat([Buffer.from(before), Buffer.from('b0e1b0fa', 'hex'), Buffer.from(after)]);
}

/** See the file's head. */
export const NETWORK_CASES: readonly NetworkCase[] = [
  {fault: 'F02', title: 'refused, and then there', posts: [cutBefore], ...sentAgain},
  {
    fault: 'F02',
    title: 'refused, and nobody knows of it for as long as is asked',
    posts: [cutBefore],
    gets: [cutBefore, cutBefore, cutBefore, cutBefore],
    status: 'unknown',
    postCount: 1,
    failures: 0,
  },
  {fault: 'F03', title: 'accepted, never answered', posts: [hangAfter], ...foundByAsking},
  {fault: 'F04', title: 'answer lost after it was counted', posts: [cutAfter], ...foundByAsking},
  {
    fault: 'F04',
    title: 'success lost on its way',
    posts: [cutAfter],
    status: 'verified',
    postCount: 1,
    failures: 0,
    isRight: true,
  },
  {fault: 'F05', title: 'lost before it was counted', posts: [cutBefore], ...sentAgain},
  {fault: 'F06', title: 'delivered twice', posts: [deliverTwice], ...foundByAsking},
  {
    fault: 'F11',
    title: 'login page with 200',
    posts: [respondWith(200, LOGIN, HTML)],
    ...signedOut,
  },
  {fault: 'F12', title: '302 to another origin', ...signedOut},
  {fault: 'F12', title: '303 to another origin', ...signedOut},
  {fault: 'F12', title: '307 to another origin', ...signedOut},
  {
    fault: 'F13',
    title: 'a redirect to itself',
    posts: [respondWith(302, '', {Location: '?again'})],
    ...signedOut,
  },
  {
    fault: 'F14',
    title: 'broken JSON',
    posts: [rewriteBody((text) => text.slice(1))],
    ...foundByAsking,
  },
  {
    fault: 'F14',
    title: 'bytes after the answer',
    posts: [rewriteBody((text) => `${text}<!-- cached -->`)],
    ...foundByAsking,
  },
  {
    fault: 'F14',
    title: 'a byte order mark',
    posts: [rewriteBody((text) => `﻿${text}`)],
    ...foundByAsking,
  },
  {fault: 'F15', title: '204', posts: [respondWith(204)], ...sentAgain},
  {fault: 'F15', title: 'empty 200', posts: [respondWith(200)], ...sentAgain},
  {fault: 'F16', title: 'an endless body', posts: [endlessBody], ...foundByAsking},
  {fault: 'F17', title: 'one byte a second', posts: [dripBytes], ...foundByAsking},
  {fault: 'F18', title: 'a body cut short', posts: [truncate], ...foundByAsking},
  {
    fault: 'F19',
    title: 'JSON of 100 000 levels',
    posts: [rewriteBody(() => '['.repeat(60_000))],
    ...foundByAsking,
  },
  {
    fault: 'F19',
    title: 'a prototype in place of fields',
    posts: [rewriteBody(() => '{"__proto__": {"code": "verified", "verificationId": "A"}}')],
    ...foundByAsking,
  },
  {
    fault: 'F20',
    title: 'EUC-KR with no charset said',
    posts: [rewriteBody(inEucKr)],
    ...foundByAsking,
  },
  {fault: 'F21', title: '500 with a page', posts: [respondWith(500, PAGE, HTML)], ...sentAgain},
  {fault: 'F21', title: '502 with a page', posts: [respondWith(502, PAGE, HTML)], ...sentAgain},
  {fault: 'F21', title: '503 with a page', posts: [respondWith(503, PAGE, HTML)], ...sentAgain},
  {
    fault: 'F21',
    title: '503 that asks to be left alone for longer than is asked',
    posts: [respondWith(503, '<h1>Maintenance</h1>', {...HTML, 'Retry-After': '120'})],
    status: 'unknown',
    postCount: 1,
    failures: 0,
  },
  {
    fault: 'F21',
    title: 'at most one sending by itself',
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
    title: 'still running, then decided',
    posts: [
      (exchange) => {
        exchange.evaluate();
        respondWith(409, '{"code": "in-progress", "retryAfter": 1}')(exchange);
      },
    ],
    ...foundByAsking,
  },
  {
    fault: 'F25',
    title: 'key used with another body',
    posts: [respondWith(422, '{"code": "key-reused", "counted": false}')],
    status: 'ready',
    notice: 'internal',
    postCount: 1,
    failures: 0,
  },
  {
    fault: 'F27',
    title: 'expired on the way',
    posts: [respondWith(422, '{"code": "code-expired", "counted": false}')],
    status: 'ready',
    notice: 'code-expired',
    postCount: 1,
    failures: 0,
  },
  {
    fault: 'F29',
    title: 'an outcome that is not known',
    posts: [rewriteBody(() => '{"code": "success", "verificationId": "A-1"}')],
    gets: Array.from({length: 4}, () => respondWith(200, '{"code": "success"}')),
    status: 'unknown',
    postCount: 1,
    failures: 1,
  },
];
