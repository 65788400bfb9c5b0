/** docs/operations.md: it explains every line of the log, every metric and every command. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {createMetrics} from '../../endpoint/metrics.ts';

const page = readFileSync('docs/operations.md', 'utf8');

/** Returns the code spans of the first column of the tables. */
function explained(): ReadonlySet<string> {
  const cells = [...page.matchAll(/^\| (`[^|]*)\|/gm)].map(([, cell = '']) => cell);
  return new Set(
    cells.flatMap((cell) => [...cell.matchAll(/`([^`{]+)/g)].map(([, name = '']) => name)),
  );
}

describe('docs/operations.md', () => {
  it('explains every event of the log', () => {
    const source = readFileSync('endpoint/log.ts', 'utf8');
    const lines = source.match(/readonly event: '[^;]*/g) ?? [];
    const events = lines.flatMap((line) => line.match(/'[a-z-]+'/g) ?? []);
    assert(events.length > 10);
    const missing = events.filter((event) => !explained().has(event.slice(1, -1)));
    assert.deepEqual(missing, []);
  });
  it('explains every metric of the endpoint', async () => {
    const {render} = createMetrics(() => ({busy: 0, idle: 1, waiting: 0}));
    const names = (await render()).text.matchAll(/^# TYPE (motp_\w+)/gm);
    const missing = [...names].filter(([, name = '']) => !explained().has(name));
    assert.deepEqual(missing, []);
  });
  it('explains every command of the tool', () => {
    const usage = readFileSync('endpoint/cli.ts', 'utf8').matchAll(
      /^ {2}([a-z]+)(?: ([a-z]+))? {2,}/gm,
    );
    const commands = [...usage].map(([, name = '']) => name);
    assert(commands.includes('doctor'));
    const missing = commands.filter((name) => !page.includes(`\`${name}`));
    assert.deepEqual(missing, []);
  });
});
