/** The commands of docs/operations.md for backup and restore, on both databases. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {promisify} from 'node:util';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {findProgram} from '../../tools/browsers.ts';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {serveIn} from './harness/endpoint-in-folder.ts';
import {HttpClient} from './harness/http-client.ts';
import {EndpointService, type SharedDatabase} from './harness/processes.ts';
import {WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, postgres} from './harness/stores.ts';

const SERVE = [resolve('endpoint/cli.ts'), 'serve'];

const TOOL = `"${process.execPath}" "${resolve('endpoint/cli.ts')}"`;

/** The blocks of commands in the section, in its order. */
const [BACK_UP_SQLITE = '', BACK_UP_POSTGRES = '', RESTORE_SQLITE = '', RESTORE_POSTGRES = ''] =
  commandsOf('Backup and restore');

/** How one database is backed up, and restored into another one. */
interface Procedure {
  readonly kind: SharedDatabase;
  readonly skip: string | false;
  readonly backUp: string;
  readonly file: string;
  readonly restore: string;
  /** Returns the settings that name the restored database. */
  readonly newSettings: () => Promise<NodeJS.ProcessEnv>;
}

const PROCEDURES: readonly Procedure[] = [
  {
    kind: 'SQLite',
    skip: findProgram('sqlite3') === undefined && 'sqlite3 was not found.',
    backUp: BACK_UP_SQLITE,
    file: 'backup.db',
    restore: RESTORE_SQLITE,
    newSettings: async () => ({SQLITE_FILE: 'endpoint.db'}),
  },
  {
    kind: 'PostgreSQL',
    skip: postgres && findProgram('pg_dump') ? false : POSTGRES_INSTALL_HINT,
    backUp: BACK_UP_POSTGRES,
    file: 'backup.dump',
    restore: RESTORE_POSTGRES,
    newSettings: async () => ({DATABASE_URL: await newPostgresUrl()}),
  },
];

for (const {kind, skip, backUp, file, restore, newSettings} of PROCEDURES) {
  describe(`a backup of ${kind}`, {skip}, () => {
    it('restores accounts, failures and tickets, together with its key only', async (t) => {
      const service = await EndpointService.create(kind, 1);
      t.after(() => service.close());
      const [secret, ticket] = [await service.register('hong'), await service.issueTicket('hong')];
      const client = new HttpClient(1);
      t.after(() => client.close());
      const [url = ''] = service.urls;
      for (let failures = 1; failures <= 2; failures++) {
        assert.equal((await client.post(url, ticket, WRONG_CODE)).failures, failures);
      }
      const settings = service.databaseSettings;
      const source = newFolder(t);
      if (kind === 'SQLite')
        symlinkSync(settings['SQLITE_FILE'] ?? '', join(source, 'endpoint.db'));
      await runIn(source, settings, backUp);
      assert.equal((await client.post(url, ticket, WRONG_CODE)).failures, 3);

      const target = newFolder(t);
      copyFileSync(join(source, file), join(target, file));
      const restored = {...settings, ...(await newSettings())};
      const wrongKey = {...restored, ENCRYPTION_KEY: '08'.repeat(32)};
      await assert.rejects(runIn(target, wrongKey, restore), /wrong-key/);
      await runIn(target, restored, restore);
      const served = await serveIn(t, SERVE, {cwd: target, env: restored});
      assert.equal((await client.post(served, ticket, WRONG_CODE)).failures, 3);
      const verified = await client.post(served, ticket, await codeAt(secret, Date.now()));
      assert.equal(verified.code, 'verified');
    });
  });
}

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'motp-verify-backup-'));
  t.after(() => rmSync(folder, {recursive: true}));
  return folder;
}

/** Runs commands in a folder. @throws Error with what they have printed, if one fails */
async function runIn(cwd: string, env: NodeJS.ProcessEnv, commands: string): Promise<void> {
  const text = commands.replaceAll('npx motp-endpoint', TOOL);
  try {
    await promisify(execFile)('sh', ['-euc', text], {cwd, env});
  } catch (error) {
    const {stdout, stderr} = error as {readonly stdout: string; readonly stderr: string};
    throw new Error(`${stdout}\n${stderr}`, {cause: error});
  }
}

/** Returns the blocks of commands in a section of the document. */
function commandsOf(heading: string): readonly string[] {
  const page = readFileSync('docs/operations.md', 'utf8');
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  return [...text.matchAll(/```sh\n([^]*?)```/g)].map(([, commands = '']) => commands);
}
