/** Answers that are not the endpoint's, and a browser that is wrong about the network. */
import assert from 'node:assert/strict';
import {
  cutAfter,
  cutBefore,
  respondWith,
  type Fault,
  type FaultSession,
} from '../faults/fault-server.ts';
import {RIGHT, WRONG} from '../faults/fault-case.ts';
import {pageOf, script, WIDGET, type HostCase, type HostCases} from './host-case.ts';
import type {HostPage} from './host-page.ts';

const HTML = {'Content-Type': 'text/html'};
const LOGIN = '<!doctype html><form action="/login"></form>';

/** The endpoint decides, and something on the way answers in its place. */
const replaceAnswer =
  (status: number, body: string, headers: Readonly<Record<string, string>> = HTML): Fault =>
  (context) => {
    context.evaluate();
    respondWith(status, body, headers)(context);
  };

const KEYLESS = `<motp-verify endpoint="api" timeout="3" idempotency="none" login-url="/login"></motp-verify>`;

const OFFLINE = script(
  `Object.defineProperty(Navigator.prototype, 'onLine', {get: function () { return false; }});`,
);

/** An attempt that was decided in spite of what came back is shown as it was decided. */
const decided = (title: string, fault: Fault): HostCase => ({
  title: `${title} after the endpoint has verified`,
  html: pageOf(`SCRIPT${WIDGET}`),
  prepare: (session) => void (session.posts = [fault]),
  run: async (trainee) => {
    await trainee.enters(RIGHT);
    await trainee.reaches('verified');
    assert.equal(trainee.session.postCount, 1);
  },
});

/** Cuts the answer of the attempt. Nobody answers the first query, so that the first page learns nothing. */
function loseAnswers(session: FaultSession): void {
  session.posts = [cutAfter];
  session.gets = [() => undefined];
}

async function losesAnswerAndReloads(trainee: HostPage): Promise<void> {
  await trainee.enters(RIGHT);
  await trainee.reaches('checking');
  await trainee.driver.reload();
}

/** The page changes the widget `w` differently at each visit; an attempt whose answer was lost is found again. */
const findsKey = (title: string, code: string): HostCase => ({
  title: `${title}: the key is found again after a reload`,
  html: pageOf(
    `SCRIPT<motp-verify endpoint="api" timeout="3" id="w"></motp-verify>${script(code)}`,
    '<meta name="_csrf" content="token-1">',
  ),
  prepare: loseAnswers,
  run: async (trainee) => {
    await losesAnswerAndReloads(trainee);
    await trainee.reaches('verified');
    assert.equal(trainee.session.postCount, 1);
  },
});

