/** What attackers at a site cost its honest trainees, by counting: every one of them must succeed. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {networkOf} from '../../endpoint/client-address.ts';
import {idOf, TestSite, WRONG_CODE} from './harness/site.ts';
import {STORES} from './harness/stores.ts';

const ATTACKERS = 36;

/** The honest trainees of each group: in the attackers' network, and elsewhere. */
const HONEST = 10;

const MINUTES = 3;

/** Budgets that the attackers use up within the test: 36 accounts can have 180 failures. */
const LIMITS = {perAccount: 60, perAddress: 120, failuresPerSite: 60} as const;

/** The attackers' network. Its IPv6 clients choose a new address for each request. */
const OFFICE = '2001:db8:1:2';

for (const {name, skipReason, open} of STORES) {
  describe(`attackers at a site, store: ${name}`, {skip: skipReason ?? false}, () => {
    it('cost no honest trainee an attempt, in their own network or elsewhere', async (t) => {
      const store = await open();
      t.after(() => store.close());
      let random = 1;
      const site = await TestSite.create(store, {
        limits: LIMITS,
        // The page sends its address, as a proxy would.
        getClientAddress: (c) => c.req.header('Test-Address'),
      });
      const from = (network: string) => `${network}:${(random++).toString(16)}::1`;
      const attempt = (ticket: string | undefined, code: string, network: string) =>
        site.post({code, ...(ticket !== undefined && {ticket})}, undefined, {
          'Test-Address': network === OFFICE ? from(network) : network,
        });
      const attackers: string[] = [];
      for (let i = 0; i < ATTACKERS; i++) {
        await site.register(`attacker-${i}`);
        attackers.push(await site.issueTicket(`attacker-${i}`));
      }
      const unregistered = await site.issueTicket('unregistered');
      const outcomes = new Map<string, number>();
      const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);

      for (let minute = 0; minute < MINUTES; minute++) {
        const attack = [
          ...Array.from({length: 100}, () => unregistered),
          ...Array.from({length: 200}, () => undefined),
          ...attackers.flatMap((ticket) => Array<string>(20).fill(ticket)),
        ].map(async (ticket) => {
          count(`attack ${(await attempt(ticket, WRONG_CODE, OFFICE)).body.code}`);
        });
        await Promise.all(attack);
        for (let i = 0; i < HONEST * 2; i++) {
          const subject = `honest-${minute}-${i}`;
          const network = i < HONEST ? OFFICE : '192.0.2.7';
          await site.register(subject);
          const ticket = await site.issueTicket(subject);
          // A trainee may mistype once.
          count((await attempt(ticket, WRONG_CODE, network)).body.code);
          count((await attempt(ticket, await site.codeFor(subject), network)).body.code);
        }
        site.now += 60_000;
      }
      const total = HONEST * 2 * MINUTES;
      const {'code-mismatch': mistyped, verified, ...others} = Object.fromEntries(outcomes);
      t.diagnostic(JSON.stringify(Object.fromEntries(outcomes)));
      assert.deepEqual([mistyped, verified], [total, total]);
      // The attack was limited, and no honest trainee got any other response.
      assert((others['attack rate-limited'] ?? 0) > ATTACKERS);
      assert(Object.keys(others).every((outcome) => outcome.startsWith('attack ')));
      assert(
        (await store.read((tx) => tx.countSiteFailures('institute', 0))) > LIMITS.failuresPerSite,
      );
    });
    it('who are not registered leave no row behind, and use up nothing of the site', async (t) => {
      const store = await open();
      t.after(() => store.close());
      const site = await TestSite.create(store);
      const ticket = await site.issueTicket('unregistered');
      for (let i = 0; i < 100; i++) {
        assert.equal((await site.post({code: WRONG_CODE, ticket})).body.code, 'not-registered');
      }
      assert.equal(await store.read((tx) => tx.countSiteFailures('institute', 0)), 0);
      assert.deepEqual(await store.read((tx) => tx.listAttempts(idOf('unregistered'))), []);
      // A decoy account would have counted them in its own name.
      assert.equal(await store.transaction((tx) => tx.purge(site.now + 1, 1000)), 0);
    });
  });
}

describe('the network of an address', () => {
  for (const [address, network] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['1:2:3', '1:2:3'],
  ] as const) {
    it(`of ${address} is ${network}`, () => assert.equal(networkOf(address), network));
  }
});
