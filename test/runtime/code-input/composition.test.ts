/** Text from an input method that is left on (C1, F09). */
import {expect} from '@open-wc/testing';
import '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';
import {valueWithCaret} from './value-with-caret.ts';

describe('text from an input method', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
    await trainee.clicksField();
  });

  it('loses composed letters, keeps digits and doubles nothing', async function () {
    await trainee.types('12');
    if (!(await trainee.composes('ㅂ', {isOver: false}))) return this.skip();
    expect(trainee.field.value).to.equal('12ㅂ');
    await trainee.composes('바', {isOver: false});
    await trainee.composes('바', {isOver: true});
    expect(valueWithCaret(trainee.field)).to.equal('12|');
    await trainee.types('3');
    expect(valueWithCaret(trainee.field)).to.equal('123|');
  });
  it('has full-width digits converted once after composition', async function () {
    if (!(await trainee.composes('１２３', {isOver: false}))) return this.skip();
    expect(trainee.field.value).to.equal('１２３');
    await trainee.composes('１２３', {isOver: true});
    expect(valueWithCaret(trainee.field)).to.equal('123|');
  });
  it('is not sent by the Enter that ends the composition (F09)', async () => {
    await trainee.types('123456');
    for (const init of [{isComposing: true}, {keyCode: 229}]) {
      const enter = new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, ...init});
      trainee.field.dispatchEvent(enter);
      expect(trainee.widget.verification.status).to.equal('ready');
    }
  });
  it('has full-width digits converted without composition, which undo reverts', async function () {
    await trainee.types('12');
    if (!(await trainee.composes('３ ４', {isOver: true}))) return this.skip();
    expect(valueWithCaret(trainee.field)).to.equal('1234|');
    await trainee.uses('undo');
    expect(trainee.field.value).to.not.equal('1234');
  });
});
