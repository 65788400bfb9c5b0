/** Measures calls per second of several workloads in turn, so that each gets the same share of the machine. */

/** What is measured. */
export interface Workload {
  /** Prepares one call of a connection. Only the returned function is timed. */
  readonly prepare: (connection: number) => Promise<() => Promise<void>>;
  readonly close: () => void;
}

/** The result of one measurement. */
export interface Throughput {
  readonly perSecond: number;
  /** Quantiles of the duration, in ms. */
  readonly p50: number;
  readonly p99: number;
  /** CPU time of the caller for one call, in µs. The caller shares the machine with the endpoint. */
  readonly callerUs: number;
}

/** How long each workload runs before it is measured, in ms: until Node has compiled what is used often. */
const WARM_UP_MS = 3000;

/** How long each workload runs in its turn, in ms. */
const TURN_MS = 200;

/** The calls of a workload so far. */
interface Tally {
  readonly times: number[];
  cpuUs: number;
}

/** Measures workloads in turn. @param ms how long each of them runs */
export async function measureInTurn(
  workloads: readonly Workload[],
  connections: number,
  ms: number,
): Promise<readonly Throughput[]> {
  const tallies = workloads.map((): Tally => ({times: [], cpuUs: 0}));
  for (const workload of workloads) await run(workload, connections, WARM_UP_MS);
  const turns = Math.max(1, Math.round(ms / TURN_MS));
  for (let turn = 0; turn < turns; turn++) {
    for (const [i, tally] of tallies.entries()) {
      const workload = workloads[i];
      if (workload) await run(workload, connections, TURN_MS, tally);
    }
  }
  for (const {close} of workloads) close();
  return tallies.map((tally) => summarize(tally, turns));
}

async function run(
  {prepare}: Workload,
  connections: number,
  ms: number,
  tally: Tally = {times: [], cpuUs: 0},
): Promise<void> {
  const startUsage = process.cpuUsage();
  const end = performance.now() + ms;
  await Promise.all(
    Array.from({length: connections}, async (_, i) => {
      while (performance.now() < end) {
        const call = await prepare(i);
        const start = performance.now();
        await call();
        tally.times.push(performance.now() - start);
      }
    }),
  );
  const {user, system} = process.cpuUsage(startUsage);
  tally.cpuUs += user + system;
}

function summarize({times, cpuUs}: Tally, turns: number): Throughput {
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  return {
    perSecond: (times.length * 1000) / (turns * TURN_MS),
    p50: quantile(0.5),
    p99: quantile(0.99),
    callerUs: cpuUs / times.length,
  };
}
