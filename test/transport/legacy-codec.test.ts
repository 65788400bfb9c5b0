import {expect} from '@open-wc/testing';
import type {AttemptKey, AttemptRequest} from '../../src/core/contract.ts';
import {readAnswerMap, type AnswerMap} from '../../src/transport/response-map.ts';
import {legacyDialect, type Manner} from '../../src/transport/legacy-codec.ts';

const key = 'a-key-of-twenty-two-ch' as AttemptKey;
const request: AttemptRequest = {v: 1, code: '123456', occasion: 'lesson', unit: 9};
const NO_TOKENS = {headers: {}, fields: {}};

const PLAIN: Manner = {
  format: 'json',
  codeField: 'code',
  map: undefined,
  charset: undefined,
  hasKeys: true,
  adapter: undefined,
};

/** What the contract's own example of a map is. */
const MAP: AnswerMap = {
  code: 'resultCode',
  failures: 'failCnt',
  id: 'authKey',
  values: {'0000': 'verified', E101: 'code-mismatch', E103: 'locked'},
};

function answers(map: Manner['map'], text: string, status = 200) {
  return legacyDialect({...PLAIN, map}).readAnswer({status, text});
}

/** What the agency's code means. */
function said(code: unknown) {
  return answers('agency', JSON.stringify({code, status: 'x', msg: 'y'}));
}

function xml(text: string): string {
  return `<?xml version="1.0"?><Result><RetVal>${text}</RetVal></Result>`;
}

/** What the agency says in its own words. */
function remark(text: string, status = 200): string | undefined {
  return legacyDialect({...PLAIN, map: 'agency'}).readRemark?.({status, text});
}

/** What is wrong with an attribute's map. */
function problem(map: unknown): string | undefined {
  const read = readAnswerMap(typeof map === 'string' ? map : JSON.stringify(map));
  return 'problem' in read ? read.problem : undefined;
}

describe('a form-encoded request', () => {
  it('holds the code under the site’s name, the check, and the form’s hidden inputs', () => {
    const dialect = legacyDialect({...PLAIN, format: 'form', codeField: 'motpNo', hasKeys: false});
    const tokens = {headers: {'X-CSRF-TOKEN': 't'}, fields: {_csrf: 'a b&c', motpNo: 'old'}};
    const {headers, body} = dialect.write(key, request, tokens);
    expect(headers).to.deep.equal({
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-CSRF-TOKEN': 't',
    });
    expect([...new URLSearchParams(body)]).to.deep.equal([
      ['_csrf', 'a b&c'],
      ['motpNo', '123456'],
      ['occasion', 'lesson'],
      ['unit', '9'],
    ]);
  });

  it('holds the key where the endpoint counts by it', () => {
    const {headers} = legacyDialect({...PLAIN, format: 'form'}).write(key, request, NO_TOKENS);
    expect(headers['Idempotency-Key']).to.equal(`"${key}"`);
  });
});

describe('a JSON request to an endpoint of another vocabulary', () => {
  it('holds the code under the site’s name', () => {
    const {body} = legacyDialect({...PLAIN, codeField: 'OTPNO'}).write(key, request, NO_TOKENS);
    expect(JSON.parse(body)).to.deep.equal({v: 1, occasion: 'lesson', unit: 9, OTPNO: '123456'});
  });
});

describe('a mapped answer', () => {
  it('means what the map says of its value', () => {
    expect(answers(MAP, '{"resultCode": "E101", "failCnt": "2"}')).to.deep.include({
      code: 'code-mismatch',
      failures: 2,
      maxFailures: 5,
    });
    expect(answers(MAP, '{"resultCode": "E103"}')).to.deep.include({
      code: 'locked',
      unlock: ['phone-identity', 're-registration'],
    });
  });

  it('is success with the receipt’s id, whatever the status', () => {
    const text = '{"resultCode": "0000", "authKey": "A-1"}';
    for (const status of [200, 201, 404]) {
      expect(answers(MAP, text, status)).to.include({code: 'verified', verificationId: 'A-1'});
    }
  });

  it('without the id that the map names is undecided', () => {
    expect(answers(MAP, '{"resultCode": "0000"}')).to.equal(undefined);
    expect(answers(MAP, '{"resultCode": "0000", "authKey": ""}')).to.equal(undefined);
  });

  it('that the map doesn’t name is undecided, and never success', () => {
    for (const code of ['9999', '', 'constructor', '__proto__', 'toString', 0, null, [], {}]) {
      expect(answers(MAP, JSON.stringify({resultCode: code, authKey: 'A-1'}))).to.equal(undefined);
    }
    expect(answers(MAP, '{"authKey": "A-1"}')).to.equal(undefined);
    expect(answers(MAP, '{"resultCode": "0000", "authKey": "A-1"')).to.equal(undefined);
  });

  it('says nothing under a status that only filters and servers send', () => {
    const text = '{"resultCode": "0000", "authKey": "A-1"}';
    for (const status of [0, 302, 401, 403, 429, 500, 503]) {
      expect(answers(MAP, text, status), String(status)).to.equal(undefined);
    }
  });

  it('may stand deep in the body, and may be a number', () => {
    const map: AnswerMap = {code: 'result.code', values: {1: 'code-mismatch'}};
    expect(answers(map, '{"result": {"code": 1}}')).to.include({code: 'code-mismatch'});
    expect(answers(map, '{"result": null}')).to.equal(undefined);
  });

  it('may be the whole body, as a plain Y or N', () => {
    const map: AnswerMap = {values: {Y: 'verified', N: 'code-mismatch'}};
    expect(answers(map, ' Y\r\n')).to.include({code: 'verified', verificationId: ''});
    expect(answers(map, '"N"')).to.include({code: 'code-mismatch'});
    expect(answers(map, 'YES')).to.equal(undefined);
    expect(answers(map, '<html>Y</html>')).to.equal(undefined);
  });

  it('may be an element of a small XML', () => {
    const map: AnswerMap = {code: '<RetVal>', values: {0: 'verified', 1: 'code-mismatch'}};
    expect(answers(map, xml(' 0 '))).to.include({code: 'verified'});
    expect(answers(map, xml('<![CDATA[1]]>'))).to.include({code: 'code-mismatch'});
    expect(answers(map, xml('0</RetVal><RetVal>1'))).to.equal(undefined);
    expect(answers(map, '<html><form action="/login"></form></html>')).to.equal(undefined);
  });

  it('tells how things stand', () => {
    const dialect = legacyDialect({...PLAIN, map: MAP});
    const status = (text: string) => dialect.readStatus({status: 200, text});
    expect(status('{"resultCode": "E103", "failCnt": 5}')).to.include({
      code: 'locked',
      failures: 5,
    });
    expect(status('{"resultCode": "0000", "failCnt": 1}')).to.include({code: 'ready', failures: 1});
    expect(status('{"resultCode": "0000"}')).to.equal(undefined);
    expect(status('<html></html>')).to.equal(undefined);
  });
});

