import {expect, html} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {Trainee} from '../../harness/trainee-page.ts';

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
