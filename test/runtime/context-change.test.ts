import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

describe('when the page wants something else in mid-request (F39)', () => {
  it('the outcome is not shown for another lesson; coming back to the first, it is asked for', async () => {
    const trainee = await Trainee.arrives();
    const {widget} = trainee;
    widget.occasion = 'lesson';
    widget.unit = 9;
    await widget.updateComplete;
    const release = system.holds();
    await trainee.enters(await system.code());
    await trainee.until(() => system.posts.length === 1, 'the request is out');
    widget.unit = 17;
    await trainee.reaches('ready');
    release();
    expect(JSON.parse(system.posts[0]?.body ?? '')).to.include({unit: 9});
    widget.unit = 9;
    await trainee.reaches('verified');
    expect(system.posts).to.have.length(1);
  });

  it('another trainee begins with nothing of the first', async () => {
    const trainee = await Trainee.arrives();
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더');
    trainee.widget.statusUrl = '';
    trainee.widget.traineeName = '남궁민수';
    await trainee.until(() => !trainee.text.includes('4회 더'), 'the message goes');
    expect(trainee.widget.attempt).to.deep.include({is: 'ready', tries: undefined});
  });
});
