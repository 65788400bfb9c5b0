/** The command `npx motp-verify conformance`: its options, its reports and its exit status. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it, type TestContext} from 'node:test';
import {createAdaptorServer} from '@hono/node-server';
import {createEndpoint} from '../../endpoint/app.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {buildCommand} from '../../tools/build/build.ts';
import {TestSite} from '../endpoint/harness/site.ts';
import {RFC_SECRET} from '../harness/rfc6238.ts';
import {serve} from './loopback.ts';

/** Runs the command. @returns its output and its exit status */
function motpVerify(
  args: readonly string[],
  node = process.execPath,
  script = 'command/motp-verify.ts',
): Promise<{code: number; printed: string}> {
  return new Promise((done) => {
    execFile(node, [script, ...args], (error, printed, stderr) => {
      done({code: error ? Number(error.code) : 0, printed: printed + stderr});
    });
  });
}

const conformance = (...args: readonly string[]) => motpVerify(['conformance', ...args]);

/** Serves the reference endpoint. @returns the options that name it and a trainee's ticket */
async function serveReference(
  t: TestContext,
  change: (request: Request) => Request = (request) => request,
): Promise<readonly string[]> {
  const site = await TestSite.create(new MemoryStore());
  const {fetch} = createEndpoint({...site.options, now: Date.now});
  const server = createAdaptorServer({fetch: (request) => fetch(change(request))});
  const url = await serve(t, server as ReturnType<typeof createServer>);
  site.now = Date.now();
  await site.register('hong');
  // Written with `=`: a ticket can start with a hyphen.
  return [`${url}/api/motp`, `--ticket=${await site.issueTicket('hong')}`];
}

/** Gives each request a key of its own, as an endpoint does that ignores the key. */
function ignoringKeys(): (request: Request) => Request {
  let n = 0;
  return (request) => {
    const headers = new Headers(request.headers);
    if (headers.has('Idempotency-Key')) {
      headers.set('Idempotency-Key', `"${'k'.repeat(22)}${++n}"`);
    }
    return new Request(request, {headers});
  };
}

const folder = mkdtempSync(join(tmpdir(), 'motp-verify-conformance-'));
after(() => rmSync(folder, {recursive: true, force: true}));

describe('npx motp-verify', () => {
  it('lists its commands, and refuses any other', async () => {
    const help = await motpVerify(['--help']);
    assert.equal(help.code, 0);
    assert.match(help.printed, /^Usage: npx motp-verify COMMAND [^]*\n {2}conformance /);
    const {code, printed} = await motpVerify(['conformity']);
    assert.equal(code, 2);
    assert.equal(printed, help.printed);
  });
});

