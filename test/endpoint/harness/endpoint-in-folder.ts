/** An endpoint that is started as its operator does, in a folder of its own. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {TestContext} from 'node:test';

/** Starts an endpoint, which ends with the test. @returns its URL */
export async function serveIn(
  t: TestContext,
  args: readonly string[],
  {cwd, env}: {readonly cwd: string; readonly env: NodeJS.ProcessEnv},
): Promise<string> {
  const child = spawn(process.execPath, args, {cwd, env, stdio: ['ignore', 'pipe', 'ignore']});
  t.after(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  });
  const [line] = (await once(createInterface({input: child.stdout}), 'line')) as [string];
  return (JSON.parse(line) as {readonly address: string}).address;
}
