#!/usr/bin/env node
/**
 * `npx motp-verify <command>`: the package's commands. Each command is a module that loads only when it
 * runs. The build writes them to `dist/command`, for Node 20 and later.
 */
import process from 'node:process';

/** A command of the package. */
interface Command {
  readonly summary: string;
  /** Runs the command. @returns its exit status */
  readonly run: (args: readonly string[]) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  conformance: {
    summary: 'checks whether an endpoint keeps the contract',
    async run(args) {
      const {runCommand} = await import('../conformance/main.ts');
      return runCommand(args);
    },
  },
  demo: {
    summary: 'serves an endpoint with a trainee, a phone and test codes',
    async run(args) {
      const {runDemo} = await import('./demo.ts');
      return runDemo(args);
    },
  },
};

const USAGE = [
  'Usage: npx motp-verify COMMAND [options]',
  ...Object.entries(COMMANDS).map(([name, {summary}]) => `  ${name.padEnd(14)} ${summary}`),
  'Each command lists its options with --help.',
].join('\n');

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  process.exitCode = await command.run(args);
} else {
  const isHelp = name === '--help' || name === '-h';
  (isHelp ? console.log : console.error)(USAGE);
  process.exitCode = isHelp ? 0 : 2;
}
