/** Dropping text into the code field. */
import {expect} from '@open-wc/testing';
import '../../harness/system.ts';
import {middleOf} from '../../harness/in-page-driver.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('dropping', () => {
  let trainee: WidgetFixture;

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
    await trainee.clicksField();
  });

  /**
   * Drops a text on the field.
   *
   * @returns whether the browser handles the drop itself
   */
  function drop(text: string): boolean {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', text);
    const event = new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true});
    return trainee.field.dispatchEvent(event);
  }

  it('replaces the value with the code in a sentence', async () => {
    await trainee.types('99');
    expect(drop('인증번호 123 456 (60초)')).to.equal(false);
    expect(trainee.field.value).to.equal('123456');
  });
  it('accepts a text dragged with a real mouse', async function () {
    const text = document.body.appendChild(document.createElement('p'));
    text.textContent = '인증번호 123 456';
    text.style.cssText =
      'position: fixed; top: 0; left: 0; margin: 0; z-index: 1; width: max-content';
    getSelection()?.selectAllChildren(text);
    const [from, to] = [await middleOf(text), await middleOf(trainee.field)];
    let hasDropped = false;
    const onDrop = (): void => void (hasDropped = true);
    trainee.field.addEventListener('drop', onDrop, {once: true});
    await trainee.drags(from, to);
    text.remove();
    // Not every browser starts a drag for automated mouse moves.
    if (!hasDropped) return this.skip();
    expect(trainee.field.value).to.equal('123456');
  });
  it('leaves digits that fit to the browser', () => {
    expect(drop('123')).to.equal(true);
  });
  it('rejects too many digits with a message', async () => {
    expect(drop('1234567')).to.equal(false);
    expect(trainee.field.value).to.equal('');
    await trainee.sees('7자리여서 입력되지 않았습니다.');
  });
});
