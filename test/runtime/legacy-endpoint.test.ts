/** Endpoints older than the contract: the requests they get, and how their responses are read. */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const MAP = JSON.stringify({
  code: 'resultCode',
  failures: 'failCnt',
  id: 'authKey',
  values: {'0000': 'verified', E101: 'code-mismatch', E103: 'locked', READY: 'ready'},
});

/** 결과 in EUC-KR, as part of a message of the site. */
const RESULT_EUC_KR = [0xb0, 0xe1, 0xb0, 0xfa];

/** Returns a response as a JSP sends it: 200, JSON as text/html, EUC-KR without a charset. */
function jsp(fields: object): Response {
  const [before = '', after = ''] = JSON.stringify({...fields, msg: '|'}).split('|');
  const bytes = [...encoded(before), ...RESULT_EUC_KR, ...encoded(after)];
  return new Response(new Uint8Array(bytes), {headers: {'Content-Type': 'text/html'}});
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A JSP page whose form holds a CSRF token. */
const PAGE = html`
  <form name="form1" method="post" action="/next.do">
    <input type="hidden" name="_csrf" value="t0k" />
    <motp-verify
      endpoint="/api/motp"
      format="form"
      code-field="motpNo"
      response-map=${MAP}
      response-charset="euc-kr"
    ></motp-verify>
  </form>
`;

describe('a form-encoded endpoint declared by attributes', () => {
  it('gets the code under its field name and the CSRF token, without a key', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.override = () => jsp({resultCode: '0000', authKey: 'A-1'});
    await trainee.enters('123456');
    await trainee.reaches('verified');
    const [post] = system.posts;
    expect(post?.headers.get('Content-Type')).to.equal('application/x-www-form-urlencoded');
    expect(post?.headers.get('X-Requested-With')).to.equal('XMLHttpRequest');
    expect(post?.body).to.equal('_csrf=t0k&occasion=enrollment&motpNo=123456');
    expect(post?.key).to.equal(null);
    expect(trainee.widget.verification).to.deep.include({
      receipt: {verificationId: 'A-1', verifiedAt: undefined, expiresAt: undefined},
    });
  });

  it('reports the failures that it counts', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.override = () => jsp({resultCode: 'E101', failCnt: 3});
    await trainee.enters('123456');
    await trainee.sees('남은 횟수 2회');
  });

  it('leaves the result unknown after an unknown outcome, and gets no second request', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.override = () => jsp({resultCode: 'E999'});
    await trainee.enters('123456');
    await trainee.sees('인증 결과를 확인하지 못했습니다.');
    expect(trainee.field.value).to.equal('123456');
    expect(trainee.getAllNames('button')).to.include('새로고침');
    expect(system.requests).to.have.length(1);
    await trainee.expectsAccessible();
  });

  it('offers to reload a locked page whose status cannot be read', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.override = ({method}) =>
      method === 'POST' ? jsp({resultCode: 'E103'}) : new Response('Not found', {status: 404});
    await trainee.enters('123456');
    await trainee.sees('인증이 제한되었습니다');
    expect(trainee.getAllNames('button')).not.to.include('새로고침');
    await trainee.clicks('button', '제한이 풀렸는지 확인');
    await trainee.sees('새로고침한 뒤 다시 시도해 주세요.');
    expect(trainee.getAllNames('button')).to.include('새로고침');
    await trainee.expectsAccessible();
  });

  it('signs the trainee out when it returns a login page or a script, which does not run', async () => {
    const trainee = await WidgetFixture.open(PAGE);
    system.override = () =>
      new Response('<script>parent.ran = true; alert("x"); location.replace("/login")</script>', {
        headers: {'Content-Type': 'text/html'},
      });
    await trainee.enters('123456');
    await trainee.reaches('signed-out');
    expect('ran' in window).to.equal(false);
  });

  it('reports a wrong code when its status shows a higher failure count', async () => {
    let failCnt = 1;
    system.override = ({method}) => {
      if (method === 'GET') return jsp({resultCode: 'READY', failCnt});
      failCnt++;
      return Response.error();
    };
    const trainee = await WidgetFixture.open(html`
      <motp-verify
        endpoint="/api/motp"
        format="form"
        response-map=${MAP}
        status-url="/api/motp/status.do"
      ></motp-verify>
    `);
    await trainee.sees('실패 1회 / 5회');
    await trainee.enters('123456');
    await trainee.sees('남은 횟수 3회');
    expect(system.posts).to.have.length(1);
  });
});

