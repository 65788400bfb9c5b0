/** A check right after another needs a new code (O5). */
import {expect} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';
import {setStepEndsIn} from '../clock.ts';

describe('a check right after another (O5)', () => {
  it('asks for a new code and counts the seconds until it appears', async () => {
    setStepEndsIn(45_000);
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.clicks('button', '학습 시작하기');
    trainee.widget.occasion = 'lesson';
    trainee.widget.unit = 1;
    trainee.widget.reset();
    await trainee.sees(
      '방금 사용한 번호는 다시 쓸 수 없으니, 앱에 새 번호가 표시되면 입력해 주세요.',
    );
    await trainee.until(
      () => /새 번호가 표시되기까지 \d+/.test(trainee.text),
      'the countdown is shown',
    );
    await trainee.expectsAccessible();
  });

  it('reports a used code as not counted and counts down to the next (F28)', async () => {
    setStepEndsIn(45_000);
    system.reset({lastStep: Math.floor(system.now / 60_000)});
    setStepEndsIn(45_000);
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.code());
    await trainee.sees('이미 사용한 번호입니다.');
    await trainee.sees('실패 횟수에는 포함되지 않습니다.');
    await trainee.until(
      () => /새 번호가 표시되기까지 \d+/.test(trainee.text),
      'the countdown is shown',
    );
    const countdown = trainee.widget.shadowRoot?.querySelector('.countdown');
    expect(countdown?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('counts down to the next code also if the endpoint does not say when its steps end', async () => {
    system.override = () =>
      Response.json(
        {code: 'code-replayed', counted: false, serverTime: system.now, nextCodeInMs: 1500},
        {status: 409},
      );
    const trainee = await WidgetFixture.open();
    await trainee.enters('123456');
    await trainee.sees('앱에 새 번호가 표시되었습니다.');
  });
});
