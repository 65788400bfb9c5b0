/**
 * The built demo, served as static files under a sub-path. The trainee reads the code on the phone and
 * types it with real key events.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {serveBuiltDemo, type DemoServer} from '../../tools/preview.ts';
import {INSTALLED_BROWSERS, usePages} from '../harness/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';
import {DemoPage} from './demo-page.ts';

describe('the built demo, under a sub-path', () => {
  let site: DemoServer;

  before(async () => {
    site = await serveBuiltDemo('/some/where/motp/');
  });

  after(() => site.close());

  for (const engine of INSTALLED_BROWSERS) {
    describe(`in ${engine}`, () => {
      const newPage = usePages(engine);
      const opens = async (path: string, test: TestContext): Promise<DemoPage> =>
        DemoPage.open(site.url + path, await newPage(test));

      it('verifies a trainee with the code on the phone', async (test) => {
        const trainee = await opens('', test);
        await trainee.verifies();
      });

      it('locks after five wrong codes, also after a reload, until phone verification', async (test) => {
        const trainee = await opens('', test);
        const wrong = await trainee.wrongNumber();
        const warnings = [
          '(남은 횟수 4회)',
          '(남은 횟수 3회)',
          '(남은 횟수 2회)',
          '한 번 더 틀리면',
        ];
        for (const warning of warnings) {
          await trainee.enters(wrong);
          await trainee.sees(warning);
        }
        await trainee.enters(wrong);
        await trainee.sees('인증이 제한되었습니다');
        await trainee.reloads();
        await trainee.sees('인증이 제한되었습니다');

        const identity = await trainee.opensIdentityService();
        await identity.click({selector: '#succeed'});
        await trainee.page.bringToFront();
        await trainee.sees('인증 제한이 해제되었습니다.');
        await trainee.verifies();
      });

      it('shows every state of the code field on one page', async (test) => {
        const page = await newPage(test);
        await page.goTo(`${site.url}states.html`);
        await waitFor(
          () =>
            page.evaluate(() => {
              const disabled = document.querySelector('motp-verify[disabled]');
              return (
                document.querySelector('motp-verify[endpoint$=never]:state(sending)') != null &&
                document.querySelector('motp-verify[data-verify] input[aria-invalid=true]') !=
                  null &&
                disabled?.shadowRoot?.querySelector('input:disabled') != null
              );
            }),
          'sending, wrong and disabled',
        );
      });

      it('is in English if the settings say so', async (test) => {
        const trainee = await opens('?lang=en&occasion=exam', test);
        await trainee.sees('Identity check before the exam.');
      });

      it('shows the widget in any other language, on a page in English', async (test) => {
        const trainee = await opens('?lang=vi&occasion=exam', test);
        await trainee.sees('Xác thực danh tính trước khi thi.');
        assert.equal(await trainee.page.evaluate(() => document.documentElement.lang), 'en');
      });
    });
  }
});