describe('the agency’s vocabulary', () => {
  it('is understood by its codes, as numbers or texts', () => {
    expect(said(200)).to.include({code: 'verified'});
    expect(said('200')).to.include({code: 'verified'});
    expect(said('AP001')).to.include({code: 'code-mismatch'});
    expect(said('AP005')).to.include({code: 'identity-mismatch'});
    expect(said('AP009')).to.include({code: 'locked'});
    expect(said('WE005')).to.include({code: 'rate-limited'});
    expect(said('CE002')).to.include({code: 'unavailable'});
  });

  it('leaves undecided what it doesn’t know', () => {
    for (const code of ['AP011', 'AP006', 201, 'OK']) {
      expect(said(code)).to.equal(undefined);
    }
  });
});

describe('what the agency says of a code that isn’t known', () => {
  it('is told in its own words', () => {
    expect(remark('{"code": "AP011", "msg": " 처리할 수\\n 없습니다. "}')).to.equal(
      '처리할 수 없습니다.',
    );
  });

  it('is nothing where it says none, or something else than a text', () => {
    for (const msg of ['', ' ', '\u200b', null, [], {}, {toString: 'x'}]) {
      expect(remark(JSON.stringify({code: 'AP011', msg}))).to.equal(undefined);
    }
    expect(remark('{"code": "AP011"}')).to.equal(undefined);
    expect(remark('AP011')).to.equal(undefined);
  });

  it('is not taken from what filters and servers send', () => {
    for (const status of [302, 401, 403, 429, 500, 503]) {
      expect(remark('{"code": "AP011", "msg": "x"}', status), String(status)).to.equal(undefined);
    }
  });

  it('stands where a site’s own map says, in XML too', () => {
    const map: AnswerMap = {code: '<RetVal>', message: '<RetMsg>', values: {0: 'verified'}};
    const text = '<R><RetVal>9</RetVal><RetMsg><![CDATA[<b>점검 중</b>]]></RetMsg></R>';
    const dialect = legacyDialect({...PLAIN, map});
    expect(dialect.readRemark?.({status: 200, text})).to.equal('<b>점검 중</b>');
  });

  it('is nothing where no map names its place', () => {
    const heard = {status: 200, text: '{"resultCode": "9999", "msg": "x"}'};
    expect(legacyDialect({...PLAIN, map: MAP}).readRemark?.(heard)).to.equal(undefined);
    const adapter = {read: () => undefined};
    expect(legacyDialect({...PLAIN, adapter}).readRemark?.(heard)).to.equal(undefined);
  });
});

describe('a site’s adapter', () => {
  it('writes the request and reads the answer in the contract’s terms', () => {
    const dialect = legacyDialect({
      ...PLAIN,
      adapter: {
        write: ({code, key: under}) => ({body: `<otp key="${under}">${code}</otp>`}),
        read: ({text}) => ({code: text === 'ok' ? 'verified' : 'locked', verificationId: 'A-1'}),
      },
    });
    expect(dialect.write(key, request, NO_TOKENS).body).to.equal(`<otp key="${key}">123456</otp>`);
    expect(dialect.readAnswer({status: 500, text: 'ok'})).to.include({code: 'verified'});
    expect(dialect.readAnswer({status: 200, text: ''})).to.include({code: 'locked'});
  });

  it('makes no success without an id, and none of what isn’t the contract’s', () => {
    for (const answer of [{code: 'verified'}, {code: 'yes'}, true, null, 'verified']) {
      const dialect = legacyDialect({...PLAIN, adapter: {read: () => answer}});
      expect(dialect.readAnswer({status: 200, text: ''})).to.equal(undefined);
    }
  });
});

describe('the map in an attribute', () => {
  it('is JSON', () => {
    expect(readAnswerMap(JSON.stringify(MAP))).to.deep.equal(MAP);
  });

  it('is told what is wrong with it', () => {
    expect(problem('{')).to.be.a('string');
    expect(problem({})).to.include('values');
    expect(problem({values: {Y: 'success'}})).to.include('values.Y');
    expect(problem({values: {}, coed: 'x'})).to.include('coed');
    expect(problem([])).to.be.a('string');
  });
});
