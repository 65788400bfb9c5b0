/** Each error has its own sentence, a next action, and says whether a try was used (C8). */
import {expect} from '@open-wc/testing';
import type {AttemptResponse} from '../../src/core/contract.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {KOREA, setTimeZone} from './clock.ts';

const NOT_COUNTED = '실패 횟수에는 포함되지 않습니다.';

interface ErrorCase {
  /** The name that C8 gives it. */
  readonly error: string;
  /** Makes the next request fail in this way; the field holds a wrong code. */
  readonly setUp: (trainee: WidgetFixture) => Promise<void> | void;
  readonly sentence: string;
  readonly failures: string;
}

/** Makes the endpoint send this response to every request. */
function respondWith(answer: Partial<AttemptResponse>, status = 409): () => void {
  return () => {
    system.override = () =>
      Response.json({counted: false, serverTime: system.now, ...answer}, {status});
  };
}

const ERRORS: readonly ErrorCase[] = [
  {
    error: 'wrong code',
    setUp: () => {},
    sentence:
      'mOTP 번호가 일치하지 않습니다. 앱에 지금 보이는 번호를 다시 입력해 주세요. (남은 횟수 4회)',
    failures: '실패 1회 / 5회',
  },
  {
    error: 'expired code',
    setUp: respondWith({code: 'code-expired'}, 422),
    sentence:
      '입력하신 번호의 유효 시간(60초)이 지났습니다. 앱에 새로 표시된 번호를 입력해 주세요.',
    failures: NOT_COUNTED,
  },
  {
    error: 'code already used',
    setUp: respondWith({code: 'code-replayed'}),
    sentence: '이미 사용한 번호입니다. 앱에 새 번호가 표시되면 입력해 주세요.',
    failures: NOT_COUNTED,
  },
  {
    error: 'details do not match (정보 불일치)',
    setUp: respondWith({code: 'identity-mismatch', differs: []}),
    sentence:
      '휴대폰번호와 이름의 공백을 확인해 주세요. 사이트 정보가 잘못되었다면 교육기관에 문의해 주세요.',
    failures: NOT_COUNTED,
  },
  {
    error: 'not registered',
    setUp: respondWith({code: 'not-registered'}),
    sentence: 'mOTP에 등록되어 있지 않습니다. 앱에서 이용자 등록을 먼저 해 주세요.',
    failures: NOT_COUNTED,
  },
  {
    error: 'locked',
    setUp: () => system.reset({failures: 4}),
    sentence:
      'mOTP 번호를 5회 틀려 인증이 제한되었습니다. 휴대폰 본인인증을 하면 다시 사용할 수 있습니다.',
    failures: '5회',
  },
  {
    error: 'too many requests',
    setUp: () => void (system.fault = 'rate-limited'),
    sentence: '요청이 많아 잠시 제한되었습니다. 10초 뒤 다시 시도해 주세요.',
    failures: NOT_COUNTED,
  },
  {
    error: 'session ended',
    setUp: respondWith({code: 'session-required'}, 401),
    sentence: '로그인이 만료되었습니다. 다시 로그인한 뒤 인증해 주세요.',
    failures: NOT_COUNTED,
  },
  {
    error: 'a login page to attempt and query',
    setUp: () => void (system.fault = 'signed-out'),
    sentence:
      '로그인이 만료되어 인증 결과를 확인하지 못했습니다. 다시 로그인한 뒤 [결과 확인]을 눌러 주세요.',
    failures: '같은 번호가 두 번 처리되지 않습니다.',
  },
  {
    error: 'server error',
    setUp: respondWith({code: 'internal'}, 500),
    sentence: '일시적인 문제로 인증을 처리하지 못했습니다. 1분 뒤 다시 시도해 주세요.',
    failures: NOT_COUNTED,
  },
  {
    error: 'no network',
    setUp: (trainee) => {
      system.fault = 'request-lost';
      const {onLine} = navigator;
      Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
      trainee.widget.addEventListener(
        'motp-error',
        () => Object.defineProperty(navigator, 'onLine', {value: onLine, configurable: true}),
        {once: true},
      );
    },
    sentence: '인터넷에 연결되어 있지 않습니다. 연결을 확인한 뒤 다시 시도해 주세요.',
    failures: '',
  },
  {
    error: 'phone clock off',
    setUp: () => system.reset({failures: 1}),
    sentence: "휴대폰 설정에서 '날짜 및 시간 자동 설정'을 켜거나 시간대를 서울로 바꿔 주세요.",
    failures: '실패 2회 / 5회',
  },
];

