/** A reload during an attempt: the pending key is restored and looked up. */
import {expect} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {PAGE, WidgetFixture} from '../../harness/widget-fixture.ts';

/** Replaces the widget by a new one in the same tab, as a reload does. */
async function reload(trainee: WidgetFixture): Promise<WidgetFixture> {
  trainee.widget.remove();
  return WidgetFixture.open(PAGE);
}

describe('after a reload', () => {
  it('an attempt whose response was lost is looked up and its outcome shown', async () => {
    const before = await WidgetFixture.open();
    system.fault = 'response-lost';
    await before.enters(await system.wrongCode());
    await before.reaches('checking');
    const after = await reload(before);
    await after.sees('남은 횟수 4회');
    expect(system.posts).to.have.length(1);
    expect(system.account?.failures).to.equal(1);
  });

  it('a success whose response was lost is shown (I3)', async () => {
    const before = await WidgetFixture.open();
    system.fault = 'response-lost';
    await before.enters(await system.code());
    await before.reaches('checking');
    await (await reload(before)).reaches('verified');
    expect(system.posts).to.have.length(1);
  });

  it('an attempt that never arrived is not resent', async () => {
    const before = await WidgetFixture.open();
    system.fault = 'request-lost';
    await before.enters(await system.code());
    await before.reaches('checking');
    system.fault = 'none';
    const posts = system.posts.length;
    const after = await reload(before);
    await after.reaches('checking');
    await after.reaches('ready');
    expect(system.posts).to.have.length(posts);
    expect(sessionStorage).to.have.length(0);
  });

  it('a decided attempt is not looked up', async () => {
    const before = await WidgetFixture.open();
    await before.enters(await system.wrongCode());
    await before.sees('남은 횟수 4회');
    const after = await reload(before);
    await after.sees('실패 1회 / 5회');
    expect(system.requests.filter(({path}) => path.includes('/attempts/'))).to.deep.equal([]);
  });

  it('sessionStorage holds the key and never the code', async () => {
    const trainee = await WidgetFixture.open();
    system.fault = 'request-lost';
    const code = await system.code();
    await trainee.enters(code);
    await trainee.reaches('unknown');
    const stored = JSON.stringify(Object.entries(sessionStorage));
    expect(stored).to.include(system.posts[0]?.key?.replaceAll('"', ''));
    expect(stored).to.not.include(code);
  });
});
