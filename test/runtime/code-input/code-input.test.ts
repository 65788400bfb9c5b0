/** The code field: typing, editing and autofill with a real keyboard. */
import {expect} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';
import {valueWithCaret} from './value-with-caret.ts';

describe('the code field', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
    await trainee.clicksField();
  });

  describe('typing', () => {
    it('accepts digits and drops what is between them', async () => {
      await trainee.types('12 3-4.56');
      expect(valueWithCaret(trainee.field)).to.equal('123456|');
    });
    it('drops a letter and says so without an error', async () => {
      await trainee.types('12a');
      expect(valueWithCaret(trainee.field)).to.equal('12|');
      await trainee.sees('숫자가 없어 입력되지 않았습니다.');
      expect(trainee.field.getAttribute('aria-invalid')).to.equal(null);
      await trainee.types('3');
      expect(trainee.text).to.not.include('숫자가 없어');
    });
    it('keeps leading zeros and equal digits', async () => {
      await trainee.types('000011');
      expect(valueWithCaret(trainee.field)).to.equal('000011|');
    });
    it('shows a seventh digit with a message, and never sends seven', async () => {
      await trainee.types('1234567');
      expect(valueWithCaret(trainee.field)).to.equal('1234567|');
      await trainee.sees('현재 7자리가 입력되었습니다.');
      expect(trainee.field.getAttribute('aria-invalid')).to.equal('true');
      await trainee.presses('Enter');
      expect(system.posts).to.have.length(0);
      await trainee.presses('Backspace');
      expect(trainee.text).to.not.include('현재 7자리');
      expect(trainee.field.getAttribute('aria-invalid')).to.equal(null);
    });
    it('inserts a digit at the caret', async () => {
      await trainee.types('1256');
      for (let i = 0; i < 2; i++) await trainee.presses('ArrowLeft');
      await trainee.types('34');
      expect(valueWithCaret(trainee.field)).to.equal('1234|56');
    });
  });

  it('keeps every repetition of a key that is held down', async function () {
    if (!(await trainee.holdsDown({key: '7', times: 9}))) return this.skip();
    expect(trainee.field.value).to.equal('777777777');
    await trainee.holdsDown({key: 'Backspace', times: 3});
    expect(valueWithCaret(trainee.field)).to.equal('777777|');
  });

  describe('editing', () => {
    it('supports the arrow keys, Home, End and Shift', async () => {
      await trainee.types('123456');
      await trainee.presses('ArrowLeft');
      expect(valueWithCaret(trainee.field)).to.equal('12345|6');
      await trainee.presses('Home');
      expect(valueWithCaret(trainee.field)).to.equal('|123456');
      await trainee.presses('End');
      expect(valueWithCaret(trainee.field)).to.equal('123456|');
      await trainee.uses('select to the left');
      await trainee.uses('select to the left');
      expect(valueWithCaret(trainee.field)).to.equal('1234[56]');
      await trainee.types('7');
      expect(valueWithCaret(trainee.field)).to.equal('12347|');
      await trainee.uses('select all');
      expect(valueWithCaret(trainee.field)).to.equal('[12347]');
    });
    it('selects the code on a double click', async () => {
      await trainee.types('123456');
      await trainee.doubleClicks(trainee.field);
      expect(valueWithCaret(trainee.field)).to.equal('[123456]');
    });
    it('selects by dragging the mouse', async () => {
      await trainee.types('123456');
      const {left, top, height, width} = trainee.field.getBoundingClientRect();
      const y = top + height / 2;
      await trainee.drags({x: left + 4, y}, {x: left + width - 4, y});
      expect(valueWithCaret(trainee.field)).to.equal('[123456]');
    });
    it('deletes the code with Ctrl+Backspace', async () => {
      await trainee.types('123456');
      await trainee.uses('delete word');
      expect(valueWithCaret(trainee.field)).to.equal('|');
    });
    it('undoes as much typing as any other input', async () => {
      const plain = document.body.appendChild(document.createElement('input'));
      const results: string[] = [];
      for (const input of [plain, trainee.field]) {
        input.focus();
        await trainee.types('123456');
        await trainee.uses('undo');
        results.push(input.value);
      }
      plain.remove();
      expect(results[1]).to.equal(results[0]);
    });
    it('cuts the selection', async () => {
      await trainee.types('123456');
      await trainee.uses('select all');
      await trainee.uses('cut');
      expect(valueWithCaret(trainee.field)).to.equal('|');
    });
    it('is one tab stop', async () => {
      await trainee.presses('Tab');
      expect(trainee.focused === trainee.getByRole('button', '인증하기')).to.equal(true);
    });
  });

  describe('autofill and dictation', () => {
    it('reads “123 456” as 123456', () => {
      trainee.autofills('123 456');
      expect(valueWithCaret(trainee.field)).to.equal('123456|');
    });
    it('rejects several numbers of which none is clearly the code', async () => {
      await trainee.types('12');
      trainee.autofills('60초 안에 1234');
      expect(valueWithCaret(trainee.field)).to.equal('12|');
      await trainee.sees('숫자가 여러 개 있어 입력되지 않았습니다.');
    });
    it('reads the code in a sentence', () => {
      trainee.autofills('인증번호 123456 (60초)');
      expect(trainee.field.value).to.equal('123456');
    });
  });

  it('is one text box with a name, a hint and no maxlength', () => {
    const {field: input} = trainee;
    expect(trainee.getAllNames('textbox')).to.deep.equal(['mOTP 번호 (숫자 6자리)']);
    expect(input.maxLength).to.equal(-1);
    expect(input.inputMode).to.equal('numeric');
    expect(input.getAttribute('enterkeyhint')).to.equal('go');
    expect(input.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(Number.parseFloat(getComputedStyle(input).fontSize)).to.be.at.least(16);
  });

  it('announces nothing per digit', async () => {
    const announcements: string[] = [];
    const observer = new MutationObserver(() => announcements.push(trainee.text));
    for (const region of [trainee.progress, trainee.announcement]) {
      observer.observe(region, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    }
    await trainee.types('123456');
    expect(announcements).to.deep.equal([]);
    observer.disconnect();
  });

  it('runs left to right in a right-to-left page', async () => {
    trainee.widget.parentElement?.setAttribute('dir', 'rtl');
    expect(getComputedStyle(trainee.field).direction).to.equal('ltr');
    await trainee.expectsAccessible();
  });
});
