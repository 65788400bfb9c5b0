/** A number that was just refused as wrong uses one try only, however often it is sent (C5). */
import {expect} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

const REPEATED = '방금 틀린 번호입니다. 앱에 지금 보이는 번호를 입력해 주세요.';

describe('a number that was just refused as wrong', () => {
  let trainee: WidgetFixture;
  let wrong: string;

  /** Presses the button, until the press no longer belongs to a double click. */
  async function pressesAgain(): Promise<void> {
    await trainee.until(async () => {
      await trainee.clicks('button', '인증하기');
      return trainee.text.includes(REPEATED) || system.posts.length > 1;
    }, 'a second press has an effect');
  }

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
    wrong = await system.wrongCode();
    await trainee.enters(wrong);
    await trainee.reaches('ready', 'code-mismatch');
  });

  it('is not sent again while it stands unchanged, and is counted once', async () => {
    await pressesAgain();
    await trainee.presses('Enter');
    await trainee.widget.verify();
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
    expect(trainee.text).to.include('실패 1회 / 5회');
    expect(trainee.field.getAttribute('aria-invalid')).to.equal('true');
    await trainee.expectsAccessible();
  });

  it('stays selected in the field, so that the next digit replaces it', async () => {
    await pressesAgain();
    const {selectionStart, selectionEnd} = trainee.field;
    expect([trainee.focused, selectionStart, selectionEnd]).to.deep.equal([trainee.field, 0, 6]);
    await trainee.types('1');
    expect(trainee.field.value).to.equal('1');
    expect(trainee.text).to.not.include(REPEATED);
  });

  it('is sent once the trainee has typed it again', async () => {
    await pressesAgain();
    await trainee.enters(wrong);
    await trainee.sees('실패 2회 / 5회');
    expect(system.posts).to.have.length(2);
  });

  it('is sent for another check, in which nothing was refused', async () => {
    await pressesAgain();
    trainee.widget.occasion = 'exam';
    await trainee.widget.updateComplete;
    await trainee.widget.verify();
    expect(system.posts).to.have.length(2);
  });

  it('keeps the likely causes from the second failure on', async () => {
    await trainee.enters('999999');
    await trainee.sees('실패 2회 / 5회');
    await pressesAgain();
    await trainee.sees('번호가 계속 일치하지 않으면');
    expect(system.posts).to.have.length(2);
  });

  it('can be sent again after another refusal that counts nothing', async () => {
    system.fault = 'unavailable';
    await trainee.enters('123456');
    await trainee.reaches('ready', 'unavailable');
    system.fault = 'none';
    await trainee.widget.verify();
    expect(system.posts).to.have.length(3);
  });
});
