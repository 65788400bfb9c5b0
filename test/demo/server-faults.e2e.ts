/**
 * Every mood of the demo's server, each at its own address: what the trainee is told and can do, and
 * what the log of the stage shows of it.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {serveBuiltDemo, type Site} from '../../tools/preview.ts';
import {SERVER_FAULTS, type ServerFault} from '../../demo/backend/server-faults.ts';
import {INSTALLED_BROWSERS, usePages} from '../harness/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';
import {DemoPage} from './demo-page.ts';

/** What comes of a right number in a mood. */
interface FaultExpectation {
  readonly sees: string;
  /** What can be done about it: a button or link that is there to be used. */
  readonly way: string;
  /** The states that are passed through. */
  readonly through: readonly string[];
  /** What the log says of each attempt that was sent. */
  readonly attempts: readonly string[];
  /** What it says of each question by key. */
  readonly asked?: readonly string[];
}

/** Asked by key, sent again under it, asked again: then it is the trainee's turn. */
const IN_DOUBT = ['sending', 'checking', 'sending', 'checking', 'undecided'];
const UNKNOWN = ['404 attempt-unknown', '404 attempt-unknown'];
const COMPLETED = {sees: 'mOTP인증이 완료되었습니다', way: '닫기'};
const NOT_UNDERSTOOD = {
  sees: '서버의 응답을 이해하지 못했습니다.',
  way: '결과 확인',
  through: IN_DOUBT,
  asked: UNKNOWN,
};
const SIGNED_OUT = {
  sees: '로그인이 끊겼습니다. 다시 로그인한 뒤 인증해 주세요. 실패 횟수에는 포함되지 않습니다.',
  way: '다시 로그인하기',
  through: ['sending', 'signed-out'],
};

const EXPECTATIONS: Readonly<Record<ServerFault, FaultExpectation>> = {
  none: {...COMPLETED, through: ['sending', 'verified'], attempts: ['200 verified']},
  slow: {...COMPLETED, through: ['sending', 'verified'], attempts: ['200 verified']},
  'no-response': {
    sees: '서버의 응답이 늦어 인증 결과를 아직 확인하지 못했습니다.',
    way: '결과 확인',
    through: IN_DOUBT,
    attempts: ['…', '…'],
    asked: UNKNOWN,
  },
  'response-lost': {
    ...COMPLETED,
    through: ['sending', 'checking', 'verified'],
    attempts: ['✕'],
    asked: ['200 verified'],
  },
  'request-lost': {
    sees: '인터넷 연결이 끊겨 인증 결과를 아직 확인하지 못했습니다.',
    way: '결과 확인',
    through: IN_DOUBT,
    attempts: ['✕', '✕'],
    asked: UNKNOWN,
  },
  'delivered-twice': {...COMPLETED, through: ['sending', 'verified'], attempts: ['200 verified']},
  'rate-limited': {
    sees: '요청이 많아 잠시 제한되었습니다.',
    way: '휴대폰 본인인증',
    through: ['sending', 'waiting'],
    attempts: ['429 rate-limited'],
  },
  'signed-out': {...SIGNED_OUT, attempts: ['200 text/html; charset=utf-8']},
  redirected: {...SIGNED_OUT, attempts: ['302']},
  'page-outdated': {
    sees: '화면이 오래되어 요청을 처리하지 못했습니다.',
    way: '새로고침',
    through: ['sending', 'ready'],
    attempts: ['403 csrf'],
  },
  unavailable: {
    sees: '휴대폰 또는 아이핀 인증을 이용해 주세요. 실패 횟수에는 포함되지 않습니다.',
    way: '아이핀 인증',
    through: ['sending', 'ready'],
    attempts: ['503 unavailable'],
  },
  'internal-error': {
    sees: '일시적인 문제로 인증을 처리하지 못했습니다.',
    way: '인증하기',
    through: ['sending', 'ready'],
    attempts: ['500 internal'],
  },
  malformed: {...NOT_UNDERSTOOD, attempts: ['200 application/json', '200 application/json']},
  empty: {...NOT_UNDERSTOOD, attempts: ['204', '204']},
  'unknown-code': {...NOT_UNDERSTOOD, attempts: ['200 AP011', '200 AP011']},
};

describe('a right number, where the server is', () => {
  let site: Site;

  before(async () => {
    site = await serveBuiltDemo('/faults/');
  });

  after(() => site.close());

  for (const engine of INSTALLED_BROWSERS) {
    describe(`in ${engine}`, () => {
      const newPage = usePages(engine);

      for (const fault of SERVER_FAULTS) {
        it(fault, async (test) => {
          const {sees, way, through, attempts, asked = []} = EXPECTATIONS[fault];
          const trainee = await DemoPage.open(`${site.url}?fault=${fault}`, await newPage(test));
          await trainee.sees('mOTP 번호 (숫자 6자리)');
          if (fault === 'no-response') await trainee.page.evaluate(shortenPatience);
          const number = await trainee.numberOnPhone();
          await trainee.enters(number);
          await trainee.sees(sees);
          await waitFor(() => trainee.page.evaluate(offers, way), way);

          await waitFor(async () => {
            const log = await trainee.log();
            assert.deepEqual(endsOf(log, /^motp-state-change {"state":"([a-z-]+)"/), through);
            assert.deepEqual(endsOf(log, /POST \S+\/api\/motp → (.*)/), attempts);
            assert.deepEqual(endsOf(log, /GET \S+\/attempts\/\S+ → (.*)/), asked);
            return true;
          }, 'the whole log');
          const everything = await trainee.page.evaluate(wholeLog);
          for (const secret of [number, '홍길동', '01012345678']) {
            assert(!everything.includes(secret), `The log shows ${secret}.`);
          }
          // Digits stay until they are decided.
          const isDecided = through.at(-1) === 'verified';
          assert.equal(await trainee.page.evaluate(typed), isDecided ? '' : number);
        });
      }
    });
  }
});

/** What stands in each line of a kind. */
function endsOf(log: readonly string[], kind: RegExp): readonly string[] {
  return log.flatMap((line) => kind.exec(line)?.[1] ?? []);
}

/** Runs in the page: everything that the log holds, unfolded. */
function wholeLog(): string {
  return document.querySelector('request-log')?.textContent ?? '';
}

/** Runs in the page: nobody has to wait ten seconds for an answer that never comes. */
function shortenPatience(): void {
  document.querySelector('motp-verify')?.setAttribute('timeout', '3');
}

/** Runs in the page: whether the widget offers a way that can be gone. */
function offers(way: string): boolean {
  const root = document.querySelector('motp-verify')?.shadowRoot;
  return Array.from(root?.querySelectorAll('a[href], button:enabled') ?? []).some(
    (one) => one.textContent.includes(way) && one.checkVisibility(),
  );
}

/** Runs in the page: what stands in the field, if it is shown. */
function typed(): string {
  return document.querySelector('motp-verify')?.shadowRoot?.querySelector('input')?.value ?? '';
}
