/** The process of a temporary proxy or pooler. */
import type {ChildProcess} from 'node:child_process';
import {rmSync} from 'node:fs';
import {connect} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';

/**
 * Waits until a process accepts connections on loopback.
 *
 * @param folder its files
 * @returns a function that stops it and removes its files
 * @throws Error if the process has exited
 */
export async function untilListening(
  name: string,
  child: ChildProcess,
  port: number,
  folder: string,
): Promise<() => Promise<void>> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!(await canConnect(port))) {
    if (child.exitCode !== null) throw new Error(`${name} exited with ${child.exitCode}.`);
    await pause(50);
  }
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, {recursive: true});
  };
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
