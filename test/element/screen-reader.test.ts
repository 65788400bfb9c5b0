/** What a screen reader announces: in a virtual screen reader and in the accessibility tree. */
import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {computeAccessibleName} from 'dom-accessibility-api';
import {virtual} from '@guidepup/virtual-screen-reader/browser.js';
import type {AccessibleQuery} from '../harness/commands/accessibility.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const FIELD =
  'textbox, mOTP 번호 (숫자 6자리), 앱의 6자리 번호를 입력해 주세요. ' +
  '번호는 60초마다 바뀌며, 바뀌면 새 번호를 입력하면 됩니다.';

describe('a virtual screen reader', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    // For an exam the guide is closed.
    trainee = await WidgetFixture.open();
    trainee.widget.occasion = 'exam';
    await trainee.widget.updateComplete;
    const container = trainee.widget.shadowRoot?.querySelector<HTMLElement>('.card');
    if (!container) throw new Error('not drawn');
    await virtual.start({container});
  });

  afterEach(() => virtual.stop());

  it('reads heading, occasion, guidance, identity, field, button, fallbacks and help in order', async () => {
    const expected = [
      'heading, 한국산업인력공단 mOTP 인증 시스템, level 2',
      '시험 응시 전 본인인증 절차입니다.',
      'list, 인증 방법',
      'region, 사이트에 등록된 개인정보',
      'heading, 사이트에 등록된 개인정보, level 3',
      '홍길동',
      '0 1 0, 1 2 3 4, 5 6 7 8',
      'mOTP 번호 (숫자 6자리)',
      FIELD,
      'button, 인증하기',
      'link, 휴대폰 본인인증 (새 창 열림)',
      'link, 아이핀 인증 (새 창 열림)',
      'mOTP 처음 사용 안내',
      'link, 1833-3075',
      'link, mOTP 인증안내 (새 창 열림)',
    ];
    for (let i = 0; i < 120; i++) await virtual.next();
    const log = await virtual.spokenPhraseLog();
    const positions = expected.map((phrase) =>
      log.findIndex((spoken) => spoken.startsWith(phrase)),
    );
    expect(positions, log.join('\n')).to.not.include(-1);
    expect(positions).to.deep.equal(positions.toSorted((a, b) => a - b));
  });

  it('announces nothing per digit', async () => {
    await trainee.clicksField();
    await trainee.types('123456');
    expect(await announced('polite')).to.deep.equal([]);
    expect(await announced('assertive')).to.deep.equal([]);
  });

  it('announces that the code is sent, then the error once with the tries left', async () => {
    const region = trainee.progress;
    const texts: string[] = [];
    const observer = new MutationObserver(() => texts.push(region.textContent ?? ''));
    observer.observe(region, {childList: true, characterData: true, subtree: true});
    const release = system.holdResponses();
    await trainee.enters(await system.wrongCode());
    await trainee.sees('인증하고 있습니다.');
    release();
    await trainee.sees('남은 횟수 4회');
    observer.disconnect();
    const sending = '인증하고 있습니다. 잠시만 기다려 주세요.';
    expect(texts).to.deep.equal([sending, '']);
    // The development build of Lit inserts text in two steps; the virtual reader speaks both.
    expect(new Set(await announced('polite'))).to.deep.equal(new Set([sending]));
    expect(await announced('assertive')).to.deep.equal([
      'mOTP 번호가 일치하지 않습니다. 앱에 지금 보이는 번호를 다시 입력해 주세요. (남은 횟수 4회) mOTP 번호 (숫자 6자리)',
    ]);
  });

  it('says a refusal once, before the name of the field, where the focus moves there', async () => {
    const field = 'mOTP 번호 (숫자 6자리)';
    await trainee.clicksField();
    await trainee.types(await system.wrongCode());
    const spoken: (string | null)[] = [];
    trainee.field.addEventListener('focus', () =>
      spoken.push(
        computeAccessibleName(trainee.field),
        trainee.field.getAttribute('aria-describedby'),
      ),
    );
    await trainee.clicks('button', '인증하기');
    await trainee.focuses(() => trainee.field);
    const message =
      'mOTP 번호가 일치하지 않습니다. 앱에 지금 보이는 번호를 다시 입력해 주세요. (남은 횟수 4회)';
    expect(spoken).to.deep.equal([`${message} ${field}`, null]);
    expect(await announced('assertive')).to.deep.equal([]);
    // Reached again, the field has its own name, and the message as its description.
    trainee.getByRole('button', '인증하기').focus();
    expect(computeAccessibleName(trainee.field)).to.equal(field);
    expect(trainee.field.getAttribute('aria-describedby')).to.equal('notice');
  });

  it('says the release of a lock before the name of the field', async () => {
    system.reset({failures: 5, lockedAt: 1});
    await trainee.widget.refresh();
    await trainee.reaches('locked');
    trainee.getByRole('button', '제한이 풀렸는지 확인').focus();
    system.reset();
    await trainee.presses('Enter');
    await trainee.focuses(() => trainee.field);
    expect(computeAccessibleName(trainee.field)).to.equal(
      '인증 제한이 해제되었습니다. mOTP 번호를 다시 입력해 주세요. mOTP 번호 (숫자 6자리)',
    );
    expect(trainee.announcement.textContent).to.equal('');
  });

  it('says details that are revealed, once, and that they are hidden again', async () => {
    trainee.widget.masked = true;
    await trainee.until(() => trainee.has('[part=reveal]'), 'the button is there');
    trainee.getByRole('button', '개인정보 보기').focus();
    await trainee.presses('Enter');
    await trainee.sees('홍길동');
    await trainee.presses('Enter');
    await trainee.sees('홍*동');
    expect(await announced('assertive')).to.deep.equal([
      '이름 홍길동, 휴대폰번호 0 1 0, 1 2 3 4, 5 6 7 8',
      '개인정보를 가렸습니다.',
    ]);
  });

  it('announces at each Enter what is missing', async () => {
    await trainee.clicksField();
    const lines: (string | null)[] = [];
    const observer = new MutationObserver((records) =>
      records.forEach(({addedNodes}) => addedNodes.forEach((node) => lines.push(node.textContent))),
    );
    observer.observe(trainee.announcement, {childList: true});
    for (let i = 1; i <= 3; i++) {
      await trainee.presses('Enter');
      await trainee.until(() => lines.length === i, `it is announced ${i} times`);
    }
    observer.disconnect();
    const line =
      'mOTP 번호를 입력하지 않았습니다. 앱에 보이는 숫자 6자리를 입력해 주세요. mOTP 번호 (숫자 6자리)';
    // Orca leaves a text out that is the last one again.
    expect(lines).to.deep.equal([line, `${line}\u00a0`, line]);
  });

  it('mentions no live region while there is nothing to say', async () => {
    for (let i = 0; i < 120; i++) await virtual.next();
    const log = await virtual.spokenPhraseLog();
    expect(log.filter((phrase) => /^(status|alert)/.test(phrase))).to.deep.equal([]);
  });

  it('describes the field by a hint of at most 40 syllables', () => {
    const ids = trainee.field.getAttribute('aria-describedby')?.split(' ') ?? [];
    const texts = ids.map((id) => trainee.widget.shadowRoot?.getElementById(id)?.textContent);
    // 60 is read as two syllables, as its digits are.
    const syllables = texts.join('').match(/[가-힣0-9]/g) ?? [];
    expect(syllables.length).to.be.within(20, 40);
  });

  it('says the reason of a lock as the name of what the focus goes to', async () => {
    system.reset({failures: 4});
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('locked');
    await trainee.focuses(() => trainee.getByRole('link', /^휴대폰 본인인증/));
    const region = trainee.getByRole('region', /인증이 제한되었습니다 mOTP 번호를 5회 틀려/);
    // Orca leaves out a name that is the text of its own place, which is the heading by then.
    expect(region.hasAttribute('aria-labelledby')).to.equal(false);
    expect(trainee.announcement.textContent).to.equal('');
  });
});

