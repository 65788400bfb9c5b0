/** Sending at the sixth digit, when the site sets auto-submit. */
import {expect, html} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('auto-submit', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open(html`
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
  it('sends one request when Enter follows (F10)', async () => {
    await trainee.types(await system.wrongCode());
    await trainee.presses('Enter');
    await trainee.sees('남은 횟수 4회');
    expect(system.posts).to.have.length(1);
  });
  it('does not resend the same code without Enter', async () => {
    const wrong = await system.wrongCode();
    await trainee.types(wrong);
    await trainee.sees('남은 횟수 4회');
    await trainee.types(wrong);
    expect(trainee.field.value).to.equal(wrong);
    expect(trainee.widget.verification.status).to.equal('ready');
    await trainee.presses('Enter');
    await trainee.sees('남은 횟수 3회');
  });
  it('does not resend an earlier wrong code', async () => {
    for (const code of ['000000', '111111']) {
      await trainee.types(code);
      await trainee.until(
        () => trainee.widget.verification.status === 'ready',
        'the code is rejected',
      );
      await trainee.until(() => trainee.field.selectionStart === 0, 'it is selected');
    }
    await trainee.types('000000');
    expect(system.posts).to.have.length(2);
  });
  it('does not send after an edit in the middle', async () => {
    await trainee.types('12346');
    await trainee.presses('ArrowLeft');
    await trainee.types('5');
    expect(trainee.field.value).to.equal('123456');
    expect(trainee.widget.verification.status).to.equal('ready');
  });
  it('is off by default', async () => {
    const manual = await WidgetFixture.open(html`<motp-verify endpoint="/api/motp"></motp-verify>`);
    await manual.clicksField();
    await manual.types(await system.code());
    expect(manual.widget.verification.status).to.equal('ready');
  });
});
