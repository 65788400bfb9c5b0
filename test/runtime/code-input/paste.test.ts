/** Pasting into the code field with the real clipboard (C1). */
import {expect} from '@open-wc/testing';
import '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';
import {valueWithCaret} from './value-with-caret.ts';

describe('pasting', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
    await trainee.clicksField();
  });

  const sentence = '[mOTP] 2026년 6월 1일 인증번호 123456 입니다. (60초간 유효)';
  const cases: readonly (readonly [what: string, text: string])[] = [
    ['six digits', '123456'],
    ['a space in the middle', '123 456'],
    ['hyphens', '12-34-56'],
    ['full-width digits', '１２３４５６'],
    ['no-break and zero-width spaces', '\u200b123\u00a0456\u200b'],
    ['line breaks around it', '\n123456\n'],
    ['a whole sentence', sentence],
  ];
  for (const [what, text] of cases) {
    it(`finds the code in ${what}`, async () => {
      await trainee.pastes(text);
      expect(valueWithCaret(trainee.field)).to.equal('123456|');
    });
  }
  it('replaces the value with a whole code, wherever the caret is', async () => {
    for (const [value, caret] of [
      ['999', 1],
      ['987654', 3],
    ] as const) {
      await trainee.uses('select all');
      await trainee.types(value);
      trainee.field.setSelectionRange(caret, caret);
      await trainee.pastes('123 456');
      expect(valueWithCaret(trainee.field)).to.equal('123456|');
    }
  });
  it('inserts fewer digits at the caret', async () => {
    await trainee.types('1256');
    trainee.field.setSelectionRange(2, 2);
    await trainee.pastes('3-4');
    expect(valueWithCaret(trainee.field)).to.equal('1234|56');
  });
  it('rejects seven digits with a message and changes nothing', async () => {
    await trainee.types('12');
    await trainee.pastes('1234567');
    expect(valueWithCaret(trainee.field)).to.equal('12|');
    await trainee.sees('9자리여서 입력되지 않았습니다. 앱에 보이는 6자리만');
    expect(trainee.field.getAttribute('aria-invalid')).to.equal(null);
  });
  it('ignores a text without digits, with a hint', async () => {
    await trainee.types('12');
    await trainee.pastes('안녕하세요');
    expect(valueWithCaret(trainee.field)).to.equal('12|');
    await trainee.sees('숫자가 없어 입력되지 않았습니다.');
  });
  it('is undone by one undo and restored by redo', async function () {
    const plain = document.body.appendChild(document.createElement('textarea'));
    plain.focus();
    await trainee.pastesInto(plain, '123456');
    await trainee.uses('undo');
    const canUndo = plain.value === '';
    plain.remove();
    // WebKitGTK under WebDriver does not always accept these keys, in any field.
    if (!canUndo) return this.skip();
    await trainee.clicksField();
    await trainee.types('12');
    await trainee.pastes('[mOTP] 987 654');
    expect(valueWithCaret(trainee.field)).to.equal('987654|');
    await trainee.uses('undo');
    expect(trainee.field.value).to.equal('12');
    await trainee.uses('redo');
    expect(trainee.field.value).to.equal('987654');
  });
});
