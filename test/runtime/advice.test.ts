/** No sentence names a way out for which the site gives no address: a table of messages × ways. */
import {expect, html} from '@open-wc/testing';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {AttemptResponse} from '../../src/core/contract.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** The ways, and every form in which a Korean message could name each. */
const WAYS = {
  phone: /휴대폰 (?:본인)?인증|휴대폰 또는/,
  ipin: /아이핀/,
  reset: /등록 초기화/,
} as const;

type Way = keyof typeof WAYS;

/** Every combination of ways that a site can offer. */
const OFFERS: readonly (readonly Way[])[] = [
  [],
  ['phone'],
  ['ipin'],
  ['reset'],
  ['phone', 'ipin'],
  ['phone', 'reset'],
  ['ipin', 'reset'],
  ['phone', 'ipin', 'reset'],
];

/** Responds with this to every attempt. */
function respondWith(answer: Partial<AttemptResponse>, status = 409): void {
  system.override = () =>
    Response.json({counted: false, serverTime: system.now, ...answer}, {status});
}

/** What the endpoint can answer and what needs another way out then. */
const OUTCOMES = {
  'last try': () =>
    respondWith({code: 'code-mismatch', counted: true, failures: 4, maxFailures: 5}, 422),
  outage: () => respondWith({code: 'unavailable'}, 503),
  'other name': () => respondWith({code: 'identity-mismatch', differs: ['name']}),
  'other phone': () => respondWith({code: 'identity-mismatch', differs: ['phone']}),
  'other spaces': () => respondWith({code: 'identity-mismatch', differs: ['spaces']}),
  'other details': () => respondWith({code: 'identity-mismatch'}),
  'not registered': () => respondWith({code: 'not-registered'}),
  lock: () =>
    respondWith(
      {
        code: 'locked',
        unlock: ['phone-identity', 're-registration'],
        failures: 5,
        maxFailures: 5,
      },
      423,
    ),
} as const;

const PHONE_LOCK = '휴대폰 본인인증을 하면 다시 사용할 수 있습니다.';
const IPIN_LOCK = '아이핀 본인인증을 하면 다시 사용할 수 있습니다.';
const RESET_LOCK = 'mOTP 등록 초기화를 한 뒤 앱에서 다시 등록하면 다시 사용할 수 있습니다.';
const ASK = '교육기관에 문의해 주세요.';
const LEFT = '(남은 횟수 1회)';
const RESET = '앱 정보가 잘못되었다면 앱에서 mOTP 등록 초기화를 해 주세요. 사이트 정보가';
const REGISTER = '앱 정보가 잘못되었다면 앱에서 이용자 등록을 다시 해 주세요. 사이트 정보가';

/** The table: what each message says for each offer. */
const SENTENCES: Readonly<Record<keyof typeof OUTCOMES, (offer: readonly Way[]) => string>> = {
  'last try': (offer) => {
    if (offer.includes('phone')) return '인증이 제한되고 휴대폰 본인인증이 필요합니다.';
    return offer.includes('ipin') ? '인증이 제한되고 아이핀 본인인증이 필요합니다.' : LEFT;
  },
  outage: (offer) => {
    const [hasPhone, hasIpin] = [offer.includes('phone'), offer.includes('ipin')];
    if (hasPhone && hasIpin) return '휴대폰 또는 아이핀 인증을 이용해 주세요.';
    if (hasPhone) return '발생했습니다. 휴대폰 인증을 이용해 주세요.';
    return hasIpin
      ? '발생했습니다. 아이핀 인증을 이용해 주세요.'
      : '발생했습니다. 잠시 뒤 다시 시도해 주세요.';
  },
  'other name': (offer) => (offer.includes('reset') ? RESET : REGISTER),
  'other phone': (offer) => (offer.includes('reset') ? RESET : REGISTER),
  'other spaces': () => '공백까지 똑같이 다시 등록하거나 교육기관에 문의해 주세요.',
  'other details': () => '휴대폰번호와 이름의 공백을 확인해 주세요. 사이트 정보가 잘못되었다면',
  'not registered': () => '앱에서 이용자 등록을 먼저 해 주세요.',
  lock: lockSentence,
};

function lockSentence(offer: readonly Way[]): string {
  if (offer.includes('phone')) return PHONE_LOCK;
  if (offer.includes('ipin')) return IPIN_LOCK;
  return offer.includes('reset') ? RESET_LOCK : ASK;
}

