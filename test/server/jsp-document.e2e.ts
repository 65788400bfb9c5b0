/** The JSP site of docs/servers.md: its commands and its snippets in Tomcat, with the demo of the endpoint. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {it} from 'node:test';
import {DEMO, startDemoServer} from '../../endpoint/test-mode/demo-server.ts';
import {TEST_CODES} from '../../endpoint/test-mode/test-codes.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {startTomcat} from '../../tools/services/tomcat.ts';
import {packInto} from '../harness/packed-package.ts';
import {snippetsIn} from '../harness/snippets.ts';
import {javac, tomcat} from './sites.ts';

// In CI it must run.
const skip = !(javac && tomcat) && !process.env['CI'] && 'A JDK with Tomcat was not found.';

it(
  'the JSP site of docs/servers.md knows after an attempt that the trainee is verified',
  {skip},
  async (test) => {
    assert(javac && tomcat);
    await ensurePackage();
    const demo = await startDemoServer(0);
    test.after(() => demo.stop());
    const folder = mkdtempSync(join(tmpdir(), 'motp-verify-jsp-'));
    test.after(() => rmSync(folder, {recursive: true}));
    packInto(folder);
    const PATH = `${dirname(javac)}:${process.env['PATH']}`;
    const env = {...process.env, PATH, CATALINA_HOME: tomcat.home};
    execFileSync('sh', ['-ec', snippet('sh', 'javac ')], {cwd: folder, env});
    writeFileSync(join(folder, 'lms/check.jsp'), snippet('jsp', 'lms/check.jsp'));
    const servlet = snippet('xml', 'kr.example.MotpServlet')
      .replace('http://127.0.0.1:8787/api/motp', `${demo.origin}/api/motp`)
      .replace('…', DEMO.secret);
    const xml = `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">${servlet}</web-app>`;
    writeFileSync(join(folder, 'lms/WEB-INF/web.xml'), xml);
    const {origin, close} = await startTomcat(tomcat, 'demo/tomcat', 'lms', (webapp) =>
      cpSync(join(folder, 'lms'), webapp, {recursive: true}),
    );
    test.after(close);

    const url = `${origin}/lms/check.jsp`;
    const page = await fetch(url);
    const cookie = page.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const html = await page.text();
    assert.match(html, /인증해 주세요/);
    const script = new URL(/src="([^"]+)"/.exec(html)?.[1] ?? '', url);
    assert.equal((await fetch(script)).headers.get('Content-Type'), 'text/javascript');
    const endpoint = new URL(/endpoint="([^"]+)"/.exec(html)?.[1] ?? '', url);
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        Cookie: cookie,
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${createIdempotencyKey()}"`,
      },
      body: JSON.stringify({v: 1, code: TEST_CODES.verified, occasion: 'lesson', unit: 9}),
    });
    const answer = await response.text();
    assert.match(answer, /"code":"verified"/);
    assert.match(await (await fetch(url, {headers: {Cookie: cookie}})).text(), /인증되었습니다/);
  },
);

/** Returns the snippet of docs/servers.md in a language, with a text. */
function snippet(wanted: string, text: string): string {
  const found = snippetsIn('docs/servers.md').find(
    ({language, code}) => language === wanted && code.includes(text),
  );
  assert(found, `docs/servers.md has no ${wanted} with ${text}.`);
  return found.code;
}
