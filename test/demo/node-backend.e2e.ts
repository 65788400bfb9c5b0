/**
 * The demo with the servers of `npm start`: the endpoint on SQLite, the training site's server, and the
 * identity service on its own origin.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {createServer, type Plugin, type ViteDevServer} from 'vite';
import {INSTALLED_BROWSERS, usePages} from '../harness/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';
import {DemoPage} from './demo-page.ts';

/** Records the paths that the server is asked for. */
function recordPaths(paths: string[]): Plugin {
  return {
    name: 'record-paths',
    // Before the plugin that serves the endpoint.
    enforce: 'pre',
    configureServer({middlewares}) {
      middlewares.use(({url = ''}, _response, next) => {
        paths.push(url.replace(/\?.*/, ''));
        next();
      });
    },
  };
}

describe('the demo with its Node.js backend', () => {
  let server: ViteDevServer;
  const paths: string[] = [];

  before(async () => {
    const host = {host: '127.0.0.1', port: 0};
    server = await createServer({logLevel: 'warn', server: host, plugins: [recordPaths(paths)]});
    await server.listen();
  });

  after(() => server.close());

  for (const engine of INSTALLED_BROWSERS) {
    describe(`in ${engine}`, () => {
      const newPage = usePages(engine);
      const opens = async (path: string, test: TestContext): Promise<DemoPage> =>
        DemoPage.open(`${server.resolvedUrls?.local[0]}${path}`, await newPage(test));

      it('counts a wrong code and verifies the correct one on the server', async (test) => {
        paths.length = 0;
        const trainee = await opens('?server=node', test);
        await trainee.enters(await trainee.wrongNumber());
        await trainee.sees('남은 횟수 4회');
        await trainee.verifies();
        assert(paths.includes('/api/node/registrations'));
        assert(paths.includes('/api/node'));
      });

      it('lets a trainee continue after the endpoint has confirmed the receipt', async (test) => {
        const trainee = await opens('course.html?server=node', test);
        await trainee.clicks('수강하기');
        await trainee.verifies();
        await trainee.finishes('1차시');
        await trainee.clicks('과정 화면으로');
        assert.deepEqual(await trainee.recordedChecks(), ['최초 입과']);
        const log = await trainee.log();
        // The servers communicate directly, so the page logs nothing of it.
        assert(log.some((line) => /POST \/api\/site\/checks → 200/.test(line)));
        assert(!log.some((line) => line.includes('/verifications/')));
        await trainee.reloads();
        await trainee.sees('이어서 학습하기');
        assert.deepEqual(await trainee.recordedChecks(), ['최초 입과']);
      });

      it('does not let a trainee continue with a receipt that the page made up', async (test) => {
        const trainee = await opens('course.html?server=node', test);
        await trainee.clicks('수강하기');
        await trainee.sees('mOTP 번호');
        await trainee.page.evaluate(() => {
          const receipt = {verificationId: 'made-up'};
          const event = Object.assign(new Event('motp-verified', {bubbles: true}), {receipt});
          document.querySelector('motp-verify')?.dispatchEvent(event);
        });
        await trainee.sees('인증 결과를 확인하지 못했습니다.');
      });

      it('unlocks from the identity service’s origin, only with the trainee’s own name', async (test) => {
        const trainee = await opens('?server=node&trainee=locked', test);
        await trainee.sees('인증이 제한되었습니다');
        const identity = await trainee.opensIdentityService();
        const origin = await identity.evaluate(() => location.origin);
        assert.notEqual(origin, await trainee.page.evaluate(() => location.origin));
        await identity.fillIn({selector: '[name=name]'}, '임꺽정');
        await identity.click({selector: '#succeed'});
        await waitFor(
          () => identity.evaluate(() => document.body.innerText.includes('다릅니다')),
          'a rejection',
        );
        await identity.fillIn({selector: '[name=name]'}, '홍길동');
        await identity.click({selector: '#succeed'});
        await trainee.page.bringToFront();
        await trainee.sees('인증 제한이 해제되었습니다.');
        await trainee.verifies();
      });
    });
  }
});