describe('npx motp-verify conformance', () => {
  it('exits with 0 if no case failed, and says what it could not ask', async (t) => {
    const {code, printed} = await conformance(...(await serveReference(t)), '--lock');
    assert.equal(code, 0, printed);
    assert.match(printed, /✔ {2}the fifth wrong code locks, and neither the fourth nor the sixth/);
    assert.match(printed, /– {2}a code is accepted once\n {5}not asked: requires --secret\n/);
    assert.match(printed, /not asked: requires --other-header or --other-ticket\n/);
    assert.match(printed, /\n\d\d passed, 0 failed, \d\d not asked\n$/);
  });

  it('asks at the addresses of the status and of the results, where they are not below the URL', async (t) => {
    const asked = new Set<string>();
    const [url = '', ticket = ''] = await serveReference(t, (request) => {
      const {pathname, search, searchParams} = new URL(request.url);
      if (pathname !== '/otpProc.do') return request;
      asked.add(search.replace(/key=.*/, 'key='));
      const key = searchParams.get('key');
      const path = searchParams.has('status') ? '/status' : key === null ? '' : `/attempts/${key}`;
      return new Request(new URL(`/api/motp${path}`, request.url), request);
    });
    const address = new URL('/otpProc.do', url).href;
    const {code, printed} = await conformance(
      address,
      ticket,
      '--status-url',
      `${address}?status`,
      '--attempts-url',
      address,
    );
    assert.equal(code, 0, printed);
    assert(asked.has('?status') && asked.has('?key='), [...asked].join());
    assert.equal((await conformance(address, ticket)).code, 1);
  });

  it('exits with 1 and names the case that failed', async (t) => {
    const {code, printed} = await conformance(...(await serveReference(t, ignoringKeys())));
    assert.equal(code, 1);
    assert.match(printed, /✘ {2}the same key gets the same answer, and is counted once\n {5}\w/);
    assert.match(printed, /✔ {2}each press with a wrong code is counted once/);
  });

  it('prints JSON on demand', async (t) => {
    const endpoint = await serveReference(t, ignoringKeys());
    const {code, printed} = await conformance(...endpoint, '--report', 'json');
    assert.equal(code, 1);
    const {url, results, counts} = JSON.parse(printed) as {
      readonly url: string;
      readonly results: readonly {readonly status: string; readonly failures?: readonly string[]}[];
      readonly counts: {readonly passed: number; readonly failed: number};
    };
    assert.equal(url, endpoint[0]);
    const failed = results.filter(({status}) => status === 'failed');
    assert.equal(failed.length, counts.failed);
    assert(failed.length > 0 && failed.every(({failures}) => failures?.length));
  });

  it('prints JUnit’s XML on demand', async (t) => {
    const endpoint = await serveReference(t, ignoringKeys());
    const {code, printed} = await conformance(...endpoint, '--report', 'junit');
    assert.equal(code, 1);
    assert.match(printed, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites>\n/);
    const [, tests, failures, skipped] =
      /tests="(\d+)" failures="(\d+)" errors="0" skipped="(\d+)"/.exec(printed) ?? [];
    const count = (tag: string): number => printed.split(`<${tag} `).length - 1;
    assert.deepEqual([tests, failures, skipped].map(Number), [
      count('testcase'),
      count('failure'),
      count('skipped'),
    ]);
    assert(count('failure') > 0 && count('skipped') > 0);
    assert.match(printed, />\n {2}<\/testsuite>\n<\/testsuites>\n$/);
  });

  it('does not start with a trainee who is locked', async (t) => {
    const endpoint = await serveReference(t);
    await conformance(...endpoint, '--lock');
    const {code, printed} = await conformance(...endpoint);
    assert.equal(code, 2);
    const line = 'The trainee is locked. Unlock the account, or use another one.\n';
    assert.equal(printed, line);
  });

  it('reads a legacy endpoint by its map: form fields, another charset, always 200', async (t) => {
    const map = join(folder, 'map.json');
    const values = {
      '0000': 'verified',
      E101: 'code-mismatch',
      E102: 'invalid-request',
      E103: 'locked',
    };
    writeFileSync(
      map,
      JSON.stringify({code: 'resultCode', failures: 'failCnt', id: 'authKey', values}),
    );
    let failed = 0;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        if (request.method !== 'POST') return response.writeHead(405).end();
        const fields = new URLSearchParams(Buffer.concat(chunks).toString());
        const code = fields.get('motpNo') ?? '';
        if (fields.get('_csrf') !== 'a=b' || fields.getAll('unit').join() !== '1,2')
          return response.writeHead(403).end();
        if (request.headers.cookie !== 'JSESSIONID=1')
          return response.end('<script>login()</script>');
        const send = (resultCode: string) =>
          response.end(JSON.stringify({resultCode, failCnt: String(failed), authKey: 'A1'}));
        if (!/^\d{6}$/.test(code)) return send('E102');
        if (failed >= 5) return send('E103');
        if (code === (await codeAt(RFC_SECRET, Date.now()))) return send('0000');
        failed++;
        return send(failed >= 5 ? 'E103' : 'E101');
      });
    });
    const url = await serve(t, server);
    const how = ['--map', map, '--format', 'form', '--code-field', 'motpNo', '--charset', 'euc-kr'];
    const who = [
      '--header',
      'Cookie: JSESSIONID=1',
      '--secret',
      RFC_SECRET,
      '--lock',
      '--csrf',
      '_csrf',
    ];
    const hidden = ['_csrf=a=b', 'unit=1', 'unit=2'].flatMap((field) => ['--field', field]);
    const {code, printed} = await conformance(`${url}/motp.do`, ...how, ...hidden, ...who);
    assert.equal(code, 0, printed);
    assert.match(printed, /\n7 passed, 0 failed, 0 not asked\n$/);
  });
  it('prints its usage', async () => {
    const {code, printed} = await conformance('no-url');
    assert.equal(code, 2);
    assert.match(printed, /^Usage: npx motp-verify conformance URL/);
  });
  it('names every option in its usage', async () => {
    const {code, printed} = await conformance('--help');
    assert.equal(code, 0);
    const options = (
      'header ticket secret subject other-header other-ticket other-secret other-subject lock ' +
      'status-url attempts-url occasion origin site-secret other-site-secret timeout report map format code-field field ' +
      'csrf charset'
    ).split(' ');
    const missing = options.filter((name) => !printed.includes(`\n  --${name} `));
    assert.deepEqual(missing, []);
  });
  it('explains each mistake in one line', async () => {
    const url = 'http://127.0.0.1:1/motp';
    for (const [options, line] of [
      [['--format', 'xml'], '--format is “xml”. Use json or form.\n'],
      [['--field', 'unit=1'], '--field names a form field. Use it with --format form.\n'],
      [['--format', 'form'], '--format form is for a legacy endpoint. Use it with --map.\n'],
      [['--report', 'xml'], '--report is “xml”. Use table, json or junit.\n'],
      [['--secret', 'abc018'], '--secret is not base32 (A to Z and 2 to 7).\n'],
      [
        ['--other-header', 'JSESSIONID=1'],
        "--other-header is “JSESSIONID=1”. Write 'Name: value'.\n",
      ],
      [
        ['--origin', 'www.example.kr'],
        '--origin is “www.example.kr”. Write it like https://www.example.kr.\n',
      ],
      [
        ['--status-url', '/otpProc.do?status'],
        '--status-url is “/otpProc.do?status”. Write it like https://www.example.kr/otpProc.do.\n',
      ],
      [['--timeout', '0'], '--timeout is “0”. Use 1 to 600 seconds.\n'],
      [['--format', 'form', '--field', 'unit'], '--field is “unit”. Write name=value.\n'],
    ] as const) {
      assert.deepEqual(await conformance(url, ...options), {code: 2, printed: line});
    }
  });
});

describe('the built command', () => {
  before(async () => {
    await buildCommand(folder);
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  });

  for (const [name, node] of [
    ['this Node', process.execPath],
    // Older than the repository's own: the oldest that the package supports, on Debian 13.
    ['the system’s Node', '/usr/bin/node'],
  ] as const) {
    const skip = existsSync(node) ? false : `${node} does not exist`;
    it(`runs without the repository, on ${name}`, {skip}, async (t) => {
      const script = join(folder, 'command/motp-verify.js');
      const args = ['conformance', ...(await serveReference(t)), '--lock'];
      const {code, printed} = await motpVerify(args, node, script);
      assert.equal(code, 0, printed);
      assert.match(printed, / passed, 0 failed, /);
    });
  }
});
