/**
 * `npx motp-verify conformance URL`: runs the cases of the contract against an endpoint and prints what
 * it keeps, what it breaks, and what was not asked. It sends requests as one or two trainees who are made
 * for the check: their failures are counted, and `--lock` leaves them locked. `--help` lists the options.
 */
import {SYSTEM_CLOCK} from './clock.ts';
import {runLegacy} from './legacy/run.ts';
import {parseCommand, USAGE, type Command, type ReportName} from './options.ts';
import {formatJson, formatJunit, formatTable, type ReportFormat} from './report/formats.ts';
import {countResults, type CaseResult, type Report} from './report/report.ts';
import {PreparationError, runConformance} from './run.ts';

const FORMATS: Readonly<Record<ReportName, ReportFormat>> = {
  table: formatTable,
  json: formatJson,
  junit: formatJunit,
};

/** Runs the check. @returns the exit status: 0 if no case failed, 1 if one did, 2 for a mistake */
export async function runCommand(args: readonly string[]): Promise<number> {
  let command: Command;
  try {
    command = parseCommand(args);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  if (command.kind === 'help') {
    console.log(USAGE);
    return 0;
  }
  try {
    const report = await run(command);
    console.log(FORMATS[command.report](report));
    return countResults(report).failed === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** Runs the cases, and says on the terminal what takes long. */
function run(command: Exclude<Command, {kind: 'help'}>): Promise<Report> {
  if (command.kind === 'legacy') return runLegacy(command.options, showProgress);
  const clock = {
    ...SYSTEM_CLOCK,
    sleep(ms: number): Promise<void> {
      if (ms >= 2000) note(`… waits ${Math.ceil(ms / 1000)} s, for a time step or a limit`);
      return SYSTEM_CLOCK.sleep(ms);
    },
  };
  return runConformance({...command.options, clock}, showProgress);
}

function showProgress({name}: CaseResult): void {
  note(name);
}

/** Writes to the terminal alone: a report that goes into a file stays a report. */
function note(line: string): void {
  if (process.stderr.isTTY) console.error(line);
}
