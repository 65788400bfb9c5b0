/** Endpoints killed and databases restarted while trainees go on (faults S1, S3, S4). */
import {setTimeout as pause} from 'node:timers/promises';
import type {Cluster} from '../../tools/services/postgres.ts';
import {Service, type Shared} from './harness/processes.ts';
import {afterMore, tryOn, type Tale} from './crash-load.ts';
import {oneOf} from './scenarios.ts';

const TRAINEES = 16;

/** How many attempts are answered between two blows. */
const BETWEEN = 60;

/** Kills one of two endpoints so many times, each at once and in the midst of its work. */
export function killEndpoints(kind: Shared, times: number): Promise<Tale> {
  return underLoad(kind, async (service, tale) => {
    for (let i = 0; i < times; i++) {
      await afterMore(tale, BETWEEN);
      await service.ends(oneOf(service.processes, i), 'SIGKILL');
      await service.starts();
    }
  });
}

/** Restarts the database so many times: asked to stop, and as if it had crashed, by turns. */
export function restartDatabase({restart}: Cluster, times: number): Promise<Tale> {
  return underLoad('PostgreSQL', async (_service, tale) => {
    for (let i = 0; i < times; i++) {
      await afterMore(tale, BETWEEN);
      restart(i % 2 === 0 ? 'immediate' : 'fast');
      await pause(0);
    }
  });
}

/** @throws AssertionError where an attempt was lost or counted twice */
async function underLoad(
  kind: Shared,
  strike: (service: Service, tale: Tale) => Promise<void>,
): Promise<Tale> {
  const service = await Service.of(kind, 2);
  const tale = {attempts: 0, resent: 0};
  const over = new AbortController();
  const trying = tryOn(service, TRAINEES, tale, over.signal);
  try {
    // Whichever fails first is told.
    await Promise.race([trying, strike(service, tale)]);
    await Promise.race([trying, afterMore(tale, BETWEEN)]);
    over.abort();
    await trying;
    return tale;
  } finally {
    over.abort();
    await trying.catch(() => undefined);
    await service.close();
  }
}
