/** A `<base>` that is added to the page later moves no address of the widget. */
import {expect, html} from '@open-wc/testing';
import {parseConfig} from '../../src/runtime/config/config.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const PAGE = html`<motp-verify
  endpoint="/api/motp"
  ipin-url="ipin"
  support-url="support"
  identity-origin="/"
></motp-verify>`;

/** Adds a base, as markup that somebody injects does; it is removed after the test. */
function addBase(href: string): void {
  const base = document.createElement('base');
  base.href = href;
  document.head.prepend(base);
}

describe('a <base> that is added later', () => {
  afterEach(() => document.querySelector('base')?.remove());

  it('moves neither the post of the code nor a link', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    const before = trainee.widget.baseURI;
    addBase('https://evil.example/');
    // Everything that the card shows is built again.
    trainee.widget.heading = 'other';
    await trainee.widget.updateComplete;
    expect(trainee.getByRole('link', /^아이핀 인증/).getAttribute('href')).to.equal(
      new URL('ipin', before).href,
    );
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(system.posts.map(({path}) => path)).to.deep.equal(['/api/motp']);
  });

  it('holds for the attributes that are set after it, and for no other', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    const before = trainee.widget.baseURI;
    addBase('https://cdn.example/');
    trainee.widget.supportUrl = 'other-support';
    await trainee.widget.updateComplete;
    const hrefOf = (name: RegExp | string): string | null =>
      trainee.getByRole('link', name).getAttribute('href');
    expect(hrefOf(/^원격상담/)).to.equal('https://cdn.example/other-support');
    expect(hrefOf(/^아이핀 인증/)).to.equal(new URL('ipin', before).href);
  });

  it('does not choose who may report from the identity window', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    const {widget} = trainee;
    const urls = new Map([
      [widget.endpoint, `${location.origin}/api/motp`],
      [widget.identityOrigin, `${location.origin}/`],
    ]);
    addBase('https://evil.example/');
    const {identityOrigin, context} = parseConfig(widget, urls);
    expect(identityOrigin).to.equal(location.origin);
    expect(context?.endpoint.url.origin).to.equal(location.origin);
  });
});

describe('an endpoint that is set in the same task as verify()', () => {
  it('is the one that gets the code', async () => {
    const trainee = await WidgetFixture.open(html`<motp-verify endpoint="/none"></motp-verify>`);
    await trainee.clicksField();
    await trainee.types(await system.code());
    trainee.widget.endpoint = '/api/motp';
    await trainee.widget.verify();
    expect(system.posts.map(({path}) => path)).to.deep.equal(['/api/motp']);
  });
});
