/** The page's CSRF token: read at the moment of sending, and once more where it had grown old (F23). */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const PAGE = html`<motp-verify endpoint="/api/motp" csrf="meta"></motp-verify>`;

/** What Spring's filter says, in a page of its own. */
function forbidden(): Response {
  return new Response('<html><body>Invalid CSRF Token</body></html>', {
    status: 403,
    headers: {'Content-Type': 'text/html'},
  });
}

/** The token of each post so far. */
function tokens(): readonly (string | null)[] {
  return system.posts.map(({headers}) => headers.get('X-CSRF-TOKEN'));
}

describe('with a token in the page', () => {
  let meta: HTMLMetaElement;

  beforeEach(() => {
    meta = document.head.appendChild(document.createElement('meta'));
    Object.assign(meta, {name: '_csrf', content: 'old'});
  });

  afterEach(() => meta.remove());

  it('one that another script has renewed since is taken', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    meta.content = 'new';
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(tokens()).to.deep.equal(['new']);
  });

  it('that has grown old is read anew, once, under the same key', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.instead = () => {
      meta.content = 'new';
      system.instead = undefined;
      return forbidden();
    };
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(tokens()).to.deep.equal(['old', 'new']);
    expect(new Set(system.posts.map(({key}) => key)).size).to.equal(1);
  });

  it('refused twice, the session has ended; the code stays', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.instead = forbidden;
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('signed-out');
    expect(tokens()).to.deep.equal(['old', 'old']);
    expect(trainee.field.value).to.equal(code);
  });

  it('an endpoint without keys is sent nothing twice', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" csrf="meta" idempotency="none"></motp-verify>`,
    );
    system.instead = forbidden;
    await trainee.enters(await system.code());
    await trainee.reaches('signed-out');
    expect(tokens()).to.deep.equal(['old']);
  });
});
