/** `npx motp-verify demo`, from the packed package in an empty folder. */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {packInto} from '../harness/packed-package.ts';
import {startServerProcess} from '../harness/server-process.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';

/** Debian's Node, where it is: the oldest that the package supports. */
const SYSTEM_NODE = '/usr/bin/node';

describe('npx motp-verify demo', () => {
  const node = existsSync(SYSTEM_NODE) ? SYSTEM_NODE : process.execPath;
  let folder: string;
  let script: string;

  before(async () => {
    await ensurePackage();
    folder = mkdtempSync(join(tmpdir(), 'motp-verify-demo-'));
    const root = join(folder, 'node_modules/motp-verify');
    mkdirSync(root, {recursive: true});
    const tarball = join(folder, packInto(folder));
    execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', root]);
    // Of its dependencies, it needs this one. The repository's others are not there.
    symlinkSync(resolve('node_modules/valibot'), join(folder, 'node_modules/valibot'), 'junction');
    script = join(root, 'dist/command/motp-verify.js');
  });

  after(() => rmSync(folder, {recursive: true}));

  function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const {status, stdout, stderr} = spawnSync(node, [script, 'demo', ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return {status, printed: stdout + stderr};
  }

  it('serves a trainee, a phone and test codes, on this machine alone', async () => {
    const server = await startServerProcess(node, [script, 'demo', '--port', '0'], {
      cwd: folder,
      line: /phone: +http:\/\/127\.0\.0\.1:(\d+)\//,
    });
    try {
      const {code} = (await (await fetch(`${server.url}/phone`)).json()) as {code: string};
      assert.match(code, /^\d{6}$/);
      const response = await fetch(`${server.url}/api/motp`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': `"${createIdempotencyKey()}"`,
        },
        body: JSON.stringify({v: 1, code: '900001', occasion: 'lesson', unit: 9}),
      });
      assert.equal(((await response.json()) as {code: string}).code, 'verified');
      const document = await fetch(`${server.url}/api/motp/openapi.json`);
      assert.equal(document.status, 200);
    } finally {
      await server.close();
    }
  });

  it('prints a ticket, and commands that send an attempt with it and check its receipt', async () => {
    const server = await startServerProcess(node, [script, 'demo', '--port', '0'], {
      cwd: folder,
      // The last line.
      line: /^npx .* http:\/\/127\.0\.0\.1:(\d+)\S* --site-secret /,
    });
    try {
      const [attempt = '', check = ''] = server.printed.filter((line) => line.startsWith('curl '));
      const ticket = server.printed.find((line) => /^[\w-]{200,}$/.test(line));
      assert(ticket !== undefined && attempt.includes(ticket), attempt);
      const answer = runInShell(attempt) as {code: string; verificationId: string};
      assert.equal(answer.code, 'verified');
      // The same key: not evaluated again.
      assert.deepEqual(runInShell(attempt), answer);
      const receipt = runInShell(check.replace('/ID?', `/${answer.verificationId}?`)) as {
        subject: string;
      };
      assert.equal(receipt.subject, 'demo');
      const nobody = await fetch(`${server.url}/with-ticket/api/motp/status`);
      assert.equal(((await nobody.json()) as {code: string}).code, 'session-required');
    } finally {
      await server.close();
    }
  });

  it('does not start in production', () => {
    const {status, printed} = run([], {NODE_ENV: 'production'});
    assert.equal(status, 2);
    assert.match(printed, /NODE_ENV is "production"\. It was not started\.\n$/);
  });

  it('explains a wrong usage', () => {
    const {status, printed} = run(['--port', 'x']);
    assert.equal(status, 2);
    assert.match(printed, /^--port: x is no port\.\n\nUsage: npx motp-verify demo/);
    assert.equal(run(['--help']).status, 0);
  });
});

/** Runs a command as a developer pastes it. @returns the JSON that it prints */
function runInShell(command: string): unknown {
  return JSON.parse(execFileSync('sh', ['-ec', `${command} --silent`], {encoding: 'utf8'}));
}
