/** The attributes that a site sets, and their effect. */
import {expect, html} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('attributes', () => {
  it('occasion shows its line', async () => {
    const leads = {
      enrollment: '최초 과정 입과 시 본인인증 절차입니다.',
      lesson: '9차시 학습 전 본인인증 절차입니다.',
      'progress-test': '진행단계평가 응시 전 본인인증 절차입니다.',
      exam: '시험 응시 전 본인인증 절차입니다.',
      assignment: '과제 응시 전 본인인증 절차입니다.',
    };
    for (const [occasion, lead] of Object.entries(leads)) {
      const trainee = await WidgetFixture.open(
        html`<motp-verify endpoint="/api/motp" occasion=${occasion} unit="9"></motp-verify>`,
      );
      expect(trainee.text).to.include(lead);
    }
  });

  it('heading and heading-level replace the title and its level', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify
        endpoint="/api/motp"
        heading="우리 교육원"
        heading-level="3"
      ></motp-verify>`,
    );
    expect(trainee.getByRole('heading', '우리 교육원').getAttribute('aria-level')).to.equal('3');
  });

  it('failures shows the count, and a lock at five', async () => {
    const two = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" failures="2"></motp-verify>`,
    );
    await two.sees('실패 2회 / 5회');
    const five = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" failures="5"></motp-verify>`,
    );
    await five.reaches('locked');
  });

  it('disabled prevents typing and sending', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp"></motp-verify>`,
    );
    await trainee.clicksField();
    await trainee.types(await system.code());
    trainee.widget.disabled = true;
    await trainee.widget.updateComplete;
    expect(trainee.field.disabled).to.equal(true);
    await trainee.widget.verify();
    expect(trainee.widget.verification.status).to.equal('ready');
    expect(system.posts).to.have.length(0);
  });

  it('are never added by the element itself', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp"></motp-verify>`,
    );
    expect(trainee.widget.getAttributeNames()).to.deep.equal(['endpoint']);
  });

  it('occasion returns to its default when removed or empty', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" occasion="exam" lang="ko"></motp-verify>`,
    );
    trainee.widget.removeAttribute('occasion');
    await trainee.sees('최초 과정 입과 시 본인인증 절차입니다.');
    trainee.widget.setAttribute('occasion', '');
    await trainee.widget.updateComplete;
    expect(trainee.hasField).to.equal(true);
  });

  it('completion="none" shows no result', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" completion="none"></motp-verify>`,
    );
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(trainee.text).to.not.include('완료되었습니다');
  });

  it('trainee-name shows and explains each space', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" trainee-name="홍 길동"></motp-verify>`,
    );
    const identity = trainee.getByRole('region', '사이트에 등록된 개인정보');
    expect(identity.querySelector('dd')?.textContent).to.equal('홍 길동');
    await trainee.until(
      () => identity.textContent.includes("'␣' 표시는 공백,"),
      'the marks are explained',
    );
  });

  it('completion="inline" shows the result without a dialog', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" completion="inline"></motp-verify>`,
    );
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(trainee.getAllNames('dialog')).to.deep.equal([]);
    expect(trainee.focused?.textContent).to.include('본인인증이 완료되었습니다.');
  });
});
