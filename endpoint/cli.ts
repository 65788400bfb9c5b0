#!/usr/bin/env node
/** `motp-endpoint`: serves the endpoint, and does what an operator does beside it. */
import {parseArgs} from 'node:util';
import {runAccounts} from './commands/accounts.ts';
import {runDemo} from './commands/demo.ts';
import {runDoctor} from './commands/doctor.ts';
import {runMigrate} from './commands/migrate.ts';
import {runRotate} from './commands/rotate.ts';
import {runServe} from './commands/serve.ts';
import {loadConfig} from './settings-file.ts';

const USAGE = `Usage: motp-endpoint <command>

  serve                           Serves the endpoint. On SQLite it also migrates.
  serve --demo                    Serves a trainee, a phone and test codes, in memory.
  migrate                         Brings the tables up to date. The role must own them.
  doctor                          Checks settings, database, key, role, clock and proxy.
  rotate                          Encrypts everything with ENCRYPTION_KEY again.
  accounts find SITE SUBJECT      Prints the state of an account.
  accounts unlock SITE SUBJECT    Ends a lock or a suspension, and forgives the failures.
  accounts suspend SITE SUBJECT   Locks an account until it is unlocked here.
  accounts erase SITE SUBJECT --yes
                                  Deletes an account with its attempts and its audit trail.

Settings are environment variables, or lines of endpoint.env. See endpoint/README.md.
`;

/** Prints to the terminal. */
const print = (text: string): void => void process.stdout.write(`${text}\n`);

// A log whose reader is gone, or whose disk is full, must not end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exit(await run());

/** Runs the command of the arguments. @returns the exit code; 2 for a wrong usage */
async function run(): Promise<number> {
  const parsed = parseCommandLine();
  if (!parsed) return 2;
  const [command = '', ...rest] = parsed.positionals;
  const {help, yes, demo} = parsed.values;
  if (help) {
    print(USAGE);
    return 0;
  }
  try {
    const config = (): ReturnType<typeof loadConfig> => loadConfig(command === 'serve');
    switch (command) {
      case 'serve':
        if (demo && rest.length === 0) return await runDemo(print);
        return rest.length > 0 ? usage() : await runServe(config());
      case 'migrate':
        return rest.length > 0 ? usage() : await runMigrate(config(), print);
      case 'doctor':
        return rest.length > 0 ? usage() : await runDoctor(config(), print);
      case 'rotate':
        return rest.length > 0 ? usage() : await runRotate(config(), print);
      case 'accounts': {
        const [action = '', site, subject, ...more] = rest;
        if (site === undefined || subject === undefined || more.length > 0) return usage();
        return (await runAccounts(config(), print, {action, site, subject, yes})) ?? usage();
      }
      default:
        return usage();
    }
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

function parseCommandLine() {
  try {
    return parseArgs({
      options: {
        help: {type: 'boolean', default: false},
        yes: {type: 'boolean', default: false},
        demo: {type: 'boolean', default: false},
      },
      allowPositionals: true,
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return undefined;
  }
}

function usage(): number {
  console.error(USAGE);
  return 2;
}
