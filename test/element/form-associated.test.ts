/** The widget as a form-associated custom element. */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

describe('inside a form', () => {
  let trainee: WidgetFixture;
  let form: HTMLFormElement;
  let submitted: number;

  beforeEach(async () => {
    submitted = 0;
    trainee = await WidgetFixture.open(html`
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          submitted++;
        }}
      >
        <fieldset>
          <motp-verify endpoint="/api/motp" name="motp" completion="inline"></motp-verify>
          <button>다음</button>
        </fieldset>
      </form>
    `);
    const owner = trainee.widget.closest('form');
    if (!owner) throw new Error('no form');
    form = owner;
  });

  it('submits the receipt under its name, and never the code', async () => {
    expect([...new FormData(form)]).to.deep.equal([]);
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    const [entry, ...more] = [...new FormData(form)];
    expect(entry?.[0]).to.equal('motp');
    expect(entry?.[1]).to.match(/^[0-9a-f-]{36}$/);
    expect(more).to.deep.equal([]);
  });

  it('does not submit the form when Enter is pressed in the field', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    expect(submitted).to.equal(0);
  });

  it('is reset with the form', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    form.reset();
    await trainee.reaches('ready');
    expect(trainee.field.value).to.equal('');
    expect([...new FormData(form)]).to.deep.equal([]);
  });

  it('is disabled and enabled again by its property', async () => {
    for (const isDisabled of [true, false, true]) {
      trainee.widget.disabled = isDisabled;
      await trainee.until(() => trainee.field.disabled === isDisabled, `disabled: ${isDisabled}`);
    }
  });

  it('is disabled by its fieldset', async () => {
    form.querySelector('fieldset')?.toggleAttribute('disabled', true);
    await trainee.widget.updateComplete;
    expect(trainee.field.disabled).to.equal(true);
  });
});

describe('required inside a form', () => {
  let trainee: WidgetFixture;
  let form: HTMLFormElement;
  let submitted: number;

  beforeEach(async () => {
    submitted = 0;
    trainee = await WidgetFixture.open(html`
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          submitted++;
        }}
      >
        <label for="check">본인인증</label>
        <motp-verify
          id="check"
          endpoint="/api/motp"
          name="motp"
          completion="inline"
          required
        ></motp-verify>
        <button>다음</button>
      </form>
    `);
    const owner = trainee.widget.closest('form');
    if (!owner) throw new Error('no form');
    form = owner;
  });

  it('blocks submission with a message at the field until verified', async () => {
    await trainee.clicksOutside(form.querySelector('button'));
    expect(submitted).to.equal(0);
    await trainee.sees('먼저 mOTP 번호로 본인인증을 완료해 주세요.');
    expect(trainee.focused === trainee.field).to.equal(true);
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    form.requestSubmit();
    expect(submitted).to.equal(1);
  });

  it('has the validity of a form control, in the language of the page', async () => {
    expect(trainee.widget.validity.valueMissing).to.equal(true);
    expect(trainee.widget.validationMessage).to.include('본인인증을 완료해 주세요.');
    expect(trainee.widget.checkValidity()).to.equal(false);
    trainee.widget.lang = 'en';
    await trainee.until(
      () => trainee.widget.validationMessage.includes('verify your identity'),
      'it is English',
    );
  });

  it('keeps a custom validity message until the page clears it', async () => {
    const {widget} = trainee;
    widget.setCustomValidity('과정을 먼저 선택해 주세요.');
    expect(widget.validationMessage).to.equal('과정을 먼저 선택해 주세요.');
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(widget.validity.valueMissing).to.equal(false);
    expect(widget.validity.customError).to.equal(true);
    expect(form.checkValidity()).to.equal(false);
    widget.setCustomValidity('');
    expect(form.checkValidity()).to.equal(true);
  });

  it('knows its labels and its form', () => {
    const {widget} = trainee;
    expect([...widget.labels].map(({textContent}) => textContent)).to.deep.equal(['본인인증']);
    expect(widget.form === form).to.equal(true);
    expect([...form.elements].includes(widget)).to.equal(true);
  });

  it('takes the focus, without scrolling when preventScroll is set', async () => {
    const {widget} = trainee;
    form.style.marginBlockStart = '300vh';
    window.scrollTo(0, 0);
    widget.focus({preventScroll: true});
    expect(trainee.focused === trainee.field).to.equal(true);
    expect(window.scrollY).to.equal(0);
  });

  it('takes no focus and throws nothing while disconnected', () => {
    const widget = document.createElement('motp-verify');
    widget.focus();
    widget.reset();
    expect(widget.verification.status).to.equal('ready');
  });

  it('moves no focus when a script calls checkValidity()', async () => {
    const button = form.querySelector('button');
    button?.focus();
    form.checkValidity();
    expect(document.activeElement === button).to.equal(true);
  });

  it('focuses the field when its label is clicked', async () => {
    await trainee.clicksOutside(form.querySelector('label'));
    await trainee.until(() => trainee.focused === trainee.field, 'the caret is in the field');
  });
});
