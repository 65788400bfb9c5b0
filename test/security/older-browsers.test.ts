/** The main flows without what the oldest supported browsers lack (README.md, Browsers). */
import {expect, html} from '@open-wc/testing';
import {recordConsoleErrors} from '../harness/console.ts';
import {system} from '../harness/system.ts';
import {verifyInFrame} from '../harness/verify-in-frame.ts';
import {PAGE, WidgetFixture} from '../harness/widget-fixture.ts';

/**
 * The built-ins that came after Chrome 111, Firefox 110 or Safari 16.4, but for `URL.canParse`, which the
 * mock worker of the tests needs.
 */
const NEWER: readonly (readonly [owner: object, names: readonly string[]])[] = [
  [URL, ['parse']],
  [Promise, ['withResolvers', 'try']],
  [Array, ['fromAsync']],
  [Object, ['groupBy']],
  [Map, ['groupBy']],
  [AbortSignal, ['any']],
  [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
  [String.prototype, ['isWellFormed', 'toWellFormed']],
  [
    Set.prototype,
    ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf'],
  ],
  [Uint8Array, ['fromBase64', 'fromHex']],
  [Uint8Array.prototype, ['toBase64', 'toHex']],
  [RegExp, ['escape']],
  [Math, ['sumPrecise']],
  [JSON, ['rawJSON', 'isRawJSON']],
  [globalThis, ['Iterator']],
  [HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'togglePopover']],
  [Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'getHTML']],
  [ElementInternals.prototype, ['states']],
];

/** Removes the built-ins; returns a function that puts them back. */
function removeNewer(): () => void {
  const removed = NEWER.flatMap(([owner, names]) =>
    names.flatMap((name) => {
      const descriptor = Object.getOwnPropertyDescriptor(owner, name);
      return descriptor && Reflect.deleteProperty(owner, name) ? [{owner, name, descriptor}] : [];
    }),
  );
  return () => {
    for (const {owner, name, descriptor} of removed) Object.defineProperty(owner, name, descriptor);
  };
}

describe('without newer built-ins', () => {
  const lines = recordConsoleErrors();
  let restore: (() => void) | undefined;

  beforeEach(() => {
    restore = removeNewer();
  });

  afterEach(() => {
    restore?.();
    system.override = undefined;
  });

  it('they are gone', () => {
    for (const [owner, names] of NEWER) {
      for (const name of names) expect(Object.hasOwn(owner, name), name).to.equal(false);
    }
  });

  it('a code is verified, and notify-window tells the parent', async () => {
    system.override = () => Response.json({code: 'verified', verificationId: 'A-1'});
    const {messages} = await verifyInFrame('123456');
    expect(messages[0]?.data).to.have.property('type', 'motp-verified');
    expect(lines).to.deep.equal([]);
  });

  it('a wrong code and a lock are shown', async () => {
    const answers = [
      [422, {code: 'code-mismatch', failures: 1, maxFailures: 5}, '실패 1회 / 5회'],
      [423, {code: 'locked', unlock: ['phone-identity'], failures: 5, maxFailures: 5}, '제한'],
    ] as const;
    for (const [status, body, text] of answers) {
      system.override = () => Response.json(body, {status});
      const trainee = await WidgetFixture.open(
        html`<motp-verify endpoint="/api/motp" phone-identity-url="/phone-identity"></motp-verify>`,
      );
      trainee.autofills('123456');
      await trainee.widget.verify();
      await trainee.widget.updateComplete;
      expect(trainee.text).to.include(text);
      trainee.widget.remove();
      sessionStorage.clear();
    }
    expect(lines).to.deep.equal([]);
  });

  it('a legacy endpoint is understood', async () => {
    system.override = () => new Response('<r><code>0</code></r>');
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" format="form"></motp-verify>`,
    );
    trainee.widget.responseMap = '{"code": "<code>", "values": {"0": "verified"}}';
    trainee.autofills('123456');
    await trainee.widget.verify();
    expect(trainee.widget.verification.status).to.equal('verified');
    expect(lines).to.deep.equal([]);
  });

  it('the whole card with guide and questions is rendered', async () => {
    const {widget} = await WidgetFixture.open(PAGE);
    widget.guide = 'open';
    await widget.updateComplete;
    expect(widget.shadowRoot?.querySelector('[part=guide]')?.textContent).to.include('mOTP');
    expect(lines).to.deep.equal([]);
  });
});
