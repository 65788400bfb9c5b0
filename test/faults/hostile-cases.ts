/** Pages that press on the widget with what they have done to the browser's own (F40). */
import assert from 'node:assert/strict';
import {respondWith, hangAfter} from './fault-server.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';
import type {FaultPage} from './fault-page.ts';

/** The trainee is verified as on any page: one request, with the code as it was typed. */
async function isVerified(trainee: FaultPage): Promise<void> {
  await trainee.enters(RIGHT);
  await trainee.reaches('verified');
  const {bodies} = trainee.session;
  assert.deepEqual(bodies, [`{"v":1,"code":"${RIGHT}","occasion":"enrollment"}`]);
}

/** See the file's head. */
export const HOSTILE_CASES: readonly FaultCase[] = [
  {
    fault: 'F40',
    title: 'listeners that throw',
    script: `['verified', 'rejected', 'state-change'].forEach(function (name) {
      document.addEventListener('motp-' + name, function () { throw new Error('of the page'); });
    });`,
    expectedErrors: /of the page/,
    run: isVerified,
  },
  {
    fault: 'F40',
    title: 'a wrapped fetch that passes no signal on and looks at every answer first',
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
    run: isVerified,
  },
  {
    fault: 'F40',
    title: 'no crypto.randomUUID, on a page served over http',
    host: 'site.test',
    run: async (trainee) => {
      const has = await trainee.page.evaluate(() => 'randomUUID' in crypto || isSecureContext);
      assert.equal(has, false);
      await isVerified(trainee);
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
      await isVerified(trainee);
    },
  },
  {
    fault: 'F40',
    title: 'fields of an answer on every object’s prototype make no success',
    run: async (trainee) => {
      const {session} = trainee;
      // Once the page's own libraries are there, which would not have got through this.
      await trainee.evaluate(({ownerDocument: {defaultView}}) => {
        const {Object: its} = (defaultView ?? window) as typeof globalThis;
        Object.assign(its.prototype, {code: 'verified', verificationId: 'A-1'});
      });
      session.posts = [respondWith(200, '{}', {'Content-Type': 'application/json'})];
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      assert.equal(session.endpoint.failures, 1);
    },
  },
  {
    fault: 'F40',
    title: 'a text on every object’s prototype',
    script: `Object.prototype.version = '1.0';`,
    run: isVerified,
  },
  {
    fault: 'F40',
    title: 'a function on every object’s prototype',
    script: `Object.prototype.extend = function () {};`,
    run: isVerified,
  },
  {
    fault: 'F40',
    title: 'toJSON on arrays and objects, as older versions of prototype.js bring it',
    script: `Array.prototype.toJSON = Object.prototype.toJSON = function () { return 'x'; };`,
    run: isVerified,
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
      await isVerified(trainee);
    },
  },
];
