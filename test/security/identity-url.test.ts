/** The URL of an identity service: it arrives as the site has written it, with the nonce after it. */
import {expect, html} from '@open-wc/testing';
import {withNonce} from '../../src/runtime/identity-popup/nonce.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const NONCE = '0123456789abcdef0123456789abcdef';

/** Queries whose bytes another serialization would change. */
const QUERIES: readonly string[] = [
  '?name=%C8%AB%B1%E6%B5%BF&x=a%20b',
  '?flag',
  '?a=1&a=2&=&&b',
  '?sign=a+b/c==~!*()%7e%7E',
  "?redirect=https://lms.example/?x=1;y='2'".replaceAll("'", '%27'),
];

describe('the URL of an identity service', () => {
  const open = window.open.bind(window);

  afterEach(() => {
    window.open = open;
  });

  it('gets the nonce after its query and before its fragment, and stays the same', () => {
    const origin = 'https://identity.example';
    const added = `motp-nonce=${NONCE}`;
    for (const query of QUERIES) {
      for (const fragment of ['', '#', '#a?b=1', '#a#b']) {
        const url = `${origin}/phone${query}${fragment}`;
        expect(withNonce(url, NONCE)).to.equal(`${origin}/phone${query}&${added}${fragment}`);
      }
    }
    expect(withNonce(`${origin}/`, NONCE)).to.equal(`${origin}/?${added}`);
    expect(withNonce(`${origin}/#?`, NONCE)).to.equal(`${origin}/?${added}#?`);
  });

  it('opens unchanged in the popup and in the link, and the name of the window is no nonce', async () => {
    const opened: (readonly unknown[])[] = [];
    window.open = (...args) => {
      opened.push(args);
      // A blocked popup: the next click follows the link.
      return null;
    };
    for (const query of QUERIES) {
      const trainee = await WidgetFixture.open(
        html`<motp-verify
          endpoint="/api/motp"
          outcome="locked"
          phone-identity-url="/phone-identity${query}#x"
        ></motp-verify>`,
      );
      const link = trainee.getByRole('link', /^휴대폰 본인인증/) as HTMLAnchorElement;
      expect(link.href).to.equal(`${location.origin}/phone-identity${query}#x`);
      await trainee.clicks('link', /^휴대폰 본인인증/);
      await trainee.until(() => opened.length > 0, 'the popup is opened');
      const [[url, name] = []] = opened.splice(0);
      const nonce = /[0-9a-f]{32}/.exec(String(url))?.[0] ?? '';
      expect(url).to.equal(`${location.origin}/phone-identity${query}&motp-nonce=${nonce}#x`);
      expect(name).to.not.include(nonce);
      trainee.widget.remove();
    }
  });
});
