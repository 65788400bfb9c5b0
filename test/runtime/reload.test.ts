/** The same page anew: what was not decided is asked for. */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {PAGE, WidgetFixture} from '../harness/widget-fixture.ts';

/** The page anew: another element, the same tab. */
async function reloads(trainee: WidgetFixture): Promise<WidgetFixture> {
  trainee.widget.remove();
  return WidgetFixture.open(PAGE);
}

describe('after a reload', () => {
  it('an attempt whose answer was lost is asked for, and its outcome shown', async () => {
    const before = await WidgetFixture.open();
    system.fault = 'response-lost';
    await before.enters(await system.wrongCode());
    await before.reaches('checking');
    const after = await reloads(before);
    await after.sees('4회 더 틀리면');
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
  });

  it('success whose answer was lost is not lost (I3)', async () => {
    const before = await WidgetFixture.open();
    system.fault = 'response-lost';
    await before.enters(await system.code());
    await before.reaches('checking');
    await (await reloads(before)).reaches('verified');
    expect(system.posts).to.have.length(1);
  });

  it('an attempt that never arrived is not sent again: its code is gone', async () => {
    const before = await WidgetFixture.open();
    system.fault = 'request-lost';
    await before.enters(await system.code());
    await before.reaches('checking');
    system.fault = 'none';
    const posts = system.posts.length;
    const after = await reloads(before);
    await after.reaches('checking');
    await after.reaches('ready');
    expect(system.posts).to.have.length(posts);
    expect(sessionStorage).to.have.length(0);
  });

  it('what is decided is not asked for', async () => {
    const before = await WidgetFixture.open();
    await before.enters(await system.wrongCode());
    await before.sees('4회 더');
    const after = await reloads(before);
    await after.sees('실패 1회 / 5회');
    expect(system.seen.filter(({path}) => path.includes('/attempts/'))).to.deep.equal([]);
  });

  it('the key lies in the tab’s storage, and nothing of the code', async () => {
    const trainee = await WidgetFixture.open();
    system.fault = 'request-lost';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('undecided');
    const kept = JSON.stringify(Object.entries(sessionStorage));
    expect(kept).to.include(system.posts[0]?.key?.replaceAll('"', ''));
    expect(kept).to.not.include(code);
  });
});
