/** The scenes of the screen reader: what a trainee does, and which states are reached. */
import type {Listener, Outcome} from './listener.ts';
import type {Site} from './site.ts';

/** A scene: one page, and what is done on it. */
export interface Scene {
  /** The name of its transcript. */
  readonly name: string;
  readonly title: string;
  readonly lang?: string;
  /** The widget's attributes besides those of every scene. */
  readonly attributes?: string;
  readonly play: (listener: Listener, site: Site) => Promise<void>;
  /** Whether the runtime chunk arrives only when the scene releases it. */
  readonly holdsRuntime?: true;
}

/** The paragraph after the widget. */
const END = '—';

/** More lines and controls than the widget has. */
const MAX_LINES = 150;
const MAX_CONTROLS = 30;

/** Codes that the endpoint does not accept. */
const WRONG = ['900000', '911111', '922222', '933333', '944444'] as const;

/** A code that it accepts. */
const RIGHT = '123456';

/** Reads the page from its top, line by line, until a text is spoken. */
async function readsUntil(listener: Listener, text: string): Promise<void> {
  if (listener.steps.length === 0) await listener.presses('ctrl+Home');
  for (let i = 0; i < MAX_LINES; i++) {
    const spoken = await listener.presses('Down');
    if (spoken.some((line) => line.includes(text))) return;
  }
  throw new Error(`“${text}” was not read.`);
}

/** Moves the focus from one control to the next until it is on the first that a selector finds. */
async function tabsTo(listener: Listener, selector: string): Promise<void> {
  for (let i = 0; i < MAX_CONTROLS; i++) {
    if (await listener.hasFocus(selector)) return;
    await listener.presses('Tab');
  }
  throw new Error(`${selector} was not reached.`);
}

const FIELD = '#code';

/** Moves the focus to the field at the start of a scene; what is spoken is in `ready-by-tab`. */
async function startsInField(listener: Listener): Promise<void> {
  await tabsTo(listener, FIELD);
  listener.steps.length = 0;
}

/** Types a code and submits it, hears the progress, and then the outcome. */
async function submits(
  listener: Listener,
  site: Site,
  code: string,
  outcome: Outcome,
): Promise<void> {
  site.answers.hold();
  await listener.types(code);
  await listener.presses('Return', {status: 'sending'});
  await listener.passesSecond();
  await listener.does('the answer arrives', () => site.answers.release(), outcome);
}

/** A scene of one refusal. */
function refusal(
  name: string,
  title: string,
  status: number,
  body: {readonly code: string},
  outcome: Outcome,
): Scene {
  return {
    name,
    title,
    async play(listener, site) {
      await startsInField(listener);
      site.responses.push({status, body: {counted: false, ...body}});
      await submits(listener, site, RIGHT, outcome);
    },
  };
}

