/** What the site developer is told about responses: one console line each, and the panel of `debug`. */
import {expect, html} from '@open-wc/testing';
import {recordConsoleErrors} from '../../harness/console.ts';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

const MAP = JSON.stringify({
  code: 'resultCode',
  id: 'authKey',
  values: {'0000': 'verified', E101: 'code-mismatch', E103: 'locked', READY: 'ready'},
});

const CONTRACT = html`<motp-verify endpoint="/api/motp"></motp-verify>`;
const LEGACY = html`<motp-verify
  endpoint="/api/motp"
  format="form"
  response-map=${MAP}
></motp-verify>`;
const ADAPTER = html`<motp-verify
  endpoint="/api/motp"
  format="form"
  .adapter=${{read: () => null}}
></motp-verify>`;

/** A response, and the line that explains it. */
type Case = readonly [
  name: string,
  markup: ReturnType<typeof html>,
  respond: (request: Request) => Response,
  line: string,
];

const page = (body: string, status = 200): Response =>
  new Response(body, {status, headers: {'Content-Type': 'text/html'}});

const CASES: readonly Case[] = [
  [
    'a value that the response map does not name',
    LEGACY,
    () => Response.json({resultCode: 'E999'}),
    'endpoint answered 200 with resultCode = "E999" (/api/motp). Map it in response-map.',
  ],
  [
    'a field that is missing',
    LEGACY,
    () => Response.json({result: '홍길동'}),
    'endpoint answered 200 without resultCode (/api/motp). Check the address and the session.',
  ],
  [
    'a success without the id that the map names',
    LEGACY,
    () => Response.json({resultCode: '0000'}),
    'endpoint answered 200 with resultCode = "0000" (/api/motp). Success needs 200 to 299 and authKey.',
  ],
  [
    'the sent code, which the line hides',
    LEGACY,
    () => Response.json({resultCode: 'bad 123456'}),
    'endpoint answered 200 with resultCode = "bad ••••••" (/api/motp). Map it in response-map.',
  ],
  [
    'HTML in place of JSON',
    CONTRACT,
    () => page('<!doctype html><title>홍길동</title>'),
    'endpoint answered 200 with HTML, "<!doctype html>" (/api/motp). Check the address and the session.',
  ],
  [
    'a redirect',
    CONTRACT,
    () => Response.redirect(`${location.origin}/login`, 302),
    'endpoint answered with a redirect (/api/motp). Check the address and the session.',
  ],
  [
    'an endpoint that does not exist',
    LEGACY,
    () => page('Not found', 404),
    'endpoint answered 404  (/api/motp). Set endpoint.',
  ],
  [
    'a refused origin',
    CONTRACT,
    () => Response.json({code: 'origin', counted: false}, {status: 403}),
    'endpoint answered 403 with code = "origin" (/api/motp). Allow this page\'s origin.',
  ],
  [
    'a refused ticket',
    CONTRACT,
    () => Response.json({code: 'ticket-invalid', counted: false}, {status: 403}),
    'endpoint answered 403 with code = "ticket-invalid" (/api/motp). Check the address and the session.',
  ],
  [
    'a code that the contract does not have',
    CONTRACT,
    ({method}) =>
      method === 'POST'
        ? Response.json({code: 'VERIFIED'})
        : Response.json({code: 'code-expired', counted: false}, {status: 422}),
    'endpoint answered 200 with code = "VERIFIED" (/api/motp). See the contract.',
  ],
  [
    'an adapter that returns nothing',
    ADAPTER,
    () => page('N'),
    'endpoint answered 200  (/api/motp). Check adapter.read().',
  ],
];

function panelOf({widget}: WidgetFixture): string | undefined {
  return widget.shadowRoot?.querySelector('[part=debug]')?.textContent ?? undefined;
}

describe('the console', () => {
  const lines = recordConsoleErrors();

  for (const [name, markup, respond, line] of CASES) {
    it(`has one line for ${name}`, async () => {
      const trainee = await WidgetFixture.open(markup);
      system.override = respond;
      await trainee.enters('123456');
      await trainee.until(() => lines.length > 0, 'a console line');
      expect(lines).to.deep.equal([`<motp-verify> ${line.replace('  ', ' ')}`]);
    });
  }

  it('has no line for a wrong code', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.wrongCode());
    await trainee.sees('mOTP 번호가 일치하지 않습니다.');
    expect(lines).to.deep.equal([]);
  });

  it('has no line for a status that a trainee does not have', async () => {
    system.reset({secret: undefined});
    const trainee = await WidgetFixture.open();
    await trainee.widget.refresh();
    expect(lines).to.deep.equal([]);
  });

  it('names status-url when a locked page cannot read the status', async () => {
    const trainee = await WidgetFixture.open(LEGACY);
    system.override = ({method}) =>
      method === 'POST' ? Response.json({resultCode: 'E103'}) : page('Not found', 404);
    await trainee.enters('123456');
    await trainee.sees('인증이 제한되었습니다');
    await trainee.clicks('button', '제한이 풀렸는지 확인');
    await trainee.until(() => lines.length > 0, 'a console line');
    expect(lines).to.deep.equal([
      '<motp-verify> status-url answered 404 (/api/motp/status). Set status-url.',
    ]);
  });

  it('names attempts-url when the result cannot be asked for', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp/x.do"></motp-verify>`,
    );
    system.override = ({method}) => (method === 'POST' ? Response.error() : page('', 404));
    await trainee.enters('123456');
    await trainee.until(() => lines.length > 0, 'a console line');
    expect(lines[0]).to.match(
      /^<motp-verify> attempts-url answered 404 \(\/api\/motp\/x\.do\/attempts\/[\w-]{22}\)\. Set attempts-url\.$/,
    );
  });
});

describe('the attribute debug', () => {
  recordConsoleErrors();

  it('shows the console lines in a panel, until it is removed', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" debug></motp-verify>`,
    );
    await trainee.until(() => panelOf(trainee) === 'No problem found.', 'the panel');
    system.override = () => page('<html>');
    await trainee.enters('123456');
    await trainee.until(() => panelOf(trainee)?.includes('with HTML') === true, 'the line');
    await trainee.expectsAccessible();
    trainee.widget.debug = false;
    await trainee.until(() => panelOf(trainee) === undefined, 'no panel');
  });

  it('is absent by default', async () => {
    const trainee = await WidgetFixture.open();
    expect(panelOf(trainee)).to.equal(undefined);
  });
});
