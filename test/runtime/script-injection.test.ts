/** The threats to session and personal data: script payloads, and seeded markers of what must be nowhere. */
import {expect, html} from '@open-wc/testing';
import {MotpVerify} from '../../src/index.ts';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

/** Each would leave its mark at `window.ran`, if it ran; and an element, if it were markup. */
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

/** Every attribute that names an address. */
const ADDRESSES = [
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
] as const;

/** What of the page can be marked by a payload that has become more than text. */
function traces(widget: MotpVerify): readonly string[] {
  const foreign = 'script, img, iframe, object, embed, [onerror], [onload], [onfocus], [srcdoc]';
  const inside = [...(widget.shadowRoot?.querySelectorAll(foreign) ?? [])];
  const nodes = [...widget.querySelectorAll(foreign), ...inside];
  const links = [...(widget.shadowRoot?.querySelectorAll('a') ?? [])].map(({href}) => href);
  const unsafe = links.filter((href) => !/^(https?|tel):/.test(href));
  return [...nodes.map(({outerHTML}) => outerHTML), ...unsafe, ...('ran' in window ? ['ran'] : [])];
}

describe('a script payload (threat to the session)', () => {
  const {error} = console;

  beforeEach(() => {
    console.error = () => undefined;
  });

  afterEach(() => {
    console.error = error;
    Reflect.deleteProperty(window, 'ran');
  });

  it('in any attribute runs nothing and becomes no node', async () => {
    const attributes = MotpVerify.observedAttributes.filter((name) => name !== 'style');
    for (const attribute of attributes) {
      const trainee = await Trainee.arrives();
      for (const payload of PAYLOADS) {
        trainee.widget.setAttribute(attribute, payload);
        await trainee.widget.updateComplete;
        expect(traces(trainee.widget), `${attribute}="${payload}"`).to.deep.equal([]);
      }
      trainee.widget.remove();
    }
  }).timeout(60_000);

  it('as any address is told of in one line, and nothing leads there', async () => {
    const lines: string[] = [];
    console.error = (line: string) => lines.push(line);
    const runnable = PAYLOADS.filter((text) => URL.canParse(text) && !/^https?:/.test(text));
    expect(runnable.length).to.be.at.least(7);
    for (const address of ADDRESSES) {
      for (const payload of runnable) {
        lines.length = 0;
        const trainee = await Trainee.arrives(
          html`<motp-verify endpoint="/api/motp" outcome="locked" guide="open"></motp-verify>`,
        );
        trainee.widget.setAttribute(address, payload);
        await trainee.until(() => lines.length > 0, `${address}="${payload}" is told of`);
        await trainee.widget.updateComplete;
        expect(lines).to.have.length(1);
        expect(lines[0]).to.match(new RegExp(`^<motp-verify> ${address} `));
        expect(traces(trainee.widget), `${address}="${payload}"`).to.deep.equal([]);
        trainee.widget.remove();
      }
    }
  }).timeout(60_000);

  it('in any message of the site’s own runs nothing and becomes no node', async () => {
    const trainee = await Trainee.arrives();
    for (const payload of PAYLOADS) {
      const words = Object.fromEntries(Object.keys(ALL).map((key) => [key, payload]));
      trainee.widget.words = words;
      await trainee.widget.updateComplete;
      expect(traces(trainee.widget), payload).to.deep.equal([]);
    }
  });

  it('in any slot stays the page’s own business, and is not copied', async () => {
    for (const payload of PAYLOADS.filter((text) => !text.includes('<'))) {
      const trainee = await Trainee.arrives(html`
        <motp-verify endpoint="/api/motp">
          <span slot="heading">${payload}</span><span slot="guidance">${payload}</span>
          <span slot="help">${payload}</span><span slot="footer">${payload}</span>
        </motp-verify>
      `);
      expect(traces(trainee.widget), payload).to.deep.equal([]);
      expect(trainee.text).to.not.include(payload);
    }
  });

  it('in any field of an answer runs nothing and becomes no node', async () => {
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
        const said = Object.fromEntries(fields.map((name) => [name, payload]));
        system.instead = () => Response.json({...said, code}, {status: 200});
        const trainee = await Trainee.arrives(
          html`<motp-verify endpoint="/api/motp"></motp-verify>`,
        );
        trainee.isFilledIn('123456');
        void trainee.widget.verify();
        await trainee.until(() => trainee.widget.attempt.is !== 'sending', 'it is answered');
        await trainee.widget.updateComplete;
        expect(traces(trainee.widget), `${code} ${payload}`).to.deep.equal([]);
        trainee.widget.remove();
        sessionStorage.clear();
      }
    }
  }).timeout(60_000);

  it('in the words of an agency is text', async () => {
    for (const payload of PAYLOADS) {
      system.instead = () => Response.json({code: 'AP011', msg: payload});
      const trainee = await Trainee.arrives(
        html`<motp-verify endpoint="/api/motp" map="agency" idempotency="none"></motp-verify>`,
      );
      trainee.isFilledIn('123456');
      await trainee.widget.verify();
      await trainee.widget.updateComplete;
      const remark = trainee.widget.shadowRoot?.querySelector('[part=remark]');
      expect(remark?.childElementCount, payload).to.equal(0);
      expect(remark?.textContent).to.match(/^[^\p{Cf}\p{Cc}]+$/u);
      expect(traces(trainee.widget), payload).to.deep.equal([]);
      trainee.widget.remove();
    }
  }).timeout(60_000);

  it('as what stands in the field is no code', async () => {
    const trainee = await Trainee.arrives();
    for (const payload of PAYLOADS) {
      trainee.isFilledIn(payload);
      expect(trainee.field.value).to.match(/^\d*$/);
      expect(traces(trainee.widget)).to.deep.equal([]);
    }
  });
});

/** Every message of the catalogue, by its key. */
const {ko: ALL} = await import('../../src/locales/ko.ts');
