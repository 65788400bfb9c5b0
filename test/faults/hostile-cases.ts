/** Pages that press on the widget with what they have done to the browser's own (F40). */
import assert from 'node:assert/strict';
import {answer, silentAfter} from './fault-server.ts';
import {RIGHT, WRONG, type Scene} from './fault-case.ts';
import type {Trainee} from './fault-page.ts';

/** The trainee is verified as on any page: one request, with the code as it was typed. */
async function isVerified(trainee: Trainee): Promise<void> {
  await trainee.enters(RIGHT);
  await trainee.reaches('verified');
  const {bodies} = trainee.visit;
  assert.deepEqual(bodies, [`{"v":1,"code":"${RIGHT}","occasion":"enrollment"}`]);
}

/** See the file's head. */
export const HOSTILE_SCENES: readonly Scene[] = [
  {
    row: 'F40',
    what: 'listeners that throw',
    script: `['verified', 'rejected', 'state-change'].forEach(function (name) {
      document.addEventListener('motp-' + name, function () { throw new Error('of the page'); });
    });`,
    complains: /of the page/,
    plays: isVerified,
  },
  {
    row: 'F40',
    what: 'a wrapped fetch that passes no signal on and looks at every answer first',
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
    plays: isVerified,
  },
  {
    row: 'F40',
    what: 'no crypto.randomUUID, on a page served over http',
    host: 'site.test',
    plays: async (trainee) => {
      const has = await trainee.page.evaluate(() => 'randomUUID' in crypto || isSecureContext);
      assert.equal(has, false);
      await isVerified(trainee);
    },
  },
  {
    row: 'F40',
    what: 'storage that throws',
    script: `Object.defineProperty(window, 'sessionStorage', {
      get: function () { throw new DOMException('denied', 'SecurityError'); }
    });`,
    plays: async (trainee) => {
      trainee.visit.posts = [silentAfter];
      await isVerified(trainee);
    },
  },
  {
    row: 'F40',
    what: 'fields of an answer on every object’s prototype make no success',
    plays: async (trainee) => {
      const {visit} = trainee;
      // Once the page's own libraries are there, which would not have got through this.
      await trainee.asks(({ownerDocument: {defaultView}}) => {
        const {Object: its} = (defaultView ?? window) as typeof globalThis;
        Object.assign(its.prototype, {code: 'verified', verificationId: 'A-1'});
      });
      visit.posts = [answer(200, '{}', {'Content-Type': 'application/json'})];
      await trainee.enters(WRONG);
      await trainee.reaches('ready', 'code-mismatch');
      assert.equal(visit.endpoint.failures, 1);
    },
  },
  {
    row: 'F40',
    what: 'a text on every object’s prototype',
    script: `Object.prototype.version = '1.0';`,
    plays: isVerified,
  },
  {
    row: 'F40',
    what: 'a function on every object’s prototype',
    script: `Object.prototype.extend = function () {};`,
    plays: isVerified,
  },
  {
    row: 'F40',
    what: 'toJSON on arrays and objects, as older versions of prototype.js bring it',
    script: `Array.prototype.toJSON = Object.prototype.toJSON = function () { return 'x'; };`,
    plays: isVerified,
  },
  {
    row: 'F40',
    what: 'every script included twice',
    plays: async (trainee) => {
      await trainee.asks(async ({ownerDocument}) => {
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
