/** The built demo without its server: after the first load every page works offline. */
import {describe, it} from 'node:test';
import {serveBuiltDemo} from '../../tools/preview.ts';
import {usePages} from '../harness/browsers.ts';
import {DemoPage} from './demo-page.ts';

describe('the demo after its first load', () => {
  const newPage = usePages('chromium');

  it('works without its server, also on a page that was never opened', async (test) => {
    const site = await serveBuiltDemo('/offline/');
    const trainee = await DemoPage.open(site.url, await newPage(test));
    // The widget loads after the worker, which starts after all files are cached.
    await trainee.sees('mOTP 번호 (숫자 6자리)');
    await site.close();
    await trainee.reloads();
    await trainee.verifies();
    await trainee.goesTo(`${site.url}course.html`);
    await trainee.clicks('수강하기');
    await trainee.sees('최초 과정 입과 시 본인인증 절차입니다.');
  });
});
