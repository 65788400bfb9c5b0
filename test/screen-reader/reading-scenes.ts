/** The scenes in which a trainee reads the page. */
import {END, WRONG, goesToTop, readsUntil, submits, tabsTo, type Scene} from './scene.ts';

/** Reading, and moving from one control to the next. */
export const READING_SCENES: readonly Scene[] = [
  {
    name: 'ready-by-reading',
    title: 'Reading line by line, while the second chunk arrives at the name',
    holdsRuntime: true,
    async play(listener, site) {
      await goesToTop(listener);
      await readsUntil(listener, '이름');
      await listener.does('the second chunk arrives', () => {
        site.runtime.release();
        return listener.hasRuntime();
      });
      await readsUntil(listener, END);
    },
  },
  {
    name: 'whole-page',
    title: 'Reading the whole page at once, while the second chunk arrives at the name',
    holdsRuntime: true,
    async play(listener, site) {
      await goesToTop(listener);
      await listener.readsPageUntil('이름');
      await listener.does('the second chunk arrives', () => {
        site.runtime.release();
        return listener.hasRuntime();
      });
      await listener.readsOnUntil(END);
      await listener.presses('Control_L');
    },
  },
  {
    name: 'ready-by-tab',
    title: 'From one control to the next',
    async play(listener) {
      await tabsTo(listener, '[part=help] li a');
    },
  },
  {
    name: 'locked-by-reading',
    title: 'Reading the page of a locked account',
    failures: 5,
    async play(listener) {
      await listener.sees('5회 틀려');
      await goesToTop(listener);
      await readsUntil(listener, '제한이 풀렸는지 확인');
    },
  },
  {
    name: 'masked',
    title: 'Masked details, read, revealed and hidden again',
    attributes: 'masked',
    async play(listener) {
      await goesToTop(listener);
      await readsUntil(listener, '휴대폰번호');
      await listener.presses('shift+Tab');
      await listener.presses('Return');
      await goesToTop(listener);
      await readsUntil(listener, '휴대폰번호');
      await listener.presses('shift+Tab');
      await listener.presses('Return');
    },
  },
  {
    name: 'guide-and-questions',
    title: 'Guide and questions, opened',
    async play(listener) {
      await tabsTo(listener, '[part=guide] summary');
      listener.steps.length = 0;
      await listener.presses('Return');
      await listener.sees('이용자 등록');
      await tabsTo(listener, '[part=questions] summary');
      await listener.presses('Return');
    },
  },
  {
    name: 'english',
    title: 'An English page: reading, and a wrong code',
    lang: 'en',
    async play(listener, site) {
      await goesToTop(listener);
      await readsUntil(listener, 'Verify push button');
      await listener.focusesField();
      await submits(listener, site, WRONG[0], {status: 'ready', notice: 'code-mismatch'});
    },
  },
];
