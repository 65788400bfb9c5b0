/** The CSRF token of the page: read when sending, and again once after a 403 (F23). */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const PAGE = html`<motp-verify endpoint="/api/motp" csrf="meta"></motp-verify>`;

/** Returns the HTML page of the CSRF filter of Spring. */
function forbidden(): Response {
  return new Response('<html><body>Invalid CSRF Token</body></html>', {
    status: 403,
    headers: {'Content-Type': 'text/html'},
  });
}

/** Returns the token of each post so far. */
function sentTokens(): readonly (string | null)[] {
  return system.posts.map(({headers}) => headers.get('X-CSRF-TOKEN'));
}

describe('a CSRF token in the page', () => {
  let meta: HTMLMetaElement;

  beforeEach(() => {
    meta = document.head.appendChild(document.createElement('meta'));
    Object.assign(meta, {name: '_csrf', content: 'old'});
  });

  afterEach(() => meta.remove());

  it('is read when the code is sent', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    meta.content = 'new';
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(sentTokens()).to.deep.equal(['new']);
  });

  it('is read again once after a 403, under the same key (F23)', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.override = () => {
      meta.content = 'new';
      system.override = undefined;
      return forbidden();
    };
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(sentTokens()).to.deep.equal(['old', 'new']);
    expect(new Set(system.posts.map(({key}) => key)).size).to.equal(1);
  });

  it('ends the session after a second 403, if the endpoint knows nothing, and keeps the code (F23)', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.override = ({method}) =>
      method === 'POST' ? forbidden() : Response.json({code: 'attempt-unknown', counted: false});
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('signed-out');
    expect(sentTokens()).to.deep.equal(['old', 'old']);
    expect(trainee.field.value).to.equal(code);
  });

  it('is sent once to an endpoint without idempotency keys', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" csrf="meta" idempotency="none"></motp-verify>`,
    );
    system.override = forbidden;
    await trainee.enters(await system.code());
    await trainee.reaches('signed-out');
    expect(sentTokens()).to.deep.equal(['old']);
  });
});
