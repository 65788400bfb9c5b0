/**
 * Copies the few installed packages that the endpoint runs with, in the locked versions, into a
 * folder: `node tools/docker/copy-dependencies.ts FOLDER`. The endpoint's image holds those and no others.
 */
import {cpSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** What `demo/endpoint` imports. */
const IMPORTED = [
  'hono',
  '@hono/node-server',
  'otplib',
  'pg',
  'valibot',
  '@valibot/to-json-schema',
] as const;

/** What is read of a lock file. */
interface Lock {
  readonly packages: Readonly<
    Record<string, {readonly dependencies?: Readonly<Record<string, string>>} | undefined>
  >;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say into which folder.');
const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const kept = new Set<string>();
for (const name of IMPORTED) keep(name);
for (const path of kept) cpSync(path, join(folder, path), {recursive: true});

function keep(name: string): void {
  const path = `node_modules/${name}`;
  const locked = packages[path];
  if (!locked || kept.has(path)) return;
  kept.add(path);
  for (const dependency of Object.keys(locked.dependencies ?? {})) keep(dependency);
}
