/** Kills endpoints and restarts databases under load (docs/faults.md, S1, S3, S4). */
import type {Cluster} from '../../tools/services/postgres.ts';
import {EndpointService, type SharedDatabase} from './harness/processes.ts';
import {waitForAttempts, runCrashLoad, type CrashLoadResult} from './crash-load.ts';
import {pickOne} from './scenarios.ts';

const TRAINEE_COUNT = 16;

/** How many attempts are decided between two crashes. */
const ATTEMPTS_BETWEEN_CRASHES = 60;

/** Kills one of two endpoints under load, and starts another. */
export function killEndpoints(kind: SharedDatabase, times: number): Promise<CrashLoadResult> {
  return runUnderLoad(kind, async (service, result) => {
    for (let i = 0; i < times; i++) {
      await waitForAttempts(result, ATTEMPTS_BETWEEN_CRASHES);
      await service.stopProcess(pickOne(service.processes, i), 'SIGKILL');
      await service.startProcess();
    }
  });
}

/** Restarts the database under load: after a crash and after a shutdown, in turn. */
export function restartDatabase({restart}: Cluster, times: number): Promise<CrashLoadResult> {
  return runUnderLoad('PostgreSQL', async (_service, result) => {
    for (let i = 0; i < times; i++) {
      await waitForAttempts(result, ATTEMPTS_BETWEEN_CRASHES);
      await restart(i % 2 === 0 ? 'immediate' : 'fast');
    }
  });
}

/** Runs crashes under load. @throws AssertionError if an attempt was lost or counted twice */
async function runUnderLoad(
  kind: SharedDatabase,
  crash: (service: EndpointService, result: CrashLoadResult) => Promise<void>,
): Promise<CrashLoadResult> {
  const service = await EndpointService.create(kind, 2);
  const result: CrashLoadResult = {attempts: 0, resends: 0};
  const end = new AbortController();
  const load = runCrashLoad(service, TRAINEE_COUNT, result, end.signal);
  try {
    // Rejects with the first error of the two.
    await Promise.race([load, crash(service, result)]);
    await Promise.race([load, waitForAttempts(result, ATTEMPTS_BETWEEN_CRASHES)]);
    end.abort();
    await load;
    return result;
  } finally {
    end.abort();
    await load.catch(() => undefined);
    await service.close();
  }
}
