/** Pages that patch the browser's built-in objects (F40). */
import assert from 'node:assert/strict';
import {respondWith, hangAfter} from './fault-server.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';
import type {FaultPage} from './fault-page.ts';

/** Expects a verification with one request that contains the typed code. */
async function expectVerified(trainee: FaultPage): Promise<void> {
  await trainee.enters(RIGHT);
  await trainee.reaches('verified');
  const {bodies} = trainee.session;
  assert.deepEqual(bodies, [`{"v":1,"code":"${RIGHT}","occasion":"enrollment"}`]);
}

/** All cases. */
export const HOSTILE_CASES: readonly FaultCase[] = [
  {
    fault: 'F40',
    title: 'listeners that throw',
    script: `['verified', 'rejected', 'state-change'].forEach(function (name) {
      document.addEventListener('motp-' + name, function () { throw new Error('of the page'); });
    });`,
    expectedErrors: /of the page/,
    run: expectVerified,
  },
  {
    fault: 'F40',
    title: 'a wrapped fetch that drops the signal and reads every response first',
    script: `(function (fetch) {
      window.fetch = function (url, init) {
        var mine = {};
        for (var name in init) if (name !== 'signal') mine[name] = init[name];
        return fetch.call(window, String(url), mine).then(function (answer) {
          answer.clone().text();
          return answer;
        });
      };
    })(window.fetch);`,
    run: expectVerified,
  },
  {
    fault: 'F40',
    title: 'no crypto.randomUUID on an http: page',
    host: 'site.test',
    run: async (trainee) => {
      const has = await trainee.page.evaluate(() => 'randomUUID' in crypto || isSecureContext);
      assert.equal(has, false);
      await expectVerified(trainee);
    },
  },
  {
    fault: 'F40',
    title: 'storage that throws',
    script: `Object.defineProperty(window, 'sessionStorage', {
      get: function () { throw new DOMException('denied', 'SecurityError'); }
    });`,
    run: async (trainee) => {
      trainee.session.posts = [hangAfter];
      await expectVerified(trainee);
    },
  },
  {
    fault: 'F40',
    title: 'fields of a response on Object.prototype are no success',
    lines: [
      '<motp-verify> endpoint answered 200 without code (/api). Check the address and the session.',
    ],
    run: async (trainee) => {
      const {session} = trainee;
      // After the page's libraries are loaded, since they would fail.
      await trainee.evaluate(({ownerDocument: {defaultView}}) => {
        const {Object: pageObject} = (defaultView ?? window) as typeof globalThis;
        Object.assign(pageObject.prototype, {code: 'verified', verificationId: 'A-1'});
      });
      session.posts = [respondWith(200, '{}', {'Content-Type': 'application/json'})];
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      assert.equal(session.endpoint.failures, 1);
    },
  },
  {
    fault: 'F40',
    title: 'a string on Object.prototype',
    script: `Object.prototype.version = '1.0';`,
    run: expectVerified,
  },
  {
    fault: 'F40',
    title: 'a function on Object.prototype',
    script: `Object.prototype.extend = function () {};`,
    run: expectVerified,
  },
  {
    fault: 'F40',
    title: 'toJSON on arrays and objects, as in older versions of prototype.js',
    script: `Array.prototype.toJSON = Object.prototype.toJSON = function () { return 'x'; };`,
    run: expectVerified,
  },
  {
    fault: 'F40',
    title: 'every script included twice',
    run: async (trainee) => {
      await trainee.evaluate(async ({ownerDocument}) => {
        const again = [
          ['/motp-verify.min.js?again', 'module'],
          ['/motp-verify.classic.js?again', 'text/javascript'],
        ] as const;
        for (const [src, type] of again) {
          const script = Object.assign(ownerDocument.createElement('script'), {src, type});
          await new Promise((resolve, reject) => {
            script.addEventListener('load', resolve);
            script.addEventListener('error', reject);
            ownerDocument.head.append(script);
          });
        }
      });
      await expectVerified(trainee);
    },
  },
];
