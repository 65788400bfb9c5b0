/** Pages that interfere: cancelled keys, old libraries, replaced functions (F40). */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const CANCELLED = [
  'paste',
  'copy',
  'cut',
  'keydown',
  'keyup',
  'contextmenu',
  'selectstart',
  'dragstart',
];

/** Verifies, and expects one regular request. */
async function expectVerified(): Promise<void> {
  const trainee = await WidgetFixture.open();
  await trainee.enters(await system.code());
  await trainee.reaches('verified');
  expect(JSON.parse(system.posts[0]?.body ?? '')).to.include({v: 1, occasion: 'enrollment'});
}

/** Creates a paste event with this text. */
function pasteOf(text: string): Event {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const paste = new Event('paste', {bubbles: true, composed: true, cancelable: true});
  // The constructor of Firefox ignores clipboardData.
  return Object.defineProperty(paste, 'clipboardData', {value: clipboardData});
}

describe('an exam page that cancels events on document', () => {
  let events: string[];
  let exam: AbortController;

  beforeEach(() => {
    events = [];
    exam = new AbortController();
    for (const type of CANCELLED) {
      const cancel = (event: Event): void => {
        event.preventDefault();
        events.push(event instanceof KeyboardEvent ? event.key : type);
      };
      document.addEventListener(type, cancel, {signal: exam.signal});
      document.body.addEventListener(type, cancel, {signal: exam.signal});
    }
  });

  afterEach(() => exam.abort());

  const PAGES = {
    'the built-in field': html`<motp-verify endpoint="/api/motp"></motp-verify>`,
    'a slotted input': html`<motp-verify endpoint="/api/motp"><input slot="code" /></motp-verify>`,
  };
  for (const [what, markup] of Object.entries(PAGES)) {
    it(`cannot block typing into ${what}, and gets none of its events`, async () => {
      const trainee = await WidgetFixture.open(markup);
      await trainee.clicksField();
      events.length = 0;
      await trainee.types('123456');
      expect(trainee.field.value).to.equal('123456');
      expect(events).to.deep.equal([]);
    });

    it(`cannot block a paste into ${what}`, async () => {
      const trainee = await WidgetFixture.open(markup);
      trainee.field.dispatchEvent(pasteOf('mOTP 123 456'));
      expect(trainee.field.value).to.equal('123456');
      expect(events).to.deep.equal([]);
    });
  }

  it('still gets Escape, which a surrounding dialog needs', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    events.length = 0;
    await trainee.presses('Escape');
    expect(events.filter((key) => key === 'Escape').length).to.be.at.least(1);
  });

  it('cannot block a paste by cancelling it in the capture phase', async () => {
    const trainee = await WidgetFixture.open();
    const {signal} = exam;
    document.addEventListener('paste', (event) => event.preventDefault(), {signal, capture: true});
    trainee.field.dispatchEvent(pasteOf('123456'));
    expect(trainee.field.value).to.equal('123456');
  });
});

describe('the widget in a page', () => {
  const fetch = window.fetch.bind(window);
  const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {};

  afterEach(() => {
    window.fetch = fetch;
    Object.defineProperty(Storage.prototype, 'setItem', setItem);
    Reflect.deleteProperty(Object.prototype, 'extend');
  });

  it('verifies when fetch is wrapped without its signal', async () => {
    window.fetch = (url, init) => fetch(url, {...init, signal: null});
    await expectVerified();
  });

  it('gives up at the deadline when fetch never settles', async () => {
    window.fetch = () => new Promise(() => undefined);
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" timeout="3"></motp-verify>`,
    );
    await trainee.enters(await system.code());
    await trainee.reaches('checking');
    expect(trainee.widget.verification).to.include({reason: 'timeout'});
  });

  for (const [what, broken] of [
    ['returns undefined', () => undefined],
    ['resolves with no Response', () => Promise.resolve({ok: true})],
  ] as const) {
    it(`shows no success and no error when fetch ${what}`, async () => {
      window.fetch = broken as unknown as typeof fetch;
      const trainee = await WidgetFixture.open();
      await trainee.enters(await system.code());
      await trainee.reaches('checking');
      window.fetch = fetch;
      await trainee.reaches('verified');
    });
  }

  it('sends nothing and says so when fetch throws', async () => {
    window.fetch = () => {
      throw new Error('of the page');
    };
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.code());
    await trainee.reaches('ready', 'internal');
    window.fetch = fetch;
    await trainee.presses('Enter');
    await trainee.reaches('verified');
  });

  it('verifies when Object.prototype has been extended', async () => {
    // The test endpoint runs in this page and would be affected too, so the response is literal.
    const verified =
      '{"code": "verified", "verificationId": "a", "counted": false, "serverTime": 1}';
    system.override = () => new Response(verified);
    Object.assign(Object.prototype, {extend: () => undefined});
    await expectVerified();
  });

  it('verifies when storage throws', async () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await expectVerified();
  });

  it('verifies when listeners throw', async () => {
    const errors: string[] = [];
    const listening = new AbortController();
    const {signal} = listening;
    const {onerror} = window;
    Object.assign(window, {onerror: (message: string) => errors.push(message) > 0});
    for (const type of ['motp-state-change', 'motp-verified']) {
      document.addEventListener(
        type,
        () => {
          throw new Error('of the page');
        },
        {signal},
      );
    }
    await expectVerified();
    expect(errors.length).to.be.at.least(3);
    Object.assign(window, {onerror});
    listening.abort();
  });

  it('keeps the first definition when the script is included twice', async () => {
    const before = customElements.get('motp-verify');
    // @ts-expect-error -- TypeScript knows no URLs with a query.
    await import('../../src/index.ts?again');
    expect(customElements.get('motp-verify')).to.equal(before);
  });
});
