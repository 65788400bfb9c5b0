/**
 * The whole story on the built demo, as a stranger plays it: static files under a sub-path, the
 * number read off the phone, typed with real keys.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {serveBuiltDemo, type Site} from '../../tools/preview.ts';
import {INSTALLED_BROWSERS, usePages} from '../harness/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';
import {DemoPage} from './demo-page.ts';

describe('the built demo, under a sub-path', () => {
  let site: Site;

  before(async () => {
    site = await serveBuiltDemo('/some/where/motp/');
  });

  after(() => site.close());

  for (const engine of INSTALLED_BROWSERS) {
    describe(`in ${engine}`, () => {
      const newPage = usePages(engine);
      const opens = async (scene: string, test: TestContext): Promise<DemoPage> =>
        DemoPage.open(site.url + scene, await newPage(test));

      it('a trainee reads six digits off the phone and is verified', async (test) => {
        const trainee = await opens('', test);
        await trainee.verifies();
      });

      it('five wrong numbers lock, over a reload too; phone verification unlocks', async (test) => {
        const trainee = await opens('', test);
        const wrong = await trainee.wrongNumber();
        for (const left of ['4회 더', '3회 더', '2회 더', '한 번 더']) {
          await trainee.enters(wrong);
          await trainee.sees(`${left} 틀리면`);
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

      it('shows the code field in every state on one page', async (test) => {
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

      it('speaks English where the scene says so', async (test) => {
        const trainee = await opens('?lang=en&occasion=exam', test);
        await trainee.sees('Identity check before the exam.');
      });

      it('speaks any other language of the widget, in a page that is in English', async (test) => {
        const trainee = await opens('?lang=vi&occasion=exam', test);
        await trainee.sees('Xác thực danh tính trước khi thi.');
        assert.equal(await trainee.page.evaluate(() => document.documentElement.lang), 'en');
      });
    });
  }
});
