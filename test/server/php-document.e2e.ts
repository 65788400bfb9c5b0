/** The PHP site of docs/servers.md: its snippets in `php -S`, with the demo of the endpoint. */
import assert from 'node:assert/strict';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {it} from 'node:test';
import {DEMO, startDemoServer} from '../../endpoint/test-mode/demo-server.ts';
import {TEST_CODES} from '../../endpoint/test-mode/test-codes.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {startServerProcess} from '../harness/server-process.ts';
import {snippetsIn} from '../harness/snippets.ts';
import {php} from './sites.ts';

// In CI it must run.
const skip = php === undefined && !process.env['CI'] && 'PHP was not found.';

it(
  'the PHP site of docs/servers.md knows after an attempt that the trainee is verified',
  {skip},
  async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'motp-verify-php-'));
    test.after(() => rmSync(folder, {recursive: true}));
    copyFileSync('server/motp.php', join(folder, 'motp.php'));
    for (const {code, language} of snippetsIn('docs/servers.md')) {
      const [, file] = /^<\?php \/\/ (\S+)/.exec(code) ?? [];
      if (language !== 'php' || file === undefined) continue;
      mkdirSync(dirname(join(folder, file)), {recursive: true});
      writeFileSync(join(folder, file), code);
    }
    const demo = await startDemoServer(0);
    test.after(() => demo.stop());
    const site = await startServerProcess(php ?? '', ['-S', '127.0.0.1:0'], {
      cwd: folder,
      env: {MOTP_ENDPOINT: `${demo.origin}/api/motp`, MOTP_SECRET: DEMO.secret},
      line: /127\.0\.0\.1:(\d+)\) started/,
    });
    test.after(() => site.close());

    const page = await fetch(site.url);
    const cookie = page.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const html = await page.text();
    assert.match(html, /인증해 주세요/);
    const [, endpoint = ''] = /endpoint="([^"]+)"/.exec(html) ?? [];
    const [, status = ''] = /status-url="([^"]+)"/.exec(html) ?? [];
    const headers = {Cookie: cookie, 'Content-Type': 'application/json'};
    assert.equal(await codeOf(fetch(site.url + status, {headers})), 'ready');
    const attempt = fetch(site.url + endpoint, {
      method: 'POST',
      headers: {...headers, 'Idempotency-Key': `"${createIdempotencyKey()}"`},
      body: JSON.stringify({v: 1, code: TEST_CODES.verified, occasion: 'lesson', unit: 9}),
    });
    assert.equal(await codeOf(attempt), 'verified');
    assert.match(
      await (await fetch(site.url, {headers: {Cookie: cookie}})).text(),
      /인증되었습니다/,
    );
  },
);

async function codeOf(response: Promise<Response>): Promise<string> {
  return ((await (await response).json()) as {code: string}).code;
}
