/** The type checkers of the frameworks. Each one checks a page without mistakes and one with mistakes. */
import {spawnSync} from 'node:child_process';
import {globSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

/** A type checker, in the folder `types/<folder>` of the installed apps. */
export interface TypeChecker {
  readonly name: string;
  readonly folder: string;
  /** The program, as a path in the installed apps or in the repository. */
  readonly program: string;
  /** Instead of those of TypeScript's compiler. */
  readonly options?: readonly string[];
}

/** The repository's own compiler, which checks JSX ten times faster than that of the other checkers. */
const tsc = resolve('node_modules/typescript/bin/tsc');

/** All checkers. The project follows the options. */
export const TYPE_CHECKERS: readonly TypeChecker[] = [
  {name: 'React 17', folder: 'react-17', program: tsc},
  {name: 'React 18', folder: 'react-18', program: tsc},
  {name: 'React 19', folder: 'react', program: tsc},
  {name: 'Preact', folder: 'preact', program: tsc},
  {name: 'Solid', folder: 'solid', program: tsc},
  {name: 'Vue', folder: 'vue', program: 'node_modules/vue-tsc/bin/vue-tsc.js'},
  {
    name: 'Svelte',
    folder: 'svelte',
    program: 'node_modules/svelte-check/bin/svelte-check',
    options: ['--output', 'machine', '--tsconfig'],
  },
  {
    name: 'Angular',
    folder: 'angular',
    program: 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js',
  },
];

/** What the compiler says of each mistake in the pages. */
const MESSAGES: readonly (readonly [mistake: RegExp, message: RegExp])[] = [
  [/leson/, /Type '\\?"leson\\?"' is not assignable to type .*Did you mean '\\?"lesson\\?"'\?/],
  [/ocasion/, /ocasion\W+ does not exist [io]n type/],
  [/submitt/, /Object literal may only specify known properties, (?:but|and) '\W?submitt\W?'/],
  [/reciept/, /Property 'reciept' does not exist on type 'MotpVerifiedEvent'/],
  [/\(motp-rejected\)/, /'MotpRejectedEvent' is not assignable to parameter of type/],
];

/** Runs a checker. @returns its output, and the lines that it finds fault with, such as `Bad.vue:6` */
export function runTypeChecker(workspace: string, checker: TypeChecker) {
  const {folder, program, options = ['--pretty', 'false', '-p']} = checker;
  const project = join('types', folder, 'tsconfig.json');
  const {stdout, stderr} = spawnSync(process.execPath, [program, ...options, project], {
    cwd: workspace,
    encoding: 'utf8',
  });
  // eslint-disable-next-line no-control-regex -- Angular colors its output.
  const output = (stdout + stderr).replaceAll(/\u001B\[\d+m/g, '');
  const found = output.matchAll(/(\w+\.(?:tsx?|vue|svelte))\W{1,3}(\d+)[:,]\d+/g);
  return {output, lines: Array.from(found, ([, file, line]) => `${file}:${line}`)};
}

/** Returns the lines with a mistake in the pages of a checker, and the messages for them. */
export function mistakesOf({folder}: TypeChecker) {
  const pages = join('test/frameworks/types', folder.replace(/-\d+$/, ''));
  const [bad = ''] = globSync('[Bb]ad.*', {cwd: pages});
  const mistakes = readFileSync(join(pages, bad), 'utf8')
    .split('\n')
    .flatMap((text, index) =>
      MESSAGES.filter(([mistake]) => mistake.test(text)).map(([, message]) => ({
        line: `${bad}:${index + 1}`,
        message,
      })),
    );
  return {
    lines: mistakes.map(({line}) => line),
    messages: mistakes.map(({message}) => message),
  };
}
