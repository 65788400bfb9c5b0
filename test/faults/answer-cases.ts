/** Legacy endpoints: a CSRF filter like Spring's, and the agency's codes. */
import assert from 'node:assert/strict';
import {respondWith} from './fault-server.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';
import type {FaultPage} from './fault-page.ts';

const HTML = {'Content-Type': 'text/html; charset=utf-8'};
const FORBIDDEN = '<html><body>Invalid CSRF Token</body></html>';

/** A page with Spring's CSRF cookie, which any response can renew. */
const PAGE = {
  fault: 'F23',
  attributes: 'csrf="cookie"',
  headers: {'Set-Cookie': 'XSRF-TOKEN=old; Path=/'},
  lines: [
    '<motp-verify> endpoint answered 403 with HTML, "<html>" (/api). Check the address and the session.',
  ],
} as const;

function postedTokens({session}: FaultPage): readonly unknown[] {
  return session.requests
    .filter(({method}) => method === 'POST')
    .map(({headers}) => headers['x-xsrf-token']);
}

function idempotencyKeysOf({session}: FaultPage): ReadonlySet<unknown> {
  return new Set(session.requests.flatMap(({headers}) => headers['idempotency-key'] ?? []));
}

/** All cases. */
export const ANSWER_CASES: readonly FaultCase[] = [
  {
    ...PAGE,
    title: 'a rejected token is read again once and sent with the same key',
    run: async (trainee) => {
      const renewed = {...HTML, 'Set-Cookie': 'XSRF-TOKEN=new; Path=/'};
      trainee.session.posts = [respondWith(403, FORBIDDEN, renewed)];
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual(postedTokens(trainee), ['old', 'new']);
      assert.equal(idempotencyKeysOf(trainee).size, 1);
      assert.equal(trainee.session.endpoint.failures, 1);
    },
  },
  {
    ...PAGE,
    title: 'after two rejections the session is over; the code stays and nothing is counted',
    run: async (trainee) => {
      const forbidden = respondWith(403, FORBIDDEN, HTML);
      trainee.session.posts = [forbidden, forbidden];
      await trainee.enters(WRONG);
      await trainee.reaches('signed-out');
      assert.deepEqual(postedTokens(trainee), ['old', 'old']);
      assert.equal(idempotencyKeysOf(trainee).size, 1);
      assert.equal(await trainee.code(), WRONG);
      assert.equal(trainee.session.endpoint.failures, 0);
    },
  },
  {
    fault: 'F29',
    title: 'an unknown code of the agency is an unknown result, with the server message as text',
    attributes: 'response-map="agency" idempotency="none" ipin-url="ipin"',
    lines: ['<motp-verify> endpoint answered 200 with code = "AP011" (/api). See the contract.'],
    run: async (trainee) => {
      const msg = '<img src=x onerror="top.ran=1">처리할 수 없는\u202e 요청';
      trainee.session.posts = [
        respondWith(200, JSON.stringify({code: 'AP011', status: 'E', msg}), HTML),
      ];
      await trainee.enters(RIGHT);
      await trainee.reaches('ready', 'result-unknown');
      await trainee.sees('<img src=x onerror="top.ran=1">처리할 수 없는 요청');
      assert.equal(await trainee.has('img[src=x]'), false);
      assert.equal(await trainee.page.evaluate(() => 'ran' in window), false);
      // The fallbacks stay available.
      assert.equal(await trainee.has('[part=fallback]'), true);
      assert.equal(trainee.session.postCount, 1);
    },
  },
];
