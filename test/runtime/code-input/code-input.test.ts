/** The code field, as a trainee uses it: real keys, the real clipboard, an input method. */
import {expect, html} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {middleOf, Trainee} from '../../harness/trainee-page.ts';

describe('the code field', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
    await trainee.clicksField();
  });

  /** What stands in the field, with the caret or the selection in it. */
  function field(): string {
    const {value, selectionStart, selectionEnd} = trainee.field;
    const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0];
    const selected = start === end ? '|' : `[${value.slice(start, end)}]`;
    return value.slice(0, start) + selected + value.slice(end);
  }

  describe('typing', () => {
    it('takes digits, and passes over what stands between them', async () => {
      await trainee.types('12 3-4.56');
      expect(field()).to.equal('123456|');
    });
    it('changes nothing for a letter, and says so gently', async () => {
      await trainee.types('12a');
      expect(field()).to.equal('12|');
      await trainee.sees('숫자가 없어 입력되지 않았습니다.');
      expect(trainee.field.getAttribute('aria-invalid')).to.equal(null);
      await trainee.types('3');
      expect(trainee.text).to.not.include('숫자가 없어');
    });
    it('keeps leading zeros and equal digits', async () => {
      await trainee.types('000011');
      expect(field()).to.equal('000011|');
    });
    it('shows a seventh digit and says so, instead of cutting it, and never sends seven', async () => {
      await trainee.types('1234567');
      expect(field()).to.equal('1234567|');
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
      expect(field()).to.equal('1234|56');
    });
  });

  it('a key that is held down loses nothing, and is not cut', async function () {
    if (!(await trainee.holdsDown({key: '7', times: 9}))) return this.skip();
    expect(trainee.field.value).to.equal('777777777');
    await trainee.holdsDown({key: 'Backspace', times: 3});
    expect(field()).to.equal('777777|');
  });

  describe('pasting', () => {
    const sentence = '[mOTP] 2026년 6월 1일 인증번호 123456 입니다. (60초간 유효)';
    const clean: readonly (readonly [what: string, text: string])[] = [
      ['six digits', '123456'],
      ['a space in the middle', '123 456'],
      ['hyphens', '12-34-56'],
      ['full-width digits', '１２３４５６'],
      ['no-break and zero-width spaces', '\u200b123\u00a0456\u200b'],
      ['line ends around it', '\n123456\n'],
      ['a whole sentence', sentence],
    ];
    for (const [what, text] of clean) {
      it(`${what}: the six digits that are meant`, async () => {
        await trainee.pastes(text);
        expect(field()).to.equal('123456|');
      });
    }
    it('a whole code takes the place of whatever stands there, at any caret', async () => {
      for (const [standing, caret] of [
        ['999', 1],
        ['987654', 3],
      ] as const) {
        await trainee.uses('select all');
        await trainee.types(standing);
        trainee.field.setSelectionRange(caret, caret);
        await trainee.pastes('123 456');
        expect(field()).to.equal('123456|');
      }
    });
    it('some digits go where the caret is', async () => {
      await trainee.types('1256');
      trainee.field.setSelectionRange(2, 2);
      await trainee.pastes('3-4');
      expect(field()).to.equal('1234|56');
    });
    it('seven digits or more are refused with words, and nothing changes', async () => {
      await trainee.types('12');
      await trainee.pastes('1234567');
      expect(field()).to.equal('12|');
      await trainee.sees('입력하지 않았습니다. 앱에 보이는 6자리만');
      expect(trainee.field.getAttribute('aria-invalid')).to.equal(null);
    });
    it('no digits: nothing changes, and a gentle hint', async () => {
      await trainee.types('12');
      await trainee.pastes('안녕하세요');
      expect(field()).to.equal('12|');
      await trainee.sees('숫자가 없어 입력되지 않았습니다.');
    });
    it('cleaned is undone by one undo, and comes again by redo', async function () {
      const plain = document.body.appendChild(document.createElement('textarea'));
      plain.focus();
      await trainee.pastesInto(plain, '123456');
      await trainee.uses('undo');
      const canUndo = plain.value === '';
      plain.remove();
      // WebKitGTK under WebDriver doesn't always take the keys for it, anywhere.
      if (!canUndo) return this.skip();
      await trainee.clicksField();
      await trainee.types('12');
      await trainee.pastes('[mOTP] 987 654');
      expect(field()).to.equal('987654|');
      await trainee.uses('undo');
      expect(trainee.field.value).to.equal('12');
      await trainee.uses('redo');
      expect(trainee.field.value).to.equal('987654');
    });
  });

  describe('editing stays the browser’s own', () => {
    it('arrows, Home, End and Shift select', async () => {
      await trainee.types('123456');
      await trainee.presses('ArrowLeft');
      expect(field()).to.equal('12345|6');
      await trainee.presses('Home');
      expect(field()).to.equal('|123456');
      await trainee.presses('End');
      expect(field()).to.equal('123456|');
      await trainee.uses('select to the left');
      await trainee.uses('select to the left');
      expect(field()).to.equal('1234[56]');
      await trainee.types('7');
      expect(field()).to.equal('12347|');
      await trainee.uses('select all');
      expect(field()).to.equal('[12347]');
    });
    it('a double click selects the number', async () => {
      await trainee.types('123456');
      await trainee.doubleClicks(trainee.field);
      expect(field()).to.equal('[123456]');
    });
    it('a drag with the mouse selects', async () => {
      await trainee.types('123456');
      const {left, top, height, width} = trainee.field.getBoundingClientRect();
      const y = top + height / 2;
      await trainee.drags({x: left + 4, y}, {x: left + width - 4, y});
      expect(field()).to.equal('[123456]');
    });
    it('Ctrl+Backspace deletes the word', async () => {
      await trainee.types('123456');
      await trainee.uses('delete word');
      expect(field()).to.equal('|');
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
      expect(field()).to.equal('|');
    });
    it('it is one tab stop', async () => {
      await trainee.presses('Tab');
      expect(trainee.focused === trainee.one('button', '인증하기')).to.equal(true);
    });
  });

  describe('an input method left on', () => {
    it('what it composes goes, digits stay, and nothing doubles', async function () {
      await trainee.types('12');
      if (!(await trainee.composes('ㅂ', {isOver: false}))) return this.skip();
      expect(trainee.field.value).to.equal('12ㅂ');
      await trainee.composes('바', {isOver: false});
      await trainee.composes('바', {isOver: true});
      expect(field()).to.equal('12|');
      await trainee.types('3');
      expect(field()).to.equal('123|');
    });
    it('full-width digits that it composes become digits once', async function () {
      if (!(await trainee.composes('１２３', {isOver: false}))) return this.skip();
      expect(trainee.field.value).to.equal('１２３');
      await trainee.composes('１２３', {isOver: true});
      expect(field()).to.equal('123|');
    });
    it('the Enter that ends a composition does not send', async () => {
      await trainee.types('123456');
      for (const init of [{isComposing: true}, {keyCode: 229}]) {
        const enter = new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, ...init});
        trainee.field.dispatchEvent(enter);
        expect(trainee.widget.attempt.is).to.equal('ready');
      }
    });
    it('full-width digits without composing are digits, and undo gives back what stood there', async function () {
      await trainee.types('12');
      if (!(await trainee.composes('３ ４', {isOver: true}))) return this.skip();
      expect(field()).to.equal('1234|');
      await trainee.uses('undo');
      expect(trainee.field.value).to.not.equal('1234');
    });
  });

  describe('a keyboard without keys', () => {
    it('fills in “123 456” at once, and it is 123456', () => {
      trainee.isFilledIn('123 456');
      expect(field()).to.equal('123456|');
    });
    it('fills in several numbers, none plainly the code: none is made up of them', async () => {
      await trainee.types('12');
      trainee.isFilledIn('60초 안에 1234');
      expect(field()).to.equal('12|');
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

describe('auto-submit', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives(html`
      <motp-verify endpoint="/api/motp" auto-submit completion="inline"></motp-verify>
    `);
    await trainee.clicksField();
  });

  it('sends at the sixth digit', async () => {
    await trainee.types(await system.code());
    await trainee.reaches('verified');
  });
  it('sends a pasted code', async () => {
    await trainee.pastes(`인증번호 ${await system.code()}`);
    await trainee.reaches('verified');
  });
  it('sends once with Enter on top', async () => {
    await trainee.types(await system.wrongCode());
    await trainee.presses('Enter');
    await trainee.sees('4회 더 틀리면');
    expect(system.posts).to.have.length(1);
  });
  it('does not send the same code twice without a press', async () => {
    const wrong = await system.wrongCode();
    await trainee.types(wrong);
    await trainee.sees('4회 더 틀리면');
    await trainee.types(wrong);
    expect(trainee.field.value).to.equal(wrong);
    expect(trainee.widget.attempt.is).to.equal('ready');
    await trainee.presses('Enter');
    await trainee.sees('3회 더 틀리면');
  });
  it('does not send a code again that was refused before another', async () => {
    for (const code of ['000000', '111111']) {
      await trainee.types(code);
      await trainee.until(() => trainee.widget.attempt.is === 'ready', 'it is refused');
      await trainee.until(() => trainee.field.selectionStart === 0, 'it is selected');
    }
    await trainee.types('000000');
    expect(system.posts).to.have.length(2);
  });
  it('does not send after an edit in the middle without a press', async () => {
    await trainee.types('12346');
    await trainee.presses('ArrowLeft');
    await trainee.types('5');
    expect(trainee.field.value).to.equal('123456');
    expect(trainee.widget.attempt.is).to.equal('ready');
  });
  it('is off unless the site asks for it', async () => {
    const patient = await Trainee.arrives(html`<motp-verify endpoint="/api/motp"></motp-verify>`);
    await patient.clicksField();
    await patient.types(await system.code());
    expect(patient.widget.attempt.is).to.equal('ready');
  });
});

describe('the site’s own input, slotted', () => {
  let trainee: Trainee;
  let form: HTMLFormElement;
  let submitted: number;

  beforeEach(async () => {
    submitted = 0;
    trainee = await Trainee.arrives(html`
      <form
        name="form1"
        @submit=${(event: Event) => {
          event.preventDefault();
          submitted++;
        }}
      >
        <motp-verify endpoint="/api/motp" completion="inline">
          <input slot="code" name="motpNo" />
        </motp-verify>
        <button>다음</button>
      </form>
    `);
    const around = trainee.widget.closest('form');
    if (!around) throw new Error('no form');
    form = around;
  });

  it('is driven as the widget’s own is: cleaned, sent by Enter, and marked', async () => {
    await trainee.clicksField();
    await trainee.types('12a3');
    expect(trainee.field.value).to.equal('123');
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더 틀리면');
    expect(trainee.field.getAttribute('aria-invalid')).to.equal('true');
    expect(trainee.field.getAttribute('aria-description')).to.include('4회 더 틀리면');
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(submitted).to.equal(0);
  });

  it('after a wrong code has the focus, selected; after the lock the first way out has it', async () => {
    const wrong = await system.wrongCode();
    await trainee.enters(wrong);
    await trainee.sees('4회 더 틀리면');
    expect(document.activeElement === trainee.field).to.equal(true);
    expect(trainee.field.selectionEnd).to.equal(6);
    system.renew({failures: 4});
    await trainee.enters(wrong);
    await trainee.reaches('locked');
    expect(trainee.focused === trainee.one('button', '제한 해제 확인')).to.equal(true);
    expect(new FormData(form).get('motpNo')).to.equal('');
  });

  it('taken out is given back as it was', async () => {
    const {field} = trainee;
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더 틀리면');
    field.remove();
    await trainee.until(() => trainee.hasField, 'there is a field');
    expect(field.getAttributeNames().toSorted()).to.deep.equal(['name', 'slot']);
  });

  it('Enter that ends a composition sends neither the code nor the form', async () => {
    await trainee.clicksField();
    await trainee.types('123456');
    const init = {key: 'Enter', isComposing: true, bubbles: true, cancelable: true};
    expect(trainee.field.dispatchEvent(new KeyboardEvent('keydown', init))).to.equal(false);
    expect(trainee.widget.attempt.is).to.equal('ready');
  });

  it('is emptied with the form while the code is on its way', async () => {
    const release = system.holds();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('sending');
    form.reset();
    expect(trainee.field.value).to.equal('');
    expect(trainee.field.style.getPropertyValue('--motp-digits')).to.equal('0');
    release();
    await trainee.sees('4회 더 틀리면');
  });

  it('of a type that changes what is typed works as text, and the console says so', async () => {
    const lines: string[] = [];
    const {error} = console;
    console.error = (line: string) => lines.push(line);
    trainee = await Trainee.arrives(html`
      <motp-verify endpoint="/api/motp"><input slot="code" type="number" /></motp-verify>
    `);
    console.error = error;
    expect(lines).to.deep.equal([
      `<motp-verify> slot="code" is <input type="number">, which can't hold a code as typed. Use type="text".`,
    ]);
    await trainee.clicksField();
    await trainee.types('0012');
    expect(trainee.field.value).to.equal('0012');
    const {field} = trainee;
    field.remove();
    await trainee.until(() => trainee.hasField, 'there is a field');
    expect(field.type).to.equal('number');
  });

  it('belongs to the form of the page, under its own name', async () => {
    await trainee.clicksField();
    await trainee.types('123456');
    expect(new FormData(form).get('motpNo')).to.equal('123456');
    expect(form.elements.namedItem('motpNo') === trainee.field).to.equal(true);
  });

  it('has the label’s name, and the label leads to it', async () => {
    expect(trainee.names('textbox')).to.deep.equal(['mOTP 번호 (숫자 6자리)']);
    await trainee.clicksText('mOTP 번호 (숫자 6자리)');
    expect(document.activeElement === trainee.field).to.equal(true);
    await trainee.expectsAccessible();
  });

  it('stands in the page before the widget is defined, and keeps what was typed by then', async () => {
    const page = document.createElement('div');
    page.innerHTML = '<motp-verify endpoint="/api/motp"><input slot="code" /></motp-verify>';
    const [early] = page.getElementsByTagName('input');
    if (!early) throw new Error('no input');
    // Typed while the element was not yet upgraded: only in the page does that happen.
    early.value = '12-34';
    document.body.append(page);
    await trainee.until(() => early.value === '1234', 'it is driven');
    page.remove();
  });

  it('taken out again gives way to the widget’s own', async () => {
    trainee.widget.querySelector('input')?.remove();
    await trainee.until(() => trainee.hasField, 'there is a field');
    await trainee.clicksField();
    await trainee.types('12a3');
    expect(trainee.field.value).to.equal('123');
  });

  it('that already holds a code is cleaned and can be sent', async () => {
    const late = await Trainee.arrives(html`
      <motp-verify endpoint="/api/motp"
        ><input slot="code" name="motpNo" value="123 45"
      /></motp-verify>
    `);
    expect(late.field.value).to.equal('12345');
  });
});

describe('dropping', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
    await trainee.clicksField();
  });

  /** @returns whether the browser is left to drop it by itself */
  function drops(text: string): boolean {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', text);
    const drop = new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true});
    return trainee.field.dispatchEvent(drop);
  }

  it('a sentence leaves the code in it in the place of what stood there', async () => {
    await trainee.types('99');
    expect(drops('인증번호 123 456 (60초)')).to.equal(false);
    expect(trainee.field.value).to.equal('123456');
  });
  it('with a real mouse, from a text of the page', async function () {
    const text = document.body.appendChild(document.createElement('p'));
    text.textContent = '인증번호 123 456';
    text.style.cssText =
      'position: fixed; top: 0; left: 0; margin: 0; z-index: 1; width: max-content';
    getSelection()?.selectAllChildren(text);
    const [from, to] = [await middleOf(text), await middleOf(trainee.field)];
    let hasDropped = false;
    const onDrop = (): void => void (hasDropped = true);
    trainee.field.addEventListener('drop', onDrop, {once: true});
    await trainee.drags(from, to);
    text.remove();
    // Not every engine drags when a program moves the mouse.
    if (!hasDropped) return this.skip();
    expect(trainee.field.value).to.equal('123456');
  });
  it('clean digits that fit is the browser’s own business', () => {
    expect(drops('123')).to.equal(true);
  });
  it('too many digits is refused with words', async () => {
    expect(drops('1234567')).to.equal(false);
    expect(trainee.field.value).to.equal('');
    await trainee.sees('입력하지 않았습니다.');
  });
});
