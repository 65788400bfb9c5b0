/** A change of the occasion, unit or trainee during a request (F39). */
import {expect} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('a change of the verification context (F39)', () => {
  it('hides the outcome from another lesson and shows it for its own', async () => {
    const trainee = await WidgetFixture.open();
    const {widget} = trainee;
    widget.occasion = 'lesson';
    widget.unit = 9;
    await widget.updateComplete;
    const release = system.holdResponses();
    await trainee.enters(await system.code());
    await trainee.until(() => system.posts.length === 1, 'the request is sent');
    widget.unit = 17;
    await trainee.reaches('ready');
    release();
    expect(JSON.parse(system.posts[0]?.body ?? '')).to.include({unit: 9});
    widget.unit = 9;
    await trainee.reaches('verified');
    expect(system.posts).to.have.length(1);
  });

  it('shows nothing of the previous trainee', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    trainee.widget.statusUrl = '';
    trainee.widget.traineeName = '남궁민수';
    await trainee.until(() => !trainee.text.includes('남은 횟수 4회'), 'the message goes');
    expect(trainee.widget.verification).to.deep.include({status: 'ready', failureCount: undefined});
  });
});
