/** Runs the kit against a small endpoint in the same process, with a clock that a wait moves on. */
import {runConformance, type ConformanceOptions} from '../../conformance/run.ts';
import type {Report} from '../../conformance/report/report.ts';
import type {TraineeOptions} from '../../conformance/trainee.ts';
import {RFC_SECRET} from '../harness/rfc6238.ts';
import {CSRF_TOKEN, SITE_SECRETS, type SmallEndpoint} from './small-endpoint.ts';

/** The seed of the second trainee, in base32. */
const OTHER_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const ORIGIN = 'https://www.example.kr';

/** A clock that stands still but for waits. */
export class TestClock {
  #now = Date.UTC(2026, 5, 1, 3, 0, 10);

  readonly now = (): number => this.#now;
  readonly sleep = async (ms: number): Promise<void> => {
    this.#now += ms;
  };
}

function trainee(subject: string, secret: string): TraineeOptions {
  const headers = {Cookie: `trainee=${subject}`, 'X-CSRF-TOKEN': CSRF_TOKEN};
  return {headers, ticket: undefined, secret, subject};
}

/** Runs every case, with two registered trainees, against an endpoint of a class. */
export function runAgainst(
  Endpoint: new (now: () => number) => SmallEndpoint,
  more: Partial<ConformanceOptions> = {},
): Promise<Report> {
  const {clock = new TestClock()} = more;
  const endpoint = new Endpoint(clock.now);
  endpoint.register('honggildong', RFC_SECRET);
  endpoint.register('kimyounghee', OTHER_SECRET);
  return runConformance({
    url: `${ORIGIN}/motp`,
    first: trainee('honggildong', RFC_SECRET),
    second: trainee('kimyounghee', OTHER_SECRET),
    csrf: 'x-csrf-token',
    siteSecret: SITE_SECRETS.institute,
    otherSiteSecret: SITE_SECRETS.other,
    mayLock: true,
    clock,
    fetch: (url, init) => endpoint.handle(new Request(url, init)),
    ...more,
  });
}

/** Returns the names of the failed cases, each with why. */
export function failuresOf({results}: Report): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    results.flatMap((result) =>
      result.status === 'failed' ? [[result.name, result.failures]] : [],
    ),
  );
}
