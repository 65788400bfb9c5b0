/** Script payloads in every input of the widget: nothing runs, and no payload becomes a node. */
import {expect, html} from '@open-wc/testing';
import {MotpVerify} from '../../src/index.ts';
import {recordConsoleErrors} from '../harness/console.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Each payload sets `window.ran` if it runs, and adds an element if it is parsed as markup. */
const PAYLOADS: readonly string[] = [
  '<script>window.ran = 1</script>',
  '<img src=x onerror="window.ran = 1">',
  '<svg onload="window.ran = 1">',
  '"><img src=x onerror=window.ran=1>',
  "'-(window.ran=1)-'",
  '${window.ran = 1}',
  '{{constructor.constructor("window.ran = 1")()}}',
  'javascript:window.ran=1',
  'JaVaScRiPt:window.ran=1',
  'java\tscript:window.ran=1',
  'java\nscript:window.ran=1',
  ' \u0001javascript:window.ran=1',
  'data:text/html,<script>opener.ran=1</script>',
  'vbscript:window.ran=1',
  '//evil.example/x',
  'https:evil',
  '(window.ran=1)',
  'window.ran=1;alert',
  'eval',
  'constructor.constructor',
  '#x, [onfocus=window.ran=1]',
  '{"__proto__": {"code": "verified"}, "values": {"x": "verified"}}',
  '\u202egnp.exe',
];

/** Every attribute that holds a URL. */
const URL_ATTRIBUTES = [
  'endpoint',
  'status-url',
  'phone-identity-url',
  'ipin-url',
  're-registration-url',
  'login-url',
  'support-url',
  'guide-url',
  'manual-url',
  'android-url',
  'ios-url',
  'app-url',
] as const;

/** Returns the elements, unsafe links and globals that a payload has added. */
function traces(widget: MotpVerify): readonly string[] {
  const foreign = 'script, img, iframe, object, embed, [onerror], [onload], [onfocus], [srcdoc]';
  const inside = [...(widget.shadowRoot?.querySelectorAll(foreign) ?? [])];
  const nodes = [...widget.querySelectorAll(foreign), ...inside];
  const links = [...(widget.shadowRoot?.querySelectorAll('a') ?? [])].map(({href}) => href);
  const unsafe = links.filter((href) => !/^(https?|tel):/.test(href));
  return [...nodes.map(({outerHTML}) => outerHTML), ...unsafe, ...('ran' in window ? ['ran'] : [])];
}

describe('a script payload', () => {
  const lines = recordConsoleErrors();

  afterEach(() => {
    Reflect.deleteProperty(window, 'ran');
  });

  it('in any attribute does not run and becomes no node', async () => {
    const attributes = MotpVerify.observedAttributes.filter((name) => name !== 'style');
    for (const attribute of attributes) {
      const trainee = await WidgetFixture.open();
      for (const payload of PAYLOADS) {
        trainee.widget.setAttribute(attribute, payload);
        await trainee.widget.updateComplete;
        expect(traces(trainee.widget), `${attribute}="${payload}"`).to.deep.equal([]);
      }
      trainee.widget.remove();
    }
  });

  it('in any URL attribute is logged once and never linked', async () => {
    const runnable = PAYLOADS.filter((text) => URL.canParse(text) && !/^https?:/.test(text));
    expect(runnable.length).to.be.at.least(7);
    for (const attribute of URL_ATTRIBUTES) {
      for (const payload of runnable) {
        lines.length = 0;
        const trainee = await WidgetFixture.open(
          html`<motp-verify endpoint="/api/motp" outcome="locked" guide="open"></motp-verify>`,
        );
        trainee.widget.setAttribute(attribute, payload);
        // The widget before may still log what its endpoint answered.
        const own = (): string[] =>
          lines.filter((line) => line.startsWith(`<motp-verify> ${attribute} is `));
        await trainee.until(() => own().length > 0, `${attribute}="${payload}" is logged`);
        await trainee.widget.updateComplete;
        expect(own()).to.have.length(1);
        expect(traces(trainee.widget), `${attribute}="${payload}"`).to.deep.equal([]);
        trainee.widget.remove();
      }
    }
  });

  it('in any custom message does not run and becomes no node', async () => {
    const trainee = await WidgetFixture.open();
    for (const payload of PAYLOADS) {
      const messages = Object.fromEntries(Object.keys(ALL).map((key) => [key, payload]));
      trainee.widget.messages = messages;
      await trainee.widget.updateComplete;
      expect(traces(trainee.widget), payload).to.deep.equal([]);
    }
  });

  it('in any slot is not copied into the shadow root', async () => {
    for (const payload of PAYLOADS.filter((text) => !text.includes('<'))) {
      const trainee = await WidgetFixture.open(html`
        <motp-verify endpoint="/api/motp">
          <span slot="heading">${payload}</span><span slot="guidance">${payload}</span>
          <span slot="help">${payload}</span><span slot="footer">${payload}</span>
        </motp-verify>
      `);
      expect(traces(trainee.widget), payload).to.deep.equal([]);
      expect(trainee.text).to.not.include(payload);
    }
  });

  it('in any field of a response does not run and becomes no node', async () => {
    const codes = ['verified', 'code-mismatch', 'locked', 'identity-mismatch', 'rate-limited', 'x'];
    for (const payload of PAYLOADS) {
      for (const code of codes) {
        const fields = [
          'verificationId',
          'title',
          'detail',
          'instance',
          'unlock',
          'failures',
          'msg',
        ];
        const body = Object.fromEntries(fields.map((name) => [name, payload]));
        system.override = () => Response.json({...body, code}, {status: 200});
        const trainee = await WidgetFixture.open(
          html`<motp-verify endpoint="/api/motp"></motp-verify>`,
        );
        trainee.autofills('123456');
        void trainee.widget.verify();
        await trainee.until(
          () => trainee.widget.verification.status !== 'sending',
          'the response has arrived',
        );
        await trainee.widget.updateComplete;
        expect(traces(trainee.widget), `${code} ${payload}`).to.deep.equal([]);
        trainee.widget.remove();
        sessionStorage.clear();
      }
    }
  });

  it('in a message of the agency is text', async () => {
    for (const payload of PAYLOADS) {
      system.override = () => Response.json({code: 'AP011', msg: payload});
      const trainee = await WidgetFixture.open(
        html`<motp-verify
          endpoint="/api/motp"
          response-map="agency"
          idempotency="none"
        ></motp-verify>`,
      );
      trainee.autofills('123456');
      await trainee.widget.verify();
      await trainee.widget.updateComplete;
      const serverMessage = trainee.widget.shadowRoot?.querySelector('[part=server-message]');
      expect(serverMessage?.childElementCount, payload).to.equal(0);
      expect(serverMessage?.textContent).to.match(/^[^\p{Cf}\p{Cc}]+$/u);
      expect(traces(trainee.widget), payload).to.deep.equal([]);
      trainee.widget.remove();
    }
  });

  it('in the code field is no code', async () => {
    const trainee = await WidgetFixture.open();
    for (const payload of PAYLOADS) {
      trainee.autofills(payload);
      expect(trainee.field.value).to.match(/^\d*$/);
      expect(traces(trainee.widget)).to.deep.equal([]);
    }
  });
});

/** Every Korean message by its key. */
const {ko: ALL} = await import('../../src/locales/ko.ts');
