/** The registered identity as the trainee sees it (G3). */
import {expect, html} from '@open-wc/testing';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Opens a page with this registered name and phone number. */
function openWith(name: string, phone = '01012345678', masked = false): Promise<WidgetFixture> {
  return WidgetFixture.open(html`
    <motp-verify
      endpoint="/api/motp"
      guide="closed"
      trainee-name=${name}
      trainee-phone=${phone}
      ?masked=${masked}
    ></motp-verify>
  `);
}

/** Returns the name as it can be selected and copied. */
function shownName({widget}: WidgetFixture): string | undefined {
  return widget.shadowRoot?.querySelector('dd')?.textContent ?? undefined;
}

describe('the registered identity (G3)', () => {
  it('is shown exactly, with a mark and an explanation for each space', async () => {
    const trainee = await openWith(' 홍\u00a0길동\u200b');
    for (const text of [
      '이름 앞에 공백이 있습니다. 앱에도 똑같이 등록되어 있어야 합니다.',
      '이름에 일반 공백과 다른 특수 공백이 있습니다.',
      '이름에 보이지 않는 문자가 있습니다. 교육기관에 이름 정정을 요청해 주세요.',
    ]) {
      await trainee.sees(text);
    }
    expect(shownName(trainee)).to.equal(' 홍\u00a0길동\u200b');
    expect(trainee.widget.shadowRoot?.querySelectorAll('.mark')).to.have.length(3);
    await trainee.expectsAccessible();
  });

  it('comes with a warning for what is unusual in the phone number', async () => {
    const trainee = await openWith('홍길동', '+82 10-1234-5678');
    await trainee.sees('휴대폰번호에 하이픈(-)이나 공백이 있습니다.');
    await trainee.sees('휴대폰번호에 국가번호(82)가 있습니다.');
  });

  it('is read as the text of its list, the phone number digit by digit', async () => {
    const trainee = await openWith('홍길동');
    const details = [...(trainee.widget.shadowRoot?.querySelectorAll('dl > div > dd') ?? [])];
    const spoken = details.filter((detail) => detail.ariaHidden !== 'true');
    expect(spoken.map(({textContent}) => textContent)).to.deep.equal([
      '홍길동',
      '0 1 0, 1 2 3 4, 5 6 7 8',
    ]);
    // Orca reads no element within a detail when it reads the whole page.
    expect(spoken.some(({childElementCount}) => childElementCount > 0)).to.equal(false);
  });

  it('comes without warnings when name and phone number are as usual', async () => {
    const trainee = await openWith('홍길동');
    expect(trainee.widget.shadowRoot?.querySelector('[part=identity-warnings]')).to.equal(null);
  });

  it('is masked when the site sets masked, and the trainee can reveal and hide it', async () => {
    const trainee = await openWith('홍길동', '01012345678', true);
    await trainee.sees('홍*동');
    await trainee.sees('010-****-5678');
    expect(trainee.text).to.not.include('홍길동').and.not.include('01012345678');
    await trainee.clicks('button', '개인정보 보기');
    await trainee.sees('홍길동');
    await trainee.sees('01012345678');
    expect(trainee.focused === trainee.getByRole('button', '개인정보 가리기')).to.equal(true);
    await trainee.clicks('button', '개인정보 가리기');
    await trainee.sees('홍*동');
    await trainee.expectsAccessible();
  });
});