describe('the accessibility tree of the browser', () => {
  const cases: readonly (readonly [what: string, question: AccessibleQuery])[] = [
    [
      'one text box named by its visible label, as voice control needs it',
      {selector: 'input', expected: {role: 'textbox', name: 'mOTP 번호 (숫자 6자리)'}},
    ],
    [
      'a button named by its visible text',
      {selector: '[part=submit]', expected: {role: 'button', name: '인증하기'}},
    ],
    [
      'a link named by its visible text and “새 창 열림”',
      {
        selector: '[part=fallback]',
        expected: {role: 'link', name: '휴대폰 본인인증 (새 창 열림)'},
      },
    ],
  ];
  for (const [what, question] of cases) {
    it(`has ${what}`, async () => {
      await WidgetFixture.open();
      const result: unknown = await executeServerCommand('accessible', question);
      expect(result).to.deep.equal(question.expected);
    });
  }
});

/** Returns the announcements of live regions, without what was read while moving. */
async function announced(politeness: 'polite' | 'assertive'): Promise<readonly string[]> {
  const log = await virtual.spokenPhraseLog();
  return log
    .filter((phrase) => phrase.startsWith(`${politeness}: `) && phrase !== `${politeness}: `)
    .map((phrase) => phrase.slice(politeness.length + 2));
}
