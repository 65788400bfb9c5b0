/** Orca, the screen reader, and what it speaks. */
import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {waitFor} from '../harness/page-driver.ts';
import type {Desktop} from './desktop.ts';

/** Debian's Python, which has Orca's modules. */
export const PYTHON = '/usr/bin/python3';

const PROGRAM = fileURLToPath(new URL('run_orca.py', import.meta.url));

/** How long Orca may take for anything, in ms: a limit for what never comes, not an expectation. */
const TIMEOUT_MS = 120_000;

/** What Orca spoke at its start. */
const STARTED = 'Screen reader on.';

/** A line of `run_orca.py`. */
type Report =
  | {readonly version: string}
  | {readonly spoken: string}
  | {readonly mark: string}
  | {readonly loaded: string}
  | {readonly key: {readonly isReleased: boolean; readonly isConsumed: boolean}};

/** A running Orca. Owns the record of what it spoke; the desktop ends its process. */
export class Orca {
  /** The version, such as `43.1`. */
  version = '';
  readonly #process: ChildProcessWithoutNullStreams;
  #spoken: string[] = [];
  #lastMark = '';
  #lastLoaded = '';
  /** Released keys: all, and those that Orca did not pass on to the browser. */
  #releasedKeys = 0;
  #consumedKeys = 0;
  #errors = '';

  /** Starts Orca on a desktop, and waits until it speaks. */
  static async start(desktop: Desktop, debugFile?: string): Promise<Orca> {
    const orca = new Orca(desktop, debugFile);
    await orca.#until(() => orca.#spoken.includes(STARTED), 'Orca speaks');
    orca.takeSpoken();
    return orca;
  }

  private constructor(desktop: Desktop, debugFile?: string) {
    const args = debugFile === undefined ? [PROGRAM] : [PROGRAM, debugFile];
    this.#process = desktop.start(PYTHON, args);
    const {stdout, stderr} = this.#process;
    stderr.on('data', (text: Buffer) => (this.#errors += text.toString()));
    createInterface(stdout).on('line', (line) => this.#onReport(JSON.parse(line) as Report));
  }

  /** How many keys were released, and how many of them did not reach the browser. */
  get keys(): {readonly released: number; readonly consumed: number} {
    return {released: this.#releasedKeys, consumed: this.#consumedKeys};
  }

  /** Returns what was spoken since the last call. */
  takeSpoken(): readonly string[] {
    const spoken = this.#spoken;
    this.#spoken = [];
    return spoken;
  }

  /** Waits until Orca has processed the release of this many keys since its start. */
  async processesKeys(count: number): Promise<void> {
    await this.#until(() => this.#releasedKeys >= count, `Orca processes ${count} keys`);
  }

  /** Returns whether Orca has processed a mark. */
  hasProcessed(mark: string): boolean {
    this.#assertRunning();
    return this.#lastMark === mark;
  }

  /** Forgets which page was loaded last. */
  forgetLoaded(): void {
    this.#lastLoaded = '';
  }

  /** Waits until Orca has processed that the page with this title is loaded. */
  async processesLoad(title: string): Promise<void> {
    await this.#until(() => this.#lastLoaded === title, `Orca notices that ${title} is loaded`);
  }

  /** Lets a reading of the whole page pause after what contains a text; one that pauses goes on. */
  pausesReadingAfter(text: string): void {
    this.#process.stdin.write(`${text}\n`);
  }

  #onReport(report: Report): void {
    if ('version' in report) this.version = report.version;
    else if ('spoken' in report) this.#spoken.push(report.spoken);
    else if ('mark' in report) this.#lastMark = report.mark;
    else if ('loaded' in report) this.#lastLoaded = report.loaded;
    else if (report.key.isReleased) {
      this.#releasedKeys++;
      if (report.key.isConsumed) this.#consumedKeys++;
    }
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    await waitFor(
      () => {
        this.#assertRunning();
        return holds();
      },
      what,
      TIMEOUT_MS,
    );
  }

  #assertRunning(): void {
    if (this.#process.exitCode !== null) throw new Error(`Orca has ended. ${this.#errors}`);
  }
}
