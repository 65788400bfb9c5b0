/** `motp-endpoint serve --demo`: serves the demo until SIGTERM or SIGINT. */
import {once} from 'node:events';
import {describeDemo, startDemoServer} from '../test-mode/demo-server.ts';

/** Serves the demo. @returns the exit code */
export async function runDemo(print: (text: string) => void): Promise<number> {
  const server = await startDemoServer(Number(process.env['PORT'] ?? 8787));
  print(describeDemo(server));
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await server.stop();
  return 0;
}
