/**
 * The manual's whole course on the built demo, in Korean: from the app store to the exam. The trainee
 * reads every code on the phone and types it with real key events.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {serveBuiltDemo, type DemoServer} from '../../tools/preview.ts';
import {INSTALLED_BROWSERS, usePages} from '../harness/browsers.ts';
import {waitFor} from '../harness/page-driver.ts';
import {DemoPage} from './demo-page.ts';

describe('a whole course, from installing the app to the exam', () => {
  let site: DemoServer;

  before(async () => {
    site = await serveBuiltDemo('/course/');
  });

  after(() => site.close());

  for (const engine of INSTALLED_BROWSERS) {
    describe(`in ${engine}`, () => {
      const newPage = usePages(engine);
      const opens = async (path: string, test: TestContext): Promise<DemoPage> =>
        DemoPage.open(site.url + path, await newPage(test));

      it('takes a trainee from the installation through every check to completion', async (test) => {
        const trainee = await opens('course.html?trainee=new', test);
        await trainee.installsAndRegisters('홍길동', '4321');

        await trainee.clicks('수강하기');
        await trainee.sees('최초 과정 입과 시 본인인증 절차입니다.');
        await trainee.verifies();
        for (let lesson = 1; lesson <= 8; lesson++) await trainee.finishes(`${lesson}차시`);
        await trainee.sees('9차시 학습 전 본인인증 절차입니다.');

        // The trainee comes back the next day and opens the app with its password.
        await trainee.reloads();
        await trainee.clicks('이어서 학습하기');
        await trainee.opensAppWith('4321');
        await trainee.verifies();
        await trainee.finishes('9차시');
        await trainee.sees('진행단계평가 응시 전 본인인증 절차입니다.');
        await trainee.verifies();
        await trainee.finishes('진행단계평가', '제출하기');
        for (let lesson = 10; lesson <= 16; lesson++) await trainee.finishes(`${lesson}차시`);
        await trainee.verifies();
        await trainee.finishes('17차시');
        await trainee.sees('시험 응시 전 본인인증 절차입니다.');
        await trainee.verifies();
        await trainee.finishes('시험', '제출하기');
        await trainee.verifies();
        await trainee.finishes('과제', '제출하기');

        await trainee.sees('모든 과정을 마쳤습니다.');
        assert.deepEqual(await trainee.recordedChecks(), [
          '최초 입과',
          '9차시',
          '진행단계평가',
          '17차시',
          '시험',
          '과제',
        ]);
      });

      it('brings each check into view and focuses its field', async (test) => {
        const trainee = await opens('course.html', test);
        await trainee.clicks('수강하기');
        await trainee.until(() => trainee.evaluate(isFieldInView), 'the field is in view');
        await trainee.verifies();
        await trainee.finishes('1차시');
        await trainee.until(
          () => trainee.page.evaluate(() => document.activeElement?.id === 'step'),
          'the next lesson has the focus',
        );
      });

      it('shows store links in the course, and names the page as the toolbar does', async (test) => {
        const trainee = await opens('course.html', test);
        await trainee.clicks('수강하기');
        await trainee.sees('Play 스토어에서 설치하기');
        await trainee.sees('App Store에서 설치하기');
        const titles = await trainee.page.evaluate(() => [
          document.title,
          document.querySelector('demo-toolbar [aria-current=page]')?.textContent,
        ]);
        assert.deepEqual(titles, ['교육과정 전체 (데모)', '교육과정 전체']);
        await trainee.chooses('lang', 'en');
        await trainee.until(
          () => trainee.page.evaluate(() => document.title === 'A whole course (demo)'),
          'the title is in English',
        );
      });

      it('does not let a page continue that only claims a verification', async (test) => {
        const trainee = await opens('course.html', test);
        await trainee.clicks('수강하기');
        await trainee.sees('mOTP 번호');
        await trainee.page.evaluate(() => {
          const receipt = {verificationId: 'made-up'};
          const event = Object.assign(new Event('motp-verified', {bubbles: true}), {receipt});
          document.querySelector('motp-verify')?.dispatchEvent(event);
        });
        await trainee.sees('인증 결과를 확인하지 못했습니다.');
        await trainee.sees('최초 과정 입과 시 본인인증 절차입니다.');
      });

      it('reports a space in the name, which registering with the exact name fixes', async (test) => {
        const trainee = await opens('?trainee=space', test);
        await trainee.enters(await trainee.numberOnPhone());
        await trainee.sees('이름의 공백이 다릅니다');
        await trainee.touches('mOTP 등록 초기화');
        await trainee.touches('초기화', '#reset');
        await trainee.touches('동의합니다');
        await trainee.registers('홍 길동', '4321');
        await trainee.enters(await trainee.numberOnPhone());
        await trainee.sees('mOTP 인증이 완료되었습니다');
      });

      it('rejects the code of a clock set by hand abroad, and accepts it with Korean time', async (test) => {
        const trainee = await opens('?trainee=abroad', test);
        await trainee.enters(await trainee.numberOnPhone());
        await trainee.sees('mOTP 번호가 일치하지 않습니다.');
        const wrong = await trainee.numberOnPhone();
        await trainee.chooses('clock', 'automatic');
        await trainee.enters(await trainee.numberOnPhone(wrong));
        await trainee.sees('mOTP 인증이 완료되었습니다');
      });

      it('ends the first phone’s registration when a second one registers (1인 1기기)', async (test) => {
        const trainee = await opens('', test);
        await trainee.clicks('다른 휴대폰');
        await trainee.installsAndRegisters('홍길동', '5678');
        await trainee.enters(await trainee.numberOnPhone());
        await trainee.sees('mOTP 인증이 완료되었습니다');
        await trainee.clicks('시작하기', 'motp-verify >>> dialog button');
        await trainee.clicks('다른 휴대폰');
        await trainee.opensAppWith('1234');
        await trainee.seesOnPhone('1인 1기기에서만 사용 가능합니다.');
      });

      it('unlocks only with the trainee’s own name at the identity service', async (test) => {
        const trainee = await opens('?trainee=locked', test);
        await trainee.sees('인증이 제한되었습니다');
        const identity = await trainee.opensIdentityService();
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
      });
    });
  }
});

/** Returns whether the field has the focus and is in sight. Runs in the page. */
function isFieldInView({shadowRoot}: Element): boolean {
  const field = shadowRoot?.querySelector('input');
  if (!field || shadowRoot?.activeElement !== field) return false;
  const {top, bottom} = field.getBoundingClientRect();
  // Browsers scroll by whole pixels.
  return top >= 0 && Math.floor(bottom) <= innerHeight;
}
