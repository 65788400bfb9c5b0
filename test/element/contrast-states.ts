/** The states in which contrasts are measured, and how a trainee comes to each. */
import {expect, html} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {middleOf} from '../harness/in-page-driver.ts';
import {system} from '../harness/system.ts';
import {PAGE, WidgetFixture} from '../harness/widget-fixture.ts';

/** A page whose card is short, since the first state has everything open. */
const SHORT = html`<motp-verify
  endpoint="/api/motp"
  status-url="/api/motp/status"
  occasion="lesson"
  trainee-name="홍길동"
  trainee-phone="01012345678"
  phone-identity-url="/phone-identity"
  re-registration-url="/re-registration"
  login-url="/login"
  omit="guide questions help"
></motp-verify>`;

/** Opens the short card, and waits for the runtime and the endpoint. */
export async function openShort(): Promise<WidgetFixture> {
  const trainee = await WidgetFixture.open(SHORT);
  await trainee.until(() => trainee.has('[part=countdown]'), 'the ring is there');
  return trainee;
}

const respondsWith = (status: number, code: string, members: object = {}): void => {
  system.override = (request) =>
    request.method === 'POST'
      ? Response.json({code, serverTime: system.now, ...members}, {status})
      : Response.json({code: 'ready', failures: 0, maxFailures: 5, serverTime: system.now});
};

/** Enters a code that the endpoint answers so. */
const answered =
  (state: Parameters<WidgetFixture['reaches']>, ...answer: Parameters<typeof respondsWith>) =>
  async (): Promise<WidgetFixture> => {
    const trainee = await openShort();
    respondsWith(...answer);
    await trainee.enters('123456');
    await trainee.reaches(...state);
    return trainee;
  };

const failures = {failures: 1, maxFailures: 5};

/** How a trainee comes to each state. */
export const CONTRAST_STATES: Readonly<Record<string, () => Promise<WidgetFixture>>> = {
  'ready, with everything open': async () => {
    const trainee = await WidgetFixture.open();
    trainee.widget.setAttribute('masked', '');
    trainee.widget.setAttribute('guidance', 'open');
    trainee.widget.setAttribute('guide', 'open');
    await trainee.clicksPart('[part=questions] summary');
    await trainee.until(
      () => trainee.widget.shadowRoot?.querySelector('.questions') != null,
      'the questions are open',
    );
    await trainee.until(
      () => trainee.widget.shadowRoot?.querySelector('.phone') != null,
      'the guide is open',
    );
    return trainee;
  },
  'ready on a phone': () => WidgetFixture.open(html`<div style="width: 320px">${PAGE}</div>`),
  'an empty field with the focus': async () => {
    const trainee = await openShort();
    await trainee.clicksField();
    return trainee;
  },
  'digits in the field': async () => {
    const trainee = await openShort();
    await trainee.clicksField();
    await trainee.types('123');
    return trainee;
  },
  'a link with the focus': async () => {
    const trainee = await openShort();
    await trainee.clicksField();
    await trainee.presses('Tab');
    await trainee.presses('Tab');
    expect(trainee.focused?.matches('a')).to.equal(true);
    return trainee;
  },
  'the pointer over the button': async () => {
    const trainee = await openShort();
    const {x, y} = await middleOf(trainee.getByRole('button', '인증하기'));
    await sendMouse({type: 'move', position: [x, y]});
    return trainee;
  },
  'little time left': async () => {
    system.now += 47_000;
    const trainee = await openShort();
    await trainee.until(
      () => trainee.widget.shadowRoot?.querySelector('.low') != null,
      'the ring warns',
    );
    return trainee;
  },
  'a name with marks': async () => {
    const trainee = await openShort();
    trainee.widget.traineeName = ' 홍\u00a0길\u200b동';
    await trainee.until(() => trainee.widget.shadowRoot?.querySelector('.mark') != null, 'marks');
    return trainee;
  },
  disabled: async () => {
    const trainee = await openShort();
    trainee.widget.disabled = true;
    await trainee.widget.updateComplete;
    return trainee;
  },
  'sending, with the pointer over the button': async () => {
    const trainee = await openShort();
    system.holdResponses();
    await trainee.fillsIn('123456');
    await trainee.clicksPart('[part=submit]');
    await trainee.sees('인증하고 있습니다');
    return trainee;
  },
  wrong: answered(['ready', 'code-mismatch'], 422, 'code-mismatch', failures),
  'wrong for the second time, with advice': async () => {
    const trainee = await CONTRAST_STATES['wrong']?.();
    if (!trainee) throw new Error('There is no state “wrong”.');
    respondsWith(422, 'code-mismatch', {...failures, failures: 2});
    await trainee.enters('234567');
    await trainee.sees('남은 횟수 3회');
    return trainee;
  },
  expired: answered(['ready', 'code-expired'], 422, 'code-expired', {
    ...failures,
    stepEndsInMs: 30_000,
    stepLengthMs: 60_000,
  }),
  replayed: answered(['ready', 'code-replayed'], 422, 'code-replayed', failures),
  'identity mismatch': answered(['ready', 'identity-mismatch'], 422, 'identity-mismatch', {
    ...failures,
    differs: ['name', 'phone'],
  }),
  'not registered': answered(['ready', 'not-registered'], 422, 'not-registered', failures),
  unavailable: answered(['ready', 'unavailable'], 503, 'unavailable'),
  'rate limited': answered(['rate-limited'], 429, 'rate-limited', {retryAfter: 30}),
  'session expired': answered(['signed-out'], 401, 'session-required'),
  'result unknown': async () => {
    const trainee = await openShort();
    system.fault = 'signed-out';
    await trainee.enters('123456');
    await trainee.reaches('unknown');
    return trainee;
  },
  locked: answered(['locked'], 423, 'locked', {
    failures: 5,
    maxFailures: 5,
    unlock: ['phone-identity', 're-registration'],
  }),
  'the success dialog': async () => {
    const trainee = await openShort();
    await trainee.enters(await system.code());
    await trainee.until(
      () => trainee.widget.shadowRoot?.querySelector('dialog:modal') != null,
      'the dialog is open',
    );
    return trainee;
  },
  'verified, after the dialog': async () => {
    const trainee = await CONTRAST_STATES['the success dialog']?.();
    if (!trainee) throw new Error('There is no state “the success dialog”.');
    await trainee.clicksPart('[part=close]');
    await trainee.until(
      () => trainee.widget.shadowRoot?.querySelector('dialog:modal') == null,
      'the dialog is closed',
    );
    return trainee;
  },
  'a mistake in the attributes': async () => {
    const trainee = await openShort();
    trainee.widget.endpoint = 'http://';
    await trainee.until(() => trainee.text.includes('설정에 문제'), 'the mistake is shown');
    return trainee;
  },
};
