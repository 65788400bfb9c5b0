/** Servers of other programs, as processes of a test. */
import {spawn, type ChildProcess} from 'node:child_process';
import {createInterface} from 'node:readline';

/** A running server. */
export interface ServerProcess {
  /** Its root, without a trailing slash. */
  readonly url: string;
  /** The lines that it has printed. */
  readonly printed: readonly string[];
  readonly close: () => Promise<void>;
}

/** What a server starts with, beside its arguments. */
export interface ServerOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The line in which the server prints its port, as the first group. */
  readonly line: RegExp;
}

/** Starts a server, and waits for the line with its port. */
export function startServerProcess(
  program: string,
  args: readonly string[],
  {cwd, env, line}: ServerOptions,
): Promise<ServerProcess> {
  const child = spawn(program, args, {
    cwd,
    env: {PATH: process.env['PATH'], ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
  return new Promise((resolve, reject) => {
    const printed: string[] = [];
    for (const input of outputsOf(child)) {
      createInterface({input}).on('line', (text) => {
        printed.push(text);
        const port = line.exec(text)?.[1];
        if (port !== undefined) resolve({url: `http://127.0.0.1:${port}`, printed, close});
      });
    }
    child.once('exit', () => reject(new Error(`${program} ended:\n${printed.join('\n')}`)));
  });
}

function outputsOf({stdout, stderr}: ChildProcess): readonly NodeJS.ReadableStream[] {
  return [stdout, stderr].filter((output) => output !== null);
}