describe('the agency response map', () => {
  it('reads the codes of the agency', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" response-map="agency"></motp-verify>`,
    );
    system.override = () => Response.json({code: 'AP005', status: 'FAIL', msg: '불일치'});
    await trainee.enters('123456');
    await trainee.sees('휴대폰번호와 이름의 공백을 확인해 주세요.');
    system.override = () => Response.json({code: 200, status: 'OK', msg: '성공'});
    await trainee.enters('123456');
    await trainee.reaches('verified');
  });
});

describe('the message beside an unknown agency code', () => {
  const WITHOUT_KEYS = html`<motp-verify
    endpoint="/api/motp"
    response-map="agency"
    idempotency="none"
    ipin-url="/ipin"
  ></motp-verify>`;

  it('is shown below the message of the widget, and is no success', async () => {
    const trainee = await WidgetFixture.open(WITHOUT_KEYS);
    system.override = () => Response.json({code: 'AP011', status: 'FAIL', msg: '성공하였습니다'});
    await trainee.enters('123456');
    await trainee.sees('실패 횟수에 포함되었을 수 있습니다. 성공하였습니다');
    expect(trainee.widget.verification).to.deep.include({
      status: 'ready',
      notice: {kind: 'result-unknown', serverMessage: '성공하였습니다'},
    });
    expect(trainee.announcement.textContent).to.include('성공하였습니다');
    await trainee.expectsAccessible();
  });

  it('is text in one line of at most 300 characters', async () => {
    const trainee = await WidgetFixture.open(WITHOUT_KEYS);
    const msg = `<b onclick="x()">\u202e${'가'.repeat(1000)}`;
    system.override = () => Response.json({code: 'AP011', msg});
    await trainee.enters('123456');
    await trainee.sees(`<b onclick="x()">${'가'.repeat(282)}…`);
    expect(trainee.widget.shadowRoot?.querySelector('[part=server-message] *')).to.equal(null);
    expect(trainee.text).to.not.include('가'.repeat(283));
  });

  it('is not shown beside a known code', async () => {
    const trainee = await WidgetFixture.open(WITHOUT_KEYS);
    system.override = () => Response.json({code: 'AP001', msg: '관리자에게 문의'});
    await trainee.enters('123456');
    await trainee.sees('mOTP 번호가 일치하지 않습니다.');
    expect(trainee.text).to.not.include('관리자에게 문의');
  });

  it('is removed by the next attempt', async () => {
    const trainee = await WidgetFixture.open(WITHOUT_KEYS);
    system.override = () => Response.json({code: 'AP011', msg: '처리 불가'});
    await trainee.enters('123456');
    await trainee.sees('처리 불가');
    system.override = () => Response.json({code: 'AP001', msg: ''});
    await trainee.enters('654321');
    await trainee.sees('mOTP 번호가 일치하지 않습니다.');
    expect(trainee.text).to.not.include('처리 불가');
  });
});

describe('a custom adapter', () => {
  it('writes the request and reads the response', async () => {
    const adapter = {
      write: ({code}: {readonly code: string}) => ({body: `otp:${code}`}),
      read: ({text}: {readonly text: string}) => ({code: text, failures: 2, maxFailures: 5}),
    };
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" .adapter=${adapter}></motp-verify>`,
    );
    system.override = () => new Response('code-mismatch');
    await trainee.enters('123456');
    await trainee.sees('남은 횟수 3회');
    expect(system.posts[0]?.body).to.equal('otp:123456');
  });
});
