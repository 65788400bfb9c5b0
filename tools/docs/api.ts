/**
 * Writes the README's tables of attributes, events, slots, parts, properties and states from the
 * element's own docstrings. `--check` only tells whether they are true.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import type * as manifest from 'custom-elements-manifest/schema';
import {format, resolveConfig} from 'prettier';
import {publicMembers, readElement} from './manifest.ts';

const README = 'README.md';
const START = '<!-- The tables are written by `npm run docs:api` from the docstrings. -->';
const END = '<!-- End of the tables. -->';

const written = readFileSync(README, 'utf8');
const [before, rest] = split(written, START);
const [, after] = split(rest, END);
const options = {...(await resolveConfig(README)), filepath: README};
const fresh = await format(
  `${before}${START}\n\n${tables(readElement())}\n\n${END}${after}`,
  options,
);

if (!process.argv.includes('--check')) {
  writeFileSync(README, fresh);
} else if (fresh !== written) {
  console.error('The README’s tables are not those of the docstrings: run `npm run docs:api`.');
  process.exit(1);
}

function tables(of: manifest.CustomElementDeclaration): string {
  const members = publicMembers(of);
  const methods = members.filter(({kind}) => kind === 'method');
  return [
    '### Attributes and properties',
    table(
      ['attribute', 'property', 'default', 'meaning'],
      members
        .filter(({kind}) => kind === 'field')
        .map((member) => {
          const attribute = of.attributes?.find(({fieldName}) => fieldName === member.name)?.name;
          const byDefault = member.kind === 'field' ? member.default : undefined;
          return [code(attribute), code(member.name), code(byDefault), member.description];
        }),
    ),
    '### Methods',
    table(
      ['method', 'meaning'],
      methods.map(({name, description}) => [code(`${name}()`), description]),
    ),
    '### Events',
    table(
      ['event', 'class', 'meaning'],
      (of.events ?? []).map(({name, type, description}) => [
        code(name),
        code(type.text),
        description,
      ]),
    ),
    '### Slots',
    described('slot', of.slots),
    '### Parts',
    described('`::part()`', of.cssParts),
    '### Custom properties',
    described('property', of.cssProperties),
    '### States',
    described('`:state()`', of.cssStates),
  ].join('\n\n');
}

function described(
  what: string,
  rows: readonly {readonly name: string; readonly description?: string}[] = [],
): string {
  return table(
    [what, 'meaning'],
    rows.map(({name, description}) => [code(name), description]),
  );
}

function table(
  head: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function row(cells: readonly (string | undefined)[]): string {
  return `| ${cells.map((cell) => (cell ?? '').replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}

function code(text: string | undefined): string | undefined {
  return text && `\`${text}\``;
}

/** What stands before and after a mark. */
function split(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`${README} lacks the mark ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