/** Opens a widget of a site that offers these ways, with guide and questions open. */
async function openWith(offer: readonly Way[], name = '홍길동'): Promise<WidgetFixture> {
  const url = (way: Way): string | undefined => (offer.includes(way) ? `/${way}` : undefined);
  const trainee = await WidgetFixture.open(html`
    <motp-verify
      endpoint="/api/motp"
      status-url="/api/motp/status"
      guide="open"
      trainee-name=${name}
      trainee-phone="01012345678"
      phone-identity-url=${ifDefined(url('phone'))}
      ipin-url=${ifDefined(url('ipin'))}
      re-registration-url=${ifDefined(url('reset'))}
    ></motp-verify>
  `);
  await trainee.clicks('button', '자주 묻는 질문');
  await trainee.sees('mOTP 정보가 불일치하다고 나옵니다.');
  return trainee;
}

/** The message above the field, or the reason of the lock. The questions may say the same. */
function messageOf({widget}: WidgetFixture): string {
  return (
    widget.shadowRoot?.querySelector('[part=notice], [part=locked] p:not([role])')?.textContent ??
    ''
  );
}

/** Sends a number. It differs from the one before, which is not sent twice. */
async function sends(trainee: WidgetFixture, count: number): Promise<void> {
  trainee.autofills(String(123_456 + count));
  await trainee.widget.verify();
}

/** Waits until the message contains a sentence. */
function seesInMessage(trainee: WidgetFixture, sentence: string): Promise<void> {
  return trainee.until(
    () => messageOf(trainee).includes(sentence),
    `the message says “${sentence}”`,
  );
}

for (const offer of OFFERS) {
  describe(`a site that offers ${offer.join(', ') || 'no other way'}`, () => {
    const others = (Object.keys(WAYS) as Way[]).filter((way) => !offer.includes(way));

    /** Expects that no way is named which the site does not offer. */
    function expectOffered(trainee: WidgetFixture, when: string): void {
      for (const way of others) expect(trainee.text, `${way}, ${when}`).to.not.match(WAYS[way]);
    }

    it('reads of these ways alone in guidance, guide and questions', async () => {
      const trainee = await openWith(offer);
      expectOffered(trainee, 'guidance');
      expect(trainee.getByRole('list', '인증 방법').children).to.have.length(6);
      for (const way of offer) expect(trainee.text, way).to.match(WAYS[way]);
    });

    it('reads of these ways alone in every message', async () => {
      const trainee = await openWith(offer);
      for (const [count, [outcome, respond]] of Object.entries(OUTCOMES).entries()) {
        respond();
        await sends(trainee, count);
        await seesInMessage(trainee, SENTENCES[outcome as keyof typeof OUTCOMES](offer));
        expectOffered(trainee, outcome);
      }
      await trainee.clicks('button', '제한이 풀렸는지 확인');
      await seesInMessage(trainee, `아직 해제되지 않았습니다. ${lockSentence(offer)}`);
      expectOffered(trainee, 'lock stands');
    });
  });
}

/** Opens a page with a decomposed name, and waits until it is known as such: what knows it loads on demand. */
async function openWithDecomposedName(offer: readonly Way[]): Promise<WidgetFixture> {
  const trainee = await openWith(offer, '홍길동'.normalize('NFD'));
  const {shadowRoot} = trainee.widget;
  await trainee.until(
    () => Boolean(shadowRoot?.querySelector('[part=identity-warnings]')),
    'a warning about the name',
  );
  return trainee;
}

describe('a name that cannot be typed into the app', () => {
  it('is never advised to be registered again', async () => {
    const trainee = await openWithDecomposedName(['phone', 'reset']);
    const outcomes = ['other name', 'other spaces', 'other details', 'other phone'] as const;
    for (const [count, outcome] of outcomes.entries()) {
      OUTCOMES[outcome]();
      await sends(trainee, count);
      await trainee.reaches('ready', 'identity-mismatch');
      const notice = messageOf(trainee);
      expect(notice, outcome).to.include('교육기관에');
      expect(notice, outcome).to.not.match(/등록 초기화|다시 (?:등록|해)|먼저/);
    }
  });

  it('is corrected before the app is registered', async () => {
    const trainee = await openWithDecomposedName([]);
    OUTCOMES['not registered']();
    await sends(trainee, 0);
    await trainee.reaches('ready', 'not-registered');
    expect(messageOf(trainee)).to.include('교육기관에 이름 정정을 요청해 주세요.');
  });
});

describe('the names of the ways', () => {
  it('follow the site’s own messages', async () => {
    const trainee = await openWith(['phone', 'ipin']);
    trainee.widget.messages = {viaPhone: 'PASS', or: ' / '};
    await trainee.sees('mOTP 장애 발생 시 PASS / 아이핀 인증을 이용하시면 됩니다.');
  });
});
