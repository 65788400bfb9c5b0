/** `npx motp-verify demo`: serves the demo of the endpoint on this machine until SIGTERM or SIGINT. */
import {once} from 'node:events';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {describeDemo, startDemoServer} from '../endpoint/test-mode/demo-server.ts';

const USAGE = `Usage: npx motp-verify demo [--port PORT]
  Serves an endpoint on 127.0.0.1, in memory: a registered trainee, the trainee's phone, and test codes.
  --port   the port; 8787 by default, 0 for any free one`;

/** Runs the demo. @returns the exit status: 0 after Ctrl+C, 1 if the port is taken, 2 for a wrong usage or in production */
export async function runDemo(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  if (process.env['NODE_ENV'] === 'production') {
    console.error(
      'The demo accepts codes that everybody knows, and NODE_ENV is "production". It was not started.',
    );
    return 2;
  }
  const server = await startDemoServer(options.port).catch((error: Error) => error);
  if (server instanceof Error) {
    console.error(`The demo could not start: ${server.message}. Use another --port.`);
    return 1;
  }
  console.log(describeDemo(server));
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await server.stop();
  return 0;
}

/** Parses the options. @returns them, or what is wrong with them */
function parseOptions(
  args: readonly string[],
): string | {readonly help: boolean; readonly port: number} {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {help: {type: 'boolean', default: false}, port: {type: 'string', default: '8787'}},
    });
    const port = Number(values.port);
    if (/^\d+$/.test(values.port) && port < 65_536) return {help: values.help, port};
    return `--port: ${values.port} is no port.\n\n${USAGE}`;
  } catch (error) {
    return `${(error as Error).message}\n\n${USAGE}`;
  }
}
