/** The conformance kit raises no false alarm, however slow or late a correct endpoint is. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {failuresOf, runAgainst, TestClock} from './run-small.ts';
import {SmallEndpoint} from './small-endpoint.ts';

/** An endpoint whose requests and answers are each on their way for some seconds. */
function slow(clock: TestClock, onWayMs: number): typeof SmallEndpoint {
  return class extends SmallEndpoint {
    override async handle(request: Request): Promise<Response> {
      await clock.sleep(onWayMs);
      const response = await super.handle(request);
      await clock.sleep(onWayMs);
      return response;
    }
  };
}

describe('the conformance kit', () => {
  for (const seconds of [0.5, 2, 9]) {
    it(`passes a correct endpoint that takes ${seconds * 2} s for an answer`, async () => {
      const clock = new TestClock();
      const report = await runAgainst(slow(clock, seconds * 1000), {clock});
      assert.deepEqual(failuresOf(report), {});
    });
  }

  for (const secondsLeft of [1, 4, 20, 59]) {
    it(`passes a correct endpoint when it starts ${secondsLeft} s before the next step`, async () => {
      const clock = new TestClock();
      await clock.sleep(50_000 - secondsLeft * 1000 + 60_000);
      assert.deepEqual(failuresOf(await runAgainst(SmallEndpoint, {clock})), {});
    });
  }

  it('passes a correct endpoint whose answers take a random time', async () => {
    class Uneven extends SmallEndpoint {
      override async handle(request: Request): Promise<Response> {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
        return super.handle(request);
      }
    }
    assert.deepEqual(failuresOf(await runAgainst(Uneven)), {});
  });

  it('waits where the endpoint says that there are too many requests', async () => {
    let sent = 0;
    class Limited extends SmallEndpoint {
      override async handle(request: Request): Promise<Response> {
        if (++sent % 5 > 0) return super.handle(request);
        const limited = {code: 'rate-limited', counted: false, retryAfter: 2};
        return Response.json(
          {...limited, serverTime: this.now()},
          {
            status: 429,
            headers: {
              'Content-Type': 'application/problem+json',
              'Cache-Control': 'no-store',
              'X-Content-Type-Options': 'nosniff',
              'Retry-After': '2',
            },
          },
        );
      }
    }
    assert.deepEqual(failuresOf(await runAgainst(Limited)), {});
  });

  it('sends a request again whose connection broke', async () => {
    let sent = 0;
    class Breaking extends SmallEndpoint {
      override async handle(request: Request): Promise<Response> {
        const response = await super.handle(request);
        if (++sent % 7 === 0) throw new TypeError('fetch failed');
        return response;
      }
    }
    assert.deepEqual(failuresOf(await runAgainst(Breaking)), {});
  });
});
