/** The conformance kit against the reference endpoint, over HTTP and on every store. */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {describe, it, type TestContext} from 'node:test';
import {createAdaptorServer} from '@hono/node-server';
import {createEndpoint} from '../../endpoint/app.ts';
import {runConformance} from '../../conformance/run.ts';
import {SECRETS, TestSite} from '../endpoint/harness/site.ts';
import {STORES, type StoreKind} from '../endpoint/harness/stores.ts';
import {serve} from './loopback.ts';
import {failuresOf} from './run-small.ts';

/** Runs every case with two registered trainees, whose tickets the kit gets as the site. */
async function runAgainstReference(t: TestContext, {open}: StoreKind) {
  const store = await open();
  t.after(() => store.close());
  const site = await TestSite.create(store);
  const {fetch} = createEndpoint(site.options);
  const server = createAdaptorServer({fetch}) as ReturnType<typeof createServer>;
  const url = `${await serve(t, server)}/api/motp`;
  const trainee = async (subject: string) => {
    await site.register(subject);
    return {headers: {}, ticket: undefined, secret: site.secretOf(subject), subject};
  };
  return runConformance({
    url,
    first: await trainee('honggildong'),
    second: await trainee('kimyounghee'),
    siteSecret: SECRETS.sites.institute,
    otherSiteSecret: SECRETS.sites.other,
    mayLock: true,
    clock: {
      now: () => site.now,
      sleep: async (ms) => {
        site.now += ms;
      },
    },
  });
}

describe('the conformance kit', () => {
  for (const kind of STORES) {
    const skip = kind.skipReason ?? false;
    it(`passes the reference endpoint on ${kind.name}, in every case`, {skip}, async (t) => {
      const report = await runAgainstReference(t, kind);
      assert.deepEqual(failuresOf(report), {});
      const notAsked = report.results.filter(({status}) => status === 'not-asked');
      assert.deepEqual(
        notAsked.map(({name}) => name),
        ['an attempt without the page’s CSRF token is refused'],
      );
    });
  }
});
