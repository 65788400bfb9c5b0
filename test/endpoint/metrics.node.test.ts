/** The metrics for Prometheus: what is counted, and where they are served. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {HttpClient} from './harness/http-client.ts';
import {EndpointService} from './harness/processes.ts';
import {WRONG_CODE} from './harness/site.ts';

describe('the metrics', () => {
  const client = new HttpClient(1);
  let service: EndpointService;
  let url: string;
  let metricsUrl: string;

  before(async () => {
    service = await EndpointService.create('SQLite', 1, {
      METRICS_PORT: '0',
      REQUESTS_PER_ACCOUNT: '10',
    });
    [url = ''] = service.urls;
    const listening =
      service.processes[0]?.lines.find((line) => line.includes('listening')) ?? '{}';
    ({metricsAddress: metricsUrl} = JSON.parse(listening) as {metricsAddress: string});
    const [secret, ticket] = [await service.register('hong'), await service.issueTicket('hong')];
    await client.post(url, ticket, await codeAt(secret, Date.now()));
    for (let i = 0; i < 6; i++) await client.post(url, ticket, WRONG_CODE);
    for (let i = 0; i < 12; i++) await client.getOutcome(url, ticket, 'k'.repeat(22));
    await fetch(`${url}/audit?subject=hong`, {headers: {Authorization: 'Bearer guess'}});
  });

  after(async () => {
    client.close();
    await service.close();
  });

  /** Returns the value of a metric with these labels. */
  async function valueOf(name: string): Promise<number> {
    const text = await (await fetch(metricsUrl)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.slice(name.length));
  }

  for (const [name, value] of [
    ['motp_attempts_total{code="verified"}', 1],
    ['motp_attempts_total{code="code-mismatch"}', 4],
    ['motp_attempts_total{code="locked"}', 2],
    ['motp_locks_total', 1],
    ['motp_limits_total{limit="rate"}', 2],
    ['motp_limits_total{limit="secret"}', 1],
    ['motp_request_duration_seconds_count{method="POST",route="/",status="200"}', 1],
    ['motp_ready', 1],
    ['motp_database_connections{state="waiting"}', 0],
  ] as const) {
    it(`have ${name}`, async () => {
      assert.equal(await valueOf(name), value);
    });
  }
  it('have the load of the event loop', async () => {
    assert((await valueOf('nodejs_eventloop_lag_p99_seconds')) >= 0);
  });
  it('are served on a port of their own, on this machine', async () => {
    const {hostname, port} = new URL(metricsUrl);
    assert.equal(hostname, '127.0.0.1');
    assert.notEqual(port, new URL(url).port);
    assert.equal((await fetch(`${url}/metrics`)).status, 404);
    assert.equal((await fetch(metricsUrl.replace('/metrics', '/'))).status, 404);
  });
  it('have no subject, key or ticket', async () => {
    const text = await (await fetch(metricsUrl)).text();
    for (const personal of ['hong', 'k'.repeat(22)]) assert(!text.includes(personal));
  });
});