/** All scenes, in the order in which they are played. */
export const SCENES: readonly Scene[] = [
  {
    name: 'ready-by-reading',
    title: 'Reading line by line, while the second chunk arrives at the name',
    holdsRuntime: true,
    async play(listener, site) {
      await readsUntil(listener, '이름');
      await listener.does('the second chunk arrives', () => {
        site.runtime.release();
        return listener.hasRuntime();
      });
      await readsUntil(listener, END);
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
    name: 'empty',
    title: 'Enter in the empty field, three times',
    async play(listener) {
      await startsInField(listener);
      for (let i = 0; i < 3; i++) {
        await listener.presses('Return', {status: 'ready', notice: 'code-empty'});
      }
    },
  },
  {
    name: 'four-and-seven-digits',
    title: 'Four digits, then seven',
    async play(listener) {
      await startsInField(listener);
      await listener.types('1234');
      await listener.presses('Return', {status: 'ready', notice: 'app-password'});
      await listener.types('1234567');
      await listener.presses('Return', {status: 'ready', notice: 'code-length'});
    },
  },
  {
    name: 'wrong',
    title: 'A wrong code, the fourth one, and the field reached again',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, WRONG[0], {status: 'ready', notice: 'code-mismatch'});
      site.endpoint.failures = 3;
      await submits(listener, site, WRONG[1], {status: 'ready', notice: 'code-mismatch'});
      await listener.presses('Tab');
      await listener.presses('shift+Tab');
    },
  },
  {
    name: 'wrong-by-button',
    title: 'A wrong code, submitted by the button',
    async play(listener, site) {
      await startsInField(listener);
      site.answers.hold();
      await listener.types(WRONG[0]);
      await tabsTo(listener, '[part=submit]');
      await listener.presses('space', {status: 'sending'});
      await listener.passesSecond();
      await listener.does('the answer arrives', () => site.answers.release(), {
        status: 'ready',
        notice: 'code-mismatch',
      });
    },
  },
  {
    name: 'fast-answer',
    title: 'An answer that arrives at once',
    async play(listener) {
      await startsInField(listener);
      await listener.types(WRONG[0]);
      await listener.presses('Return', {status: 'ready', notice: 'code-mismatch'});
    },
  },
  {
    name: 'locked',
    title: 'The fifth wrong code, and the lock released',
    async play(listener, site) {
      await startsInField(listener);
      site.endpoint.failures = 4;
      await submits(listener, site, WRONG[0], {status: 'locked'});
      await listener.passesSecond();
      await tabsTo(listener, '[part=recheck]');
      await listener.presses('Return');
      site.endpoint.failures = 0;
      await listener.presses('Return', {status: 'ready', notice: 'unlocked'});
    },
  },
  {
    name: 'locked-by-reading',
    title: 'Reading the page of a locked account',
    attributes: 'outcome="locked" failures="5" max-failures="5"',
    async play(listener) {
      await readsUntil(listener, END);
    },
  },
  refusal(
    'expired',
    'An expired code',
    422,
    {code: 'code-expired'},
    {
      status: 'ready',
      notice: 'code-expired',
    },
  ),
  refusal(
    'replayed',
    'A code that was already used',
    409,
    {code: 'code-replayed'},
    {
      status: 'ready',
      notice: 'code-replayed',
    },
  ),
  {
    name: 'rate-limited',
    title: 'Too many requests, and the end of the wait',
    async play(listener, site) {
      await startsInField(listener);
      const body = {code: 'rate-limited', counted: false, retryAfter: 30};
      site.responses.push({status: 429, body});
      await submits(listener, site, RIGHT, {status: 'rate-limited'});
      await listener.does('the wait is over', () => listener.passTime(30_000), {status: 'ready'});
    },
  },
  {
    name: 'offline',
    title: 'Without a network',
    async play(listener) {
      await startsInField(listener);
      await listener.goesOffline();
      await listener.types(RIGHT);
      await listener.presses('Return', {status: 'ready', notice: 'offline'});
    },
  },
  {
    name: 'undecided',
    title: 'A lost answer, and the result asked for',
    async play(listener, site) {
      await startsInField(listener);
      site.responses.push('lost');
      site.queries.push('lost', 'lost', 'lost', 'lost');
      await listener.types(RIGHT);
      await listener.presses('Return', {status: 'checking'});
      await listener.passesSecond();
      await listener.does('no answer in 15 seconds', () => listener.passTime(20_000), {
        status: 'unknown',
      });
      site.queries.length = 0;
      await tabsTo(listener, '[part=submit]');
      await listener.presses('Return', {status: 'checking'});
      await listener.does('the result arrives', () => listener.passTime(2_000), {
        status: 'verified',
      });
      await listener.passesSecond();
    },
  },
  refusal(
    'signed-out',
    'A session that has ended',
    403,
    {code: 'session-required'},
    {
      status: 'signed-out',
    },
  ),
  {
    name: 'success',
    title: 'A right code, and the dialog closed',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, RIGHT, {status: 'verified'});
      await listener.passesSecond();
      await listener.presses('Return');
    },
  },
  {
    name: 'success-inline',
    title: 'A right code, on a page without a dialog',
    attributes: 'completion="inline"',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, RIGHT, {status: 'verified'});
      await listener.passesSecond();
    },
  },
  {
    name: 'masked',
    title: 'Masked details, read and revealed',
    attributes: 'masked',
    async play(listener) {
      await readsUntil(listener, '휴대폰번호');
      await listener.presses('shift+Tab');
      await listener.presses('Return');
    },
  },
  {
    name: 'last-seconds',
    title: 'The last ten seconds of a number, and the next one',
    async play(listener, site) {
      site.fields = {serverTime: 1_800_000_000_000, stepEndsInMs: 30_000, period: 60};
      await startsInField(listener);
      await submits(listener, site, WRONG[0], {status: 'ready', notice: 'code-mismatch'});
      await listener.does('nine seconds are left', () => listener.waits(20_000, '9초'));
      site.fields = {serverTime: 1_800_000_021_000, stepEndsInMs: 8_000, period: 60};
      await submits(listener, site, WRONG[1], {status: 'ready', notice: 'code-mismatch'});
      await listener.does('the next number is there', () =>
        listener.waits(8_000, '새 번호가 표시'),
      );
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
      await readsUntil(listener, '—');
      await tabsTo(listener, FIELD);
      await submits(listener, site, WRONG[0], {status: 'ready', notice: 'code-mismatch'});
    },
  },
];