describe('error messages (C8)', () => {
  for (const {error, setUp, sentence, failures} of ERRORS) {
    it(`${error}: shows “${sentence}” and “${failures}”`, async () => {
      const trainee = await WidgetFixture.open();
      await trainee.clicksField();
      await trainee.types(await system.wrongCode());
      await setUp(trainee);
      await trainee.presses('Enter');
      await trainee.sees(sentence);
      await trainee.sees(failures);
      const forward = [...trainee.getAllNames('button'), ...trainee.getAllNames('link')];
      expect(forward.length).to.be.greaterThan(0);
      await trainee.expectsAccessible();
    });
  }

  for (const {reason, sentence} of [
    {reason: 'not-understood', sentence: '인증 결과를 확인하지 못했습니다. [결과 확인]을 누르거나'},
    {reason: 'network', sentence: '인터넷 연결이 끊겨 인증 결과를 아직 확인하지 못했습니다.'},
  ]) {
    it(`unknown result, ${reason}: shows a sentence for its reason and the button 결과 확인`, async () => {
      const trainee = await WidgetFixture.open();
      await trainee.clicksField();
      await trainee.types(await system.code());
      system.override = () =>
        reason === 'network' ? Response.error() : new Response('{"code": "?"}');
      await trainee.presses('Enter');
      await trainee.reaches('unknown');
      await trainee.sees(sentence);
      await trainee.sees('같은 번호가 두 번 처리되지 않습니다.');
      expect(trainee.getAllNames('button')).to.include('결과 확인');
    });
  }

  const DIFFERENCES = {
    name: 'mOTP 앱에 등록된 이름이 사이트에 등록된 이름과 다릅니다.',
    phone: 'mOTP 앱에 등록된 휴대폰번호가 사이트에 등록된 번호와 다릅니다.',
    spaces: '이름의 공백이 다릅니다. 사이트에 등록된 정보와 공백까지 똑같이',
  } as const;
  for (const differs of ['name', 'phone', 'spaces'] as const) {
    it(`정보 불일치 of the ${differs}: shows “${DIFFERENCES[differs]}”`, async () => {
      respondWith({code: 'identity-mismatch', differs: [differs]})();
      const trainee = await WidgetFixture.open();
      await trainee.enters('123456');
      await trainee.sees(DIFFERENCES[differs]);
      await trainee.sees(NOT_COUNTED);
    });
  }

  it('wrong code: shows the likely causes at the first failure in another time zone', async () => {
    const restoreTimeZone = setTimeZone(300);
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.wrongCode());
    await trainee.sees('실패 1회 / 5회');
    await trainee.sees('휴대폰의 시간이 정확하지 않으면');
    await trainee.expectsAccessible();
    restoreTimeZone();
  });

  it('wrong code: shows the likely causes from the second failure on in Korea', async () => {
    const restoreTimeZone = setTimeZone(KOREA);
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.wrongCode());
    await trainee.sees('실패 1회 / 5회');
    expect(trainee.text).to.not.include('휴대폰의 시간이 정확하지 않으면');
    await trainee.enters('999999');
    await trainee.sees('실패 2회 / 5회');
    for (const cause of [
      '휴대폰의 시간이 정확하지 않으면',
      '다른 휴대폰에서 발급받았거나 앱을 다시 설치했다면',
      '앱에 등록한 이름과 휴대폰번호가',
    ]) {
      await trainee.sees(cause);
    }
    restoreTimeZone();
  });
});
