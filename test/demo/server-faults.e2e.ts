/**
 * Every server fault of the demo: the widget's message, the action it offers, and the entries in the
 * demo's request log.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {serveBuiltDemo, type DemoServer} from '../../tools/preview.ts';
import {SERVER_FAULTS, type ServerFault} from '../../demo/backend/server-faults.ts';
import {INSTALLED_BROWSERS, usePages} from '../harness/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';
import {DemoPage} from './demo-page.ts';

/** The expected outcome of a correct code with a fault. */
interface FaultExpectation {
  readonly sees: string;
  /** The text of an enabled button or link. */
  readonly action: string;
  /** The states of the widget, in order. */
  readonly states: readonly string[];
  /** The log's outcome of each attempt. */
  readonly attempts: readonly string[];
  /** The log's outcome of each query by idempotency key. */
  readonly queries?: readonly string[];
}

/** The widget queries the key, sends again with it and queries once more. Then the trainee must act. */
const UNKNOWN_STATES = ['sending', 'checking', 'sending', 'checking', 'unknown'];
const UNKNOWN_ATTEMPTS = ['404 attempt-unknown', '404 attempt-unknown'];
const COMPLETED = {sees: 'mOTP 인증이 완료되었습니다', action: '시작하기'};
const MALFORMED = {
  sees: '인증 결과를 확인하지 못했습니다.',
  action: '결과 확인',
  states: UNKNOWN_STATES,
  queries: UNKNOWN_ATTEMPTS,
};
/** The query gets the login page too. So the endpoint may have decided before it was asked to sign in. */
const SIGNED_OUT = {
  sees: '로그인이 만료되어 인증 결과를 확인하지 못했습니다. 다시 로그인한 뒤 [결과 확인]을 눌러 주세요.',
  action: '다시 로그인하기',
  states: ['sending', 'checking', 'unknown'],
};
const LOGIN_PAGE = ['200 text/html; charset=utf-8'];

const EXPECTATIONS: Readonly<Record<ServerFault, FaultExpectation>> = {
  none: {...COMPLETED, states: ['sending', 'verified'], attempts: ['200 verified']},
  slow: {...COMPLETED, states: ['sending', 'verified'], attempts: ['200 verified']},
  'no-response': {
    sees: '서버의 응답이 늦어 인증 결과를 아직 확인하지 못했습니다.',
    action: '결과 확인',
    states: UNKNOWN_STATES,
    attempts: ['…', '…'],
    queries: UNKNOWN_ATTEMPTS,
  },
  'response-lost': {
    ...COMPLETED,
    states: ['sending', 'checking', 'verified'],
    attempts: ['✕'],
    queries: ['200 verified'],
  },
  'request-lost': {
    sees: '인터넷 연결이 끊겨 인증 결과를 아직 확인하지 못했습니다.',
    action: '결과 확인',
    states: UNKNOWN_STATES,
    attempts: ['✕', '✕'],
    queries: UNKNOWN_ATTEMPTS,
  },
  'delivered-twice': {...COMPLETED, states: ['sending', 'verified'], attempts: ['200 verified']},
  'rate-limited': {
    sees: '요청이 많아 잠시 제한되었습니다.',
    action: '휴대폰 본인인증',
    states: ['sending', 'rate-limited'],
    attempts: ['429 rate-limited'],
  },
  'signed-out': {...SIGNED_OUT, attempts: LOGIN_PAGE, queries: LOGIN_PAGE},
  redirected: {...SIGNED_OUT, attempts: ['302'], queries: ['302']},
  'page-outdated': {
    sees: '화면을 연 지 오래되어 요청을 처리하지 못했습니다.',
    action: '새로고침',
    states: ['sending', 'ready'],
    attempts: ['403 csrf'],
  },
  unavailable: {
    sees: '휴대폰 또는 아이핀 인증을 이용해 주세요. 실패 횟수에는 포함되지 않습니다.',
    action: '아이핀 인증',
    states: ['sending', 'ready'],
    attempts: ['503 unavailable'],
  },
  'internal-error': {
    sees: '일시적인 문제로 인증을 처리하지 못했습니다.',
    action: '인증하기',
    states: ['sending', 'ready'],
    attempts: ['500 internal'],
  },
  malformed: {...MALFORMED, attempts: ['200 application/json', '200 application/json']},
  empty: {...MALFORMED, attempts: ['204', '204']},
  'unknown-code': {...MALFORMED, attempts: ['200 AP011', '200 AP011']},
};

describe('a correct code with the server fault', () => {
  let site: DemoServer;

  before(async () => {
    site = await serveBuiltDemo('/faults/');
  });

  after(() => site.close());

  for (const engine of INSTALLED_BROWSERS) {
    describe(`in ${engine}`, () => {
      const newPage = usePages(engine);

      for (const fault of SERVER_FAULTS) {
        it(fault, async (test) => {
          const {sees, action, states, attempts, queries = []} = EXPECTATIONS[fault];
          const trainee = await DemoPage.open(`${site.url}?fault=${fault}`, await newPage(test));
          await trainee.sees('mOTP 번호 (숫자 6자리)');
          if (fault === 'no-response') await trainee.page.evaluate(shortenTimeout);
          const number = await trainee.numberOnPhone();
          await trainee.enters(number);
          await trainee.sees(sees);
          await waitFor(() => trainee.page.evaluate(hasAction, action), action);

          await waitFor(async () => {
            const log = await trainee.log();
            assert.deepEqual(captures(log, /^motp-state-change {"state":"([a-z-]+)"/), states);
            assert.deepEqual(captures(log, /POST \S+\/api\/motp → (.*)/), attempts);
            assert.deepEqual(captures(log, /GET \S+\/attempts\/\S+ → (.*)/), queries);
            return true;
          }, 'the complete log');
          const text = await trainee.page.evaluate(logText);
          for (const secret of [number, '홍길동', '01012345678']) {
            assert(!text.includes(secret), `The log shows ${secret}.`);
          }
          // The digits stay until the attempt has a definite outcome.
          const isFinal = states.at(-1) === 'verified';
          assert.equal(await trainee.page.evaluate(inputValue), isFinal ? '' : number);
        });
      }
    });
  }
});

/** Returns what the pattern's group captures, for each line that matches. */
function captures(log: readonly string[], pattern: RegExp): readonly string[] {
  return log.flatMap((line) => pattern.exec(line)?.[1] ?? []);
}

/** Runs in the page: returns the log's text, including collapsed details. */
function logText(): string {
  return document.querySelector('request-log')?.textContent ?? '';
}

/** Runs in the page: shortens the timeout to 3 s, so that the test needn't wait 10 s. */
function shortenTimeout(): void {
  document.querySelector('motp-verify')?.setAttribute('timeout', '3');
}

/** Runs in the page: checks whether the widget shows an enabled action with this text. */
function hasAction(action: string): boolean {
  const root = document.querySelector('motp-verify')?.shadowRoot;
  return Array.from(root?.querySelectorAll('a[href], button:enabled') ?? []).some(
    (one) => one.textContent.includes(action) && one.checkVisibility(),
  );
}

/** Runs in the page: returns the code field's value. */
function inputValue(): string {
  return document.querySelector('motp-verify')?.shadowRoot?.querySelector('input')?.value ?? '';
}
