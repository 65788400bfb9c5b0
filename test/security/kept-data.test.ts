/** What the widget keeps, and to whom it sends it: keys for ten minutes, tickets to one origin. */
import {expect, html} from '@open-wc/testing';
import {EndpointClient} from '../../src/transport/endpoint-client.ts';
import {browserPlatform} from '../../src/transport/platform.ts';
import {system} from '../harness/system.ts';
import {CONTRACT_ENDPOINT} from '../harness/verification-context.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const KEY = 'a-key-of-twenty-two-ch';

/** Returns the ticket that a status request to this URL carries. */
async function ticketTo(statusUrl: string): Promise<string | null> {
  let sent: string | null = null;
  const platform = {
    ...browserPlatform,
    fetch: (_: unknown, init?: RequestInit) => {
      sent = new Headers(init?.headers).get('Motp-Ticket');
      return Promise.resolve(Response.json({code: 'ready'}));
    },
  };
  const client = new EndpointClient(CONTRACT_ENDPOINT, platform, new AbortController().signal);
  await client.getStatus(new URL(statusUrl), 'a-ticket');
  return sent;
}

function pageOf(name: string, ticket: string): ReturnType<typeof html> {
  return html`<motp-verify
    endpoint="/api/motp"
    trainee-name=${name}
    ticket=${ticket}
  ></motp-verify>`;
}

/** Returns the requests that asked for the result of a key. */
function queries(): readonly string[] {
  return system.requests.map(({path}) => path).filter((path) => path.includes('/attempts/'));
}

/** Loses the answer to an attempt of 홍길동, and leaves the page. */
async function loseAnswer(): Promise<void> {
  const first = await WidgetFixture.open(pageOf('홍길동', 'first-ticket'));
  system.fault = 'response-lost';
  await first.enters(await system.code());
  await first.reaches('checking');
  first.widget.remove();
  system.fault = 'none';
  system.requests.length = 0;
}

describe('a key that is kept', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  it('is deleted at load when it is older than ten minutes, whatever it was for', async () => {
    const now = Date.now();
    sessionStorage.setItem('motp-verify:old', `${now - 601_000} ${KEY}`);
    sessionStorage.setItem('motp-verify:broken', 'x');
    sessionStorage.setItem('motp-verify:fresh', `${now} ${KEY}`);
    sessionStorage.setItem('page', 'x');
    await WidgetFixture.open();
    expect(Object.keys(sessionStorage).toSorted()).to.deep.equal(['motp-verify:fresh', 'page']);
  });
});

describe('a key that is kept for one trainee', () => {
  it('is not asked for when another one follows in the tab', async () => {
    await loseAnswer();
    const second = await WidgetFixture.open(pageOf('김훈련', 'second-ticket'));
    await second.enters(await system.wrongCode());
    await second.reaches('ready');
    expect(queries()).to.deep.equal([]);
  });

  it('is found again with the ticket of another page', async () => {
    await loseAnswer();
    const again = await WidgetFixture.open(pageOf('홍길동', 'another-ticket'));
    await again.reaches('verified');
    expect(system.posts).to.have.length(0);
  });

  it('is found when the page gives the name after the endpoint', async () => {
    await loseAnswer();
    const again = await WidgetFixture.open(pageOf('', 'another-ticket'));
    again.widget.traineeName = '홍길동';
    await again.reaches('verified');
  });
});

describe('a ticket', () => {
  it("goes to the endpoint's origin only", async () => {
    expect(await ticketTo('https://site.example/status')).to.equal('a-ticket');
    for (const url of [
      'https://other.example/',
      'http://site.example/',
      'https://site.example:8443/',
    ]) {
      expect(await ticketTo(url), url).to.equal(null);
    }
  });
});