/** All cases, by their kind. */
export const NETWORK_CASES: Readonly<Record<string, HostCases>> = {
  'an answer that is not the endpoint’s': [
    decided('a login page', replaceAnswer(200, LOGIN)),
    decided('a 403 of a firewall', replaceAnswer(403, '<h1>Forbidden</h1>')),
    decided('a 401 without a body', replaceAnswer(401, '')),
    decided('a redirect', replaceAnswer(302, '', {Location: '/login'})),
    decided('a 502 with a page', replaceAnswer(502, '<h1>Bad Gateway</h1>')),
    decided(
      'a notice of PHP',
      replaceAnswer(200, '<br />\n<b>Notice</b>: …<br />{"code":"verified"}'),
    ),
    {
      title: 'a counted failure behind a login page is shown as counted',
      html: pageOf(`SCRIPT${WIDGET}`),
      prepare: (session) => void (session.posts = [replaceAnswer(200, LOGIN)]),
      run: async (trainee) => {
        await trainee.enters(WRONG);
        await trainee.reaches('ready', 'code-mismatch');
        await trainee.sees('남은 횟수 4회');
      },
    },
    {
      title:
        'a login page to the query too: sign in, then the same key, and no word of “not counted”',
      html: pageOf(`SCRIPT${WIDGET.replace('>', ' login-url="/login">')}`),
      prepare: (session) => {
        session.posts = [replaceAnswer(200, LOGIN)];
        session.gets = [respondWith(200, LOGIN, HTML)];
      },
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('unknown');
        assert(await trainee.has('[part=sign-in]'));
        assert(!(await trainee.readText()).includes('포함되지 않습니다'));
        await trainee.clicksPart('[part=submit]');
        await trainee.reaches('verified');
        assert.equal(trainee.session.postCount, 1);
      },
    },
    {
      title: 'a login page before an endpoint without keys: sign in, and no word of “not counted”',
      html: pageOf(`SCRIPT${KEYLESS}`),
      prepare: (session) => void (session.posts = [replaceAnswer(200, LOGIN)]),
      run: async (trainee) => {
        await trainee.enters(WRONG);
        await trainee.reaches('signed-out');
        assert(await trainee.has('[part=sign-in]'));
        assert(!(await trainee.readText()).includes('포함되지 않습니다'));
      },
    },
    {
      title: 'the status of an endpoint without keys tells a counted failure behind a login page',
      html: pageOf(`SCRIPT${KEYLESS.replace('>', ' status-url="api/status" failures="1">')}`),
      prepare: (session) => {
        session.endpoint.failures = 1;
        session.posts = [replaceAnswer(200, LOGIN)];
      },
      run: async (trainee) => {
        await trainee.reaches('ready');
        await trainee.sees('실패 1회');
        await trainee.enters(WRONG);
        await trainee.reaches('ready', 'code-mismatch');
      },
    },
  ],
  'a key that is found again': [
    findsKey('a ticket for each page', `w.setAttribute('ticket', 't' + Math.random());`),
    findsKey(
      'another ticket, address and kind of CSRF token for each page',
      `w.setAttribute('ticket', 't' + Date.now()); w.setAttribute('csrf', 'meta'); w.phoneIdentityUrl = '/p?t=' + Date.now();`,
    ),
    {
      title: 'another unit after the reload: its number is not the one of before',
      html: pageOf(
        `SCRIPT<motp-verify endpoint="api" timeout="3" id="w" occasion="lesson"></motp-verify>${script(
          `w.setAttribute('unit', (sessionStorage.visits = (Number(sessionStorage.visits) || 8) + 1));`,
        )}`,
      ),
      prepare: loseAnswers,
      run: async (trainee) => {
        await losesAnswerAndReloads(trainee);
        await trainee.reaches('ready');
        await trainee.runs('sessionStorage.removeItem("visits")');
      },
    },
  ],
  'a browser that is wrong about the network': [
    {
      title: 'says “offline” behind a VPN: the number is sent',
      html: pageOf(`SCRIPT${WIDGET}`, OFFLINE),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
      },
    },
    {
      title: 'says “offline” and a request fails: the next press repeats it under its key',
      html: pageOf(`SCRIPT${WIDGET}`, OFFLINE),
      prepare: (session) => void (session.posts = [cutBefore]),
      run: async (trainee) => {
        await trainee.enters(WRONG);
        await trainee.reaches('ready', 'offline');
        await trainee.presses('Enter');
        await trainee.reaches('ready', 'code-mismatch');
        const keys = trainee.session.requests.map(({headers}) => headers['idempotency-key']);
        assert.equal(new Set(keys.filter(Boolean)).size, 1);
      },
    },
    {
      title: 'says “offline” and the answer is lost: counted once',
      html: pageOf(`SCRIPT${WIDGET}`, OFFLINE),
      prepare: (session) => void (session.posts = [cutAfter]),
      run: async (trainee) => {
        await trainee.enters(WRONG);
        await trainee.reaches('ready', 'offline');
        assert(!(await trainee.readText()).includes('포함되지 않습니다'));
        await trainee.presses('Enter');
        await trainee.reaches('ready', 'code-mismatch');
        assert.equal(trainee.session.endpoint.failures, 1);
      },
    },
    {
      title: 'says “online” and the answer is lost: asks by key',
      html: pageOf(`SCRIPT${WIDGET}`),
      prepare: (session) => void (session.posts = [cutAfter]),
      run: async (trainee) => {
        await trainee.enters(WRONG);
        await trainee.reaches('ready', 'code-mismatch');
        assert.equal(trainee.session.endpoint.failures, 1);
      },
    },
  ],
};
