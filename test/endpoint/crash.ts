/** Endpoints killed and databases restarted while trainees go on (faults S1, S3, S4). */
import {setTimeout as pause} from 'node:timers/promises';
import type {Cluster} from '../../tools/services/postgres.ts';
import {EndpointService, type SharedDatabase} from './harness/processes.ts';
import {waitForAttempts, runCrashLoad, type CrashLoadResult} from './crash-load.ts';
import {pickOne} from './scenarios.ts';

const TRAINEE_COUNT = 16;

/** How many attempts are answered between two blows. */
const ATTEMPTS_BETWEEN_CRASHES = 60;

/** Kills one of two endpoints so many times, each at once and in the midst of its work. */
export function killEndpoints(kind: SharedDatabase, times: number): Promise<CrashLoadResult> {
  return runUnderLoad(kind, async (service, tale) => {
    for (let i = 0; i < times; i++) {
      await waitForAttempts(tale, ATTEMPTS_BETWEEN_CRASHES);
      await service.stop(pickOne(service.processes, i), 'SIGKILL');
      await service.start();
    }
  });
}

/** Restarts the database so many times: asked to stop, and as if it had crashed, by turns. */
export function restartDatabase({restart}: Cluster, times: number): Promise<CrashLoadResult> {
  return runUnderLoad('PostgreSQL', async (_service, tale) => {
    for (let i = 0; i < times; i++) {
      await waitForAttempts(tale, ATTEMPTS_BETWEEN_CRASHES);
      restart(i % 2 === 0 ? 'immediate' : 'fast');
      await pause(0);
    }
  });
}

/** @throws AssertionError where an attempt was lost or counted twice */
async function runUnderLoad(
  kind: SharedDatabase,
  strike: (service: EndpointService, tale: CrashLoadResult) => Promise<void>,
): Promise<CrashLoadResult> {
  const service = await EndpointService.of(kind, 2);
  const tale = {attempts: 0, resends: 0};
  const over = new AbortController();
  const trying = runCrashLoad(service, TRAINEE_COUNT, tale, over.signal);
  try {
    // Whichever fails first is told.
    await Promise.race([trying, strike(service, tale)]);
    await Promise.race([trying, waitForAttempts(tale, ATTEMPTS_BETWEEN_CRASHES)]);
    over.abort();
    await trying;
    return tale;
  } finally {
    over.abort();
    await trying.catch(() => undefined);
    await service.close();
  }
}
