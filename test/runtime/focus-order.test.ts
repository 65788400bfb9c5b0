/** The focus leaves an element before that element is removed: a screen reader would lose its place. */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Records, at each move of the focus, whether the element that had it is still in the page. */
function watchMoves({widget}: WidgetFixture, from: Element): readonly boolean[] {
  const moves: boolean[] = [];
  widget.shadowRoot?.addEventListener('focusin', () => moves.push(from.isConnected));
  return moves;
}

describe('the focus', () => {
  it('moves from the field into the completion popup before the field is removed', async () => {
    const trainee = await WidgetFixture.open();
    const {field} = trainee;
    await trainee.clicksField();
    const moves = watchMoves(trainee, field);
    await trainee.enters(await system.code());
    await trainee.focuses(() => trainee.getByRole('button', '학습 시작하기'));
    expect(moves[0]).to.equal(true);
    expect(field.isConnected).to.equal(false);
  });

  it('moves from the field to the result in the page before the field is removed', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp" completion="inline"></motp-verify>
    `);
    const {field} = trainee;
    await trainee.clicksField();
    const moves = watchMoves(trainee, field);
    await trainee.enters(await system.code());
    await trainee.focuses(() => trainee.getByRole('region', '본인인증이 완료되었습니다.'));
    expect(moves).to.deep.equal([true]);
    expect(field.isConnected).to.equal(false);
  });

  it('moves from the field to the lock before the field is removed', async () => {
    system.reset({failures: 4});
    const trainee = await WidgetFixture.open();
    const {field} = trainee;
    await trainee.clicksField();
    const moves = watchMoves(trainee, field);
    await trainee.enters(await system.wrongCode());
    await trainee.focuses(() => trainee.getByRole('link', /^휴대폰 본인인증/));
    expect(moves[0]).to.equal(true);
    expect(field.isConnected).to.equal(false);
  });

  it('moves from the lock to the field before the lock is removed', async () => {
    system.reset({failures: 5, lockedAt: 1});
    const trainee = await WidgetFixture.open();
    await trainee.reaches('locked');
    const button = trainee.getByRole('button', '제한이 풀렸는지 확인');
    button.focus();
    const moves = watchMoves(trainee, button);
    system.reset();
    await trainee.presses('Enter');
    await trainee.focuses(() => trainee.field);
    expect(moves[0]).to.equal(true);
    expect(button.isConnected).to.equal(false);
  });

  it('moves from the result to the field before a reset removes the result', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp" completion="inline"></motp-verify>
    `);
    await trainee.enters(await system.code());
    const result = (): HTMLElement => trainee.getByRole('region', '본인인증이 완료되었습니다.');
    await trainee.focuses(result);
    const moves = watchMoves(trainee, result());
    trainee.widget.reset();
    await trainee.focuses(() => trainee.field);
    expect(moves[0]).to.equal(true);
  });

  it('stays on a link of the site when another language replaces the slot of the link', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp" phone-identity-url="/phone">
        <a slot="fallback" href="/other">다른 방법</a>
      </motp-verify>
    `);
    const link = trainee.widget.querySelector('a');
    link?.focus();
    trainee.widget.lang = 'en';
    await trainee.sees('Verify');
    await trainee.widget.updateComplete;
    expect(document.activeElement === link).to.equal(true);
    expect(link?.assignedSlot?.isConnected).to.equal(true);
  });

  it('returns from the completion popup to the result, which has stayed', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.code());
    await trainee.focuses(() => trainee.getByRole('button', '학습 시작하기'));
    await trainee.presses('Escape');
    await trainee.focuses(() => trainee.getByRole('region', '본인인증이 완료되었습니다.'));
  });
});
