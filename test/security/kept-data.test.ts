/** What the widget keeps, and to whom it sends it: keys for ten minutes, tickets to one origin. */
import {expect} from '@open-wc/testing';
import {EndpointClient} from '../../src/transport/endpoint-client.ts';
import {browserPlatform} from '../../src/transport/platform.ts';
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
