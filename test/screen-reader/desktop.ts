/** A desktop without a screen: a display, a session bus and a window manager, each for one run alone. */
import {
  execFile,
  spawn,
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** The file descriptor to which a program writes its address. */
const ADDRESS_FD = 3;

/** The size of the screen, in px. */
const SCREEN = {width: 1280, height: 1000} as const;

/** A running desktop. Owns its processes and its home folder until {@link close}. */
export class Desktop {
  /** The environment of programs on this desktop. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A folder that only this desktop uses. */
  readonly home: string;
  readonly #programs: ChildProcess[];

  /** Starts a desktop. */
  static async start(): Promise<Desktop> {
    const home = mkdtempSync(join(tmpdir(), 'motp-verify-desktop-'));
    const runtimeFolder = join(home, 'run');
    mkdirSync(runtimeFolder, {mode: 0o700});
    const base = {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: runtimeFolder,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local/share'),
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      // Without a settings daemon, GTK would wait for one.
      GSETTINGS_BACKEND: 'memory',
      GNOME_ACCESSIBILITY: '1',
    };
    // Xvfb chooses a free display number itself.
    const screen = spawn(
      'Xvfb',
      [
        '-displayfd',
        String(ADDRESS_FD),
        '-screen',
        '0',
        `${SCREEN.width}x${SCREEN.height}x24`,
        '-nolisten',
        'tcp',
      ],
      {stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: base},
    );
    const display = `:${await addressOf(screen)}`;
    const bus = spawn(
      'dbus-daemon',
      [
        '--session',
        '--nofork',
        '--nopidfile',
        `--address=unix:dir=${runtimeFolder}`,
        `--print-address=${ADDRESS_FD}`,
      ],
      {stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: {...base, DISPLAY: display}},
    );
    const env = {...base, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: await addressOf(bus)};
    const windows = spawn('openbox', [], {stdio: 'ignore', env});
    return new Desktop(home, env, [windows, bus, screen]);
  }

  private constructor(
    home: string,
    env: Readonly<Record<string, string | undefined>>,
    programs: ChildProcess[],
  ) {
    this.home = home;
    this.env = env;
    this.#programs = programs;
    // Also when the run is interrupted.
    process.once('exit', () => {
      this.#endAll();
      rmSync(home, {recursive: true, force: true});
    });
  }

  /** Starts a program whose input and output are pipes; it ends with the desktop. */
  start(program: string, args: readonly string[]): ChildProcessWithoutNullStreams {
    const child = spawn(program, args, {env: this.env});
    this.#programs.unshift(child);
    return child;
  }

  /** Presses keys of the keyboard, by their X names, such as `Tab` or `shift+Tab`. */
  async press(...keys: readonly string[]): Promise<void> {
    await run('xdotool', ['key', ...keys], {env: this.env});
  }

  /** Clicks into the middle of the screen, which one window fills. */
  async clickIntoWindow(): Promise<void> {
    const [x, y] = [SCREEN.width / 2, SCREEN.height / 2].map(String);
    await run('xdotool', ['mousemove', x ?? '', y ?? '', 'click', '1'], {env: this.env});
  }

  /** Ends every program of the desktop. */
  async close(): Promise<void> {
    const running = this.#programs.filter(isRunning);
    const exits = running.map((program) => once(program, 'exit'));
    this.#endAll();
    await Promise.all(exits);
    rmSync(this.home, {recursive: true, force: true, maxRetries: 5});
  }

  /** Nothing of the desktop is kept, so nothing is asked to end in its own time. */
  #endAll(): void {
    for (const program of this.#programs.filter(isRunning)) program.kill('SIGKILL');
  }
}

async function addressOf({stdio}: ChildProcess): Promise<string> {
  const [output] = (await once(stdio[ADDRESS_FD] as Readable, 'data')) as [Buffer];
  return output.toString().trim();
}

function isRunning({exitCode, signalCode}: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
