import {expect, html} from '@open-wc/testing';
import {System} from './harness/system.ts';
import {Trainee} from './harness/trainee.ts';

describe('inside a form of the page', () => {
  let system: System;
  let trainee: Trainee;
  let form: HTMLFormElement;
  let submitted: number;

  before(async () => {
    system = await System.starts();
  });

  beforeEach(async () => {
    system.renew();
    submitted = 0;
    trainee = await Trainee.arrives(html`
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
    const around = trainee.widget.closest('form');
    if (!around) throw new Error('no form');
    form = around;
  });

  it('submits the receipt under its name, once verified, and never the code', async () => {
    expect([...new FormData(form)]).to.deep.equal([]);
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    const [entry, ...more] = [...new FormData(form)];
    expect(entry?.[0]).to.equal('motp');
    expect(entry?.[1]).to.match(/^[0-9a-f-]{36}$/);
    expect(more).to.deep.equal([]);
  });

  it('Enter in the field does the widget’s own job and leaves the form alone', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더');
    expect(submitted).to.equal(0);
  });

  it('a reset of the form starts it anew', async () => {
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    form.reset();
    await trainee.reaches('ready');
    expect(trainee.field.value).to.equal('');
    expect([...new FormData(form)]).to.deep.equal([]);
  });

  it('a disabled fieldset disables it', async () => {
    form.querySelector('fieldset')?.toggleAttribute('disabled', true);
    await trainee.widget.updateComplete;
    expect(trainee.field.disabled).to.equal(true);
  });
});
