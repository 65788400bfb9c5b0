/** `motp-endpoint serve`: serves the endpoint until SIGTERM or SIGINT. */
import {once} from 'node:events';
import type {ServerConfig} from '../config.ts';
import {createLog} from '../log.ts';
import {startServer} from '../server.ts';

/** Serves the endpoint. @returns the exit code, after the last request */
export async function runServe(config: ServerConfig): Promise<number> {
  const {log, flush} = createLog((lines) => process.stdout.write(lines), Date.now);
  process.on('exit', flush);
  try {
    const server = await startServer(config, log);
    // A further signal changes nothing: running requests are still finished.
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => undefined);
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await server.stop();
    return 0;
  } catch (error) {
    console.error(`The endpoint failed to start: ${(error as Error).message}`);
    return 1;
  }
}
