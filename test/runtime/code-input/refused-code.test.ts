/** A click into the field after a refusal: the digits that follow replace the refused code. */
import {expect} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('a refused code', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('ready', 'code-mismatch');
  });

  it('is replaced by what is typed after a click into the field', async () => {
    await trainee.clicksField();
    await trainee.types('123456');
    expect(trainee.field.value).to.equal('123456');
  });

  it('is no longer selected by a click once the trainee has changed it', async () => {
    await trainee.types('12');
    await trainee.clicksField();
    await trainee.types('3');
    expect(trainee.field.value).to.have.length(3);
  });
});
