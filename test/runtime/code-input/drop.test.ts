import {expect} from '@open-wc/testing';
import '../../harness/system.ts';
import {middleOf, Trainee} from '../../harness/trainee-page.ts';

describe('dropping', () => {
  let trainee: Trainee;

  beforeEach(async () => {
    trainee = await Trainee.arrives();
    await trainee.clicksField();
  });

  /** @returns whether the browser is left to drop it by itself */
  function drops(text: string): boolean {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', text);
    const drop = new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true});
    return trainee.field.dispatchEvent(drop);
  }

  it('a sentence leaves the code in it in the place of what stood there', async () => {
    await trainee.types('99');
    expect(drops('인증번호 123 456 (60초)')).to.equal(false);
    expect(trainee.field.value).to.equal('123456');
  });
  it('with a real mouse, from a text of the page', async function () {
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
    // Not every engine drags when a program moves the mouse.
    if (!hasDropped) return this.skip();
    expect(trainee.field.value).to.equal('123456');
  });
  it('clean digits that fit is the browser’s own business', () => {
    expect(drops('123')).to.equal(true);
  });
  it('too many digits is refused with words', async () => {
    expect(drops('1234567')).to.equal(false);
    expect(trainee.field.value).to.equal('');
    await trainee.sees('입력하지 않았습니다.');
  });
});
