/** An input of the page in the slot `code`. */
import {expect, html} from '@open-wc/testing';
import {recordConsoleErrors} from '../../harness/console.ts';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('a slotted input', () => {
  const lines = recordConsoleErrors();
  let trainee: WidgetFixture;
  let form: HTMLFormElement;
  let submitted: number;

  beforeEach(async () => {
    submitted = 0;
    trainee = await WidgetFixture.open(html`
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
    const owner = trainee.widget.closest('form');
    if (!owner) throw new Error('no form');
    form = owner;
  });

  it('is cleaned, sent by Enter and marked as invalid like the built-in field', async () => {
    await trainee.clicksField();
    await trainee.types('12a3');
    expect(trainee.field.value).to.equal('123');
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    expect(trainee.field.getAttribute('aria-invalid')).to.equal('true');
    trainee.field.blur();
    expect(trainee.field.getAttribute('aria-description')).to.include('남은 횟수 4회');
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(submitted).to.equal(0);
  });

  it('is focused and selected after a wrong code, and loses the focus to a lock', async () => {
    const wrong = await system.wrongCode();
    await trainee.enters(wrong);
    await trainee.sees('남은 횟수 4회');
    expect(document.activeElement === trainee.field).to.equal(true);
    expect(trainee.field.selectionEnd).to.equal(6);
    system.reset({failures: 4});
    await trainee.enters(wrong);
    await trainee.reaches('locked');
    await trainee.focuses(() => trainee.getByRole('button', '제한이 풀렸는지 확인'));
    expect(new FormData(form).get('motpNo')).to.equal('');
  });

  it('is restored when it is removed', async () => {
    const {field} = trainee;
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    field.remove();
    await trainee.until(() => trainee.hasField, 'there is a field');
    expect(field.getAttributeNames().toSorted()).to.deep.equal(['name', 'slot']);
  });

  it('submits neither code nor form on the Enter that ends a composition (F09)', async () => {
    await trainee.clicksField();
    await trainee.types('123456');
    const init = {key: 'Enter', isComposing: true, bubbles: true, cancelable: true};
    expect(trainee.field.dispatchEvent(new KeyboardEvent('keydown', init))).to.equal(false);
    expect(trainee.widget.verification.status).to.equal('ready');
  });

  it('is emptied by a form reset while sending', async () => {
    const release = system.holdResponses();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('sending');
    form.reset();
    expect(trainee.field.value).to.equal('');
    release();
    await trainee.sees('남은 횟수 4회');
  });

  it('of type number becomes a text input, with one console line', async () => {
    trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp"><input slot="code" type="number" /></motp-verify>
    `);
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

  it('belongs to the form under its own name', async () => {
    await trainee.clicksField();
    await trainee.types('123456');
    expect(new FormData(form).get('motpNo')).to.equal('123456');
    expect(form.elements.namedItem('motpNo') === trainee.field).to.equal(true);
  });

  it('is named by the label, and focused when the label is clicked', async () => {
    expect(trainee.getAllNames('textbox')).to.deep.equal(['mOTP 번호 (숫자 6자리)']);
    await trainee.clicksText('mOTP 번호 (숫자 6자리)');
    expect(document.activeElement === trainee.field).to.equal(true);
    await trainee.expectsAccessible();
  });

  it('keeps what was typed before the element was upgraded', async () => {
    const page = document.createElement('div');
    page.innerHTML = '<motp-verify endpoint="/api/motp"><input slot="code" /></motp-verify>';
    const [early] = page.getElementsByTagName('input');
    if (!early) throw new Error('no input');
    // The element is upgraded when it is connected, so this value is older.
    early.value = '12-34';
    document.body.append(page);
    await trainee.until(() => early.value === '1234', 'the value is cleaned');
    page.remove();
  });

  it('is replaced by the built-in field when it is removed', async () => {
    trainee.widget.querySelector('input')?.remove();
    await trainee.until(() => trainee.hasField, 'there is a field');
    await trainee.clicksField();
    await trainee.types('12a3');
    expect(trainee.field.value).to.equal('123');
  });

  it('has its initial value cleaned', async () => {
    const filled = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp"
        ><input slot="code" name="motpNo" value="123 45"
      /></motp-verify>
    `);
    expect(filled.field.value).to.equal('12345');
  });
});
