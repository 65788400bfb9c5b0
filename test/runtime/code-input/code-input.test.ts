/** The code field, as a trainee uses it: real keys, the real clipboard, an input method. */
import {expect} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {Trainee} from '../../harness/trainee-page.ts';
import {valueWithCaret} from './value-with-caret.ts';

describe('the code field', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
    await trainee.clicksField();
  });

  describe('typing', () => {
    it('takes digits, and passes over what stands between them', async () => {
      await trainee.types('12 3-4.56');
      expect(valueWithCaret(trainee.field)).to.equal('123456|');
    });
    it('changes nothing for a letter, and says so gently', async () => {
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
    it('shows a seventh digit and says so, instead of cutting it, and never sends seven', async () => {
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
    it('puts a digit where the caret is', async () => {
      await trainee.types('1256');
      for (let i = 0; i < 2; i++) await trainee.presses('ArrowLeft');
      await trainee.types('34');
      expect(valueWithCaret(trainee.field)).to.equal('1234|56');
    });
  });

  it('a key that is held down loses nothing, and is not cut', async function () {
    if (!(await trainee.holdsDown({key: '7', times: 9}))) return this.skip();
    expect(trainee.field.value).to.equal('777777777');
    await trainee.holdsDown({key: 'Backspace', times: 3});
    expect(valueWithCaret(trainee.field)).to.equal('777777|');
  });

  describe('editing stays the browser’s own', () => {
    it('arrows, Home, End and Shift select', async () => {
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
    it('a double click selects the number', async () => {
      await trainee.types('123456');
      await trainee.doubleClicks(trainee.field);
      expect(valueWithCaret(trainee.field)).to.equal('[123456]');
    });
    it('a drag with the mouse selects', async () => {
      await trainee.types('123456');
      const {left, top, height, width} = trainee.field.getBoundingClientRect();
      const y = top + height / 2;
      await trainee.drags({x: left + 4, y}, {x: left + width - 4, y});
      expect(valueWithCaret(trainee.field)).to.equal('[123456]');
    });
    it('Ctrl+Backspace deletes the word', async () => {
      await trainee.types('123456');
      await trainee.uses('delete word');
      expect(valueWithCaret(trainee.field)).to.equal('|');
    });
    it('undo takes back of what was typed as much as in any other input', async () => {
      const plain = document.body.appendChild(document.createElement('input'));
      const left: string[] = [];
      for (const input of [plain, trainee.field]) {
        input.focus();
        await trainee.types('123456');
        await trainee.uses('undo');
        left.push(input.value);
      }
      plain.remove();
      expect(left[1]).to.equal(left[0]);
    });
    it('cut takes what is selected', async () => {
      await trainee.types('123456');
      await trainee.uses('select all');
      await trainee.uses('cut');
      expect(valueWithCaret(trainee.field)).to.equal('|');
    });
    it('it is one tab stop', async () => {
      await trainee.presses('Tab');
      expect(trainee.focused === trainee.one('button', '인증하기')).to.equal(true);
    });
  });

  describe('a keyboard without keys', () => {
    it('fills in “123 456” at once, and it is 123456', () => {
      trainee.isFilledIn('123 456');
      expect(valueWithCaret(trainee.field)).to.equal('123456|');
    });
    it('fills in several numbers, none plainly the code: none is made up of them', async () => {
      await trainee.types('12');
      trainee.isFilledIn('60초 안에 1234');
      expect(valueWithCaret(trainee.field)).to.equal('12|');
      await trainee.sees('여러 숫자가 있어 입력하지 않았습니다.');
    });
    it('fills in a sentence at once, and it is the code in it', () => {
      trainee.isFilledIn('인증번호 123456 (60초)');
      expect(trainee.field.value).to.equal('123456');
    });
  });

  it('is one text box with name, hint and no length that would cut a paste', () => {
    const {field: input} = trainee;
    expect(trainee.names('textbox')).to.deep.equal(['mOTP 번호 (숫자 6자리)']);
    expect(input.maxLength).to.equal(-1);
    expect(input.inputMode).to.equal('numeric');
    expect(input.getAttribute('enterkeyhint')).to.equal('go');
    expect(input.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(Number.parseFloat(getComputedStyle(input).fontSize)).to.be.at.least(16);
  });

  it('announces nothing per digit', async () => {
    const spoken: string[] = [];
    const observer = new MutationObserver(() => spoken.push(trainee.text));
    for (const role of ['status', 'alert']) {
      observer.observe(trainee.one(role), {childList: true, subtree: true, characterData: true});
    }
    await trainee.types('123456');
    expect(spoken).to.deep.equal([]);
    observer.disconnect();
  });

  it('stands left to right in a page that runs right to left', async () => {
    trainee.widget.parentElement?.setAttribute('dir', 'rtl');
    expect(getComputedStyle(trainee.field).direction).to.equal('ltr');
    await trainee.expectsAccessible();
  });
});
