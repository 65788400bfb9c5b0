/** Mistakes in attributes: one console line for the developer, a message for the trainee. */
import {expect, html} from '@open-wc/testing';
import {recordConsoleErrors} from '../../harness/console.ts';
import '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

describe('a configuration error', () => {
  const lines = recordConsoleErrors();

  it('is logged once with its fix and shown to the trainee when endpoint is missing', async () => {
    const trainee = await WidgetFixture.open(html`<motp-verify></motp-verify>`);
    trainee.widget.heading = '제목';
    await trainee.widget.updateComplete;
    expect(lines).to.deep.equal([
      '<motp-verify> endpoint is missing. Add endpoint="…" with the address of your verification endpoint.',
    ]);
    expect(trainee.text).to.include('인증 화면 설정에 문제가 있습니다.');
    expect(trainee.text).to.include('(코드: endpoint)');
    expect(trainee.hasField).to.equal(false);
    await trainee.expectsAccessible();
  });

  it('is logged for an endpoint that could run script', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="javascript:alert(1)"></motp-verify>`,
    );
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('<motp-verify> endpoint is "javascript:alert(1)".');
    expect(trainee.hasField).to.equal(false);
  });

  it('is logged for an unknown occasion', async () => {
    await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" occasion="quiz"></motp-verify>`,
    );
    expect(lines).to.deep.equal([
      '<motp-verify> occasion is "quiz". Use one of enrollment, lesson, progress-test, exam, assignment.',
    ]);
  });

  it('is logged for a link that could run script, which is not rendered', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify
        endpoint="/api/motp"
        guide-url="javascript:alert(1)"
        manual-url="/m"
      ></motp-verify>
    `);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('guide-url');
    expect(trainee.getAllNames('link').map((name) => name.slice(0, 3))).to.deep.equal(['매뉴얼']);
    expect(trainee.hasField).to.equal(true);
  });

  it('is logged for a unit that is not a whole number', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" unit="9.5"></motp-verify>`,
    );
    expect(lines).to.deep.equal([
      '<motp-verify> unit is "9.5". Use a whole number from 1 to 9999.',
    ]);
    expect(trainee.hasField).to.equal(false);
  });

  it('ends once it is fixed, and the server-rendered failures apply', async () => {
    const trainee = await WidgetFixture.open(html`<motp-verify failures="5"></motp-verify>`);
    trainee.widget.endpoint = '/api/motp';
    await trainee.reaches('locked');
    expect(trainee.text).to.not.include('인증 화면 설정에 문제가 있습니다.');
  });

  it('ends once it is fixed', async () => {
    const trainee = await WidgetFixture.open(html`<motp-verify></motp-verify>`);
    trainee.widget.endpoint = '/api/motp';
    await trainee.widget.updateComplete;
    expect(trainee.hasField).to.equal(true);
  });
});

describe('an error in an endpoint attribute', () => {
  const lines = recordConsoleErrors();

  for (const [attribute, value] of [
    ['response-map', '{"values": {"0000": "success"}}'],
    ['response-map', 'resultCode'],
    ['format', 'xml'],
    ['csrf', 'header'],
    ['idempotency', 'yes'],
    ['response-charset', 'ksc5601-x'],
  ] as const) {
    it(`is logged once for ${attribute}="${value}", and nothing is sent`, async () => {
      const trainee = await WidgetFixture.open(
        html`<motp-verify endpoint="/api/motp"></motp-verify>`,
      );
      trainee.widget.setAttribute(attribute, value);
      await trainee.sees(`(코드: ${attribute})`);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(new RegExp(`^<motp-verify> ${attribute} is `));
      expect(trainee.hasField).to.equal(false);
    });
  }
});
