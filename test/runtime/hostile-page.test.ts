/** Pages that press on the widget: exams that cancel keys, old libraries, wrapped functions (F40). */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

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

/** A trainee who is verified all the same. */
async function isVerified(): Promise<void> {
  const trainee = await Trainee.arrives();
  await trainee.enters(await system.code());
  await trainee.reaches('verified');
  expect(JSON.parse(system.posts[0]?.body ?? '')).to.include({v: 1, occasion: 'enrollment'});
}

/** A paste of this text into the field. */
function pasteOf(text: string): Event {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const paste = new Event('paste', {bubbles: true, composed: true, cancelable: true});
  // Firefox's own constructor takes no data.
  return Object.defineProperty(paste, 'clipboardData', {value: clipboardData});
}

describe('an exam page that cancels everything at document', () => {
  let heard: string[];
  let exam: AbortController;

  beforeEach(() => {
    heard = [];
    exam = new AbortController();
    for (const type of CANCELLED) {
      const cancel = (event: Event): void => {
        event.preventDefault();
        heard.push(event instanceof KeyboardEvent ? event.key : type);
      };
      document.addEventListener(type, cancel, {signal: exam.signal});
      document.body.addEventListener(type, cancel, {signal: exam.signal});
    }
  });

  afterEach(() => exam.abort());

  const PAGES = {
    'the widget’s own field': html`<motp-verify endpoint="/api/motp"></motp-verify>`,
    'the site’s input in the slot': html`<motp-verify endpoint="/api/motp"
      ><input slot="code"
    /></motp-verify>`,
  };
  for (const [what, markup] of Object.entries(PAGES)) {
    it(`${what} can be typed into, and hears of nothing`, async () => {
      const trainee = await Trainee.arrives(markup);
      await trainee.clicksField();
      heard.length = 0;
      await trainee.types('123456');
      expect(trainee.field.value).to.equal('123456');
      expect(heard).to.deep.equal([]);
    });

    it(`${what} can be pasted into`, async () => {
      const trainee = await Trainee.arrives(markup);
      trainee.field.dispatchEvent(pasteOf('mOTP 123 456'));
      expect(trainee.field.value).to.equal('123456');
      expect(heard).to.deep.equal([]);
    });
  }

  it('still hears Escape and Tab, by which a dialog around lives', async () => {
    const trainee = await Trainee.arrives();
    await trainee.clicksField();
    heard.length = 0;
    await trainee.presses('Escape');
    expect(heard.filter((key) => key === 'Escape').length).to.be.at.least(1);
  });

  it('that cancels a paste on its way down can’t keep the code out either', async () => {
    const trainee = await Trainee.arrives();
    const {signal} = exam;
    document.addEventListener('paste', (event) => event.preventDefault(), {signal, capture: true});
    trainee.field.dispatchEvent(pasteOf('123456'));
    expect(trainee.field.value).to.equal('123456');
  });
});

describe('a page', () => {
  const fetch = window.fetch.bind(window);
  const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {};

  afterEach(() => {
    window.fetch = fetch;
    Object.defineProperty(Storage.prototype, 'setItem', setItem);
    Reflect.deleteProperty(Object.prototype, 'extend');
  });

  it('that wraps fetch, and passes on neither signal nor options object, is no obstacle', async () => {
    window.fetch = (url, init) => fetch(url, {...init, signal: null});
    await isVerified();
  });

  it('whose fetch never settles is given up at the deadline all the same', async () => {
    window.fetch = () => new Promise(() => undefined);
    const trainee = await Trainee.arrives(
      html`<motp-verify endpoint="/api/motp" timeout="3"></motp-verify>`,
    );
    await trainee.enters(await system.code());
    await trainee.reaches('checking');
    expect(trainee.widget.attempt).to.include({doubt: 'timeout'});
  });

  for (const [what, broken] of [
    [
      'throws',
      () => {
        throw new Error('of the page');
      },
    ],
    ['brings nothing', () => undefined],
    ['brings what is no response', () => Promise.resolve({ok: true})],
  ] as const) {
    it(`whose fetch ${what} leaves no success and no error behind`, async () => {
      window.fetch = broken as unknown as typeof fetch;
      const trainee = await Trainee.arrives();
      await trainee.enters(await system.code());
      await trainee.reaches('checking');
      window.fetch = fetch;
      await trainee.reaches('verified');
    });
  }

  it('that has added to every object is no obstacle', async () => {
    // The endpoint of the tests stands in the same page, and is another program in truth.
    const verified =
      '{"code": "verified", "verificationId": "a", "counted": false, "serverTime": 1}';
    system.instead = () => new Response(verified);
    Object.assign(Object.prototype, {extend: () => undefined});
    await isVerified();
  });

  it('where the browser keeps nothing is no obstacle', async () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await isVerified();
  });

  it('whose listeners throw is no obstacle', async () => {
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
    await isVerified();
    expect(errors.length).to.be.at.least(3);
    Object.assign(window, {onerror});
    listening.abort();
  });

  it('that includes the script twice keeps the first', async () => {
    const before = customElements.get('motp-verify');
    const again: string = '../../src/index.ts?again';
    await import(again);
    expect(customElements.get('motp-verify')).to.equal(before);
  });
});
