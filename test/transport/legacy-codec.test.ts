import {expect} from '@open-wc/testing';
import type {IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';
import {parseResponseMap, type ResponseMap} from '../../src/transport/response-map.ts';
import {legacyCodec} from '../../src/transport/legacy-codec.ts';
import type {WireFormat} from '../../src/transport/wire-format.ts';

const key = 'a-key-of-twenty-two-ch' as IdempotencyKey;
const request: AttemptRequest = {v: 1, code: '123456', occasion: 'lesson', unit: 9};
const NO_TOKENS = {headers: {}, fields: {}};

const PLAIN: WireFormat = {
  format: 'json',
  codeField: 'code',
  responseMap: undefined,
  charset: undefined,
  hasIdempotencyKeys: true,
  adapter: undefined,
};

/** The example of docs/legacy-endpoints.md. */
const MAP: ResponseMap = {
  code: 'resultCode',
  failures: 'failCnt',
  id: 'authKey',
  values: {'0000': 'verified', E101: 'code-mismatch', E103: 'locked'},
};

function read(map: WireFormat['responseMap'], text: string, status = 200) {
  return legacyCodec({...PLAIN, responseMap: map}).decodeAttempt({status, text});
}

/** Reads a response of the agency with this code. */
function readAgency(code: unknown) {
  return read('agency', JSON.stringify({code, status: 'x', msg: 'y'}));
}

function xml(text: string): string {
  return `<?xml version="1.0"?><Result><RetVal>${text}</RetVal></Result>`;
}

/** Returns the message in a response of the agency. */
function agencyMessage(text: string, status = 200): string | undefined {
  return legacyCodec({...PLAIN, responseMap: 'agency'}).serverMessage?.({status, text});
}

/** Returns why the value of the attribute is rejected. */
function mapError(map: unknown): string | undefined {
  const result = parseResponseMap(typeof map === 'string' ? map : JSON.stringify(map));
  return 'error' in result ? result.error : undefined;
}

describe('a form-encoded request', () => {
  it('holds the code under the name of the site, the check and the hidden inputs', () => {
    const codec = legacyCodec({
      ...PLAIN,
      format: 'form',
      codeField: 'motpNo',
      hasIdempotencyKeys: false,
    });
    const tokens = {headers: {'X-CSRF-TOKEN': 't'}, fields: {_csrf: 'a b&c', motpNo: 'old'}};
    const {headers, body} = codec.encode(key, request, tokens);
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

  it('holds the idempotency key when the endpoint uses keys', () => {
    const {headers} = legacyCodec({...PLAIN, format: 'form'}).encode(key, request, NO_TOKENS);
    expect(headers['Idempotency-Key']).to.equal(`"${key}"`);
  });
});

describe('a JSON request to an endpoint with its own field names', () => {
  it('holds the code under the name of the site', () => {
    const {body} = legacyCodec({...PLAIN, codeField: 'OTPNO'}).encode(key, request, NO_TOKENS);
    expect(JSON.parse(body)).to.deep.equal({v: 1, occasion: 'lesson', unit: 9, OTPNO: '123456'});
  });
});

describe('a mapped response', () => {
  it('has the outcome that the map gives its value', () => {
    expect(read(MAP, '{"resultCode": "E101", "failCnt": "2"}')).to.deep.include({
      code: 'code-mismatch',
      failures: 2,
      maxFailures: 5,
    });
    expect(read(MAP, '{"resultCode": "E103"}')).to.deep.include({
      code: 'locked',
      unlock: ['phone-identity', 're-registration'],
    });
  });

  it('is a success with the id of the receipt, under any status of success', () => {
    const text = '{"resultCode": "0000", "authKey": "A-1"}';
    for (const status of [200, 201, 299]) {
      expect(read(MAP, text, status)).to.include({code: 'verified', verificationId: 'A-1'});
    }
  });

  it('is not understood without the id that the map names', () => {
    expect(read(MAP, '{"resultCode": "0000"}')).to.equal(undefined);
    expect(read(MAP, '{"resultCode": "0000", "authKey": ""}')).to.equal(undefined);
  });

  it('is not understood, and never a success, when the map lacks its value', () => {
    for (const code of ['9999', '', 'constructor', '__proto__', 'toString', 0, null, [], {}]) {
      expect(read(MAP, JSON.stringify({resultCode: code, authKey: 'A-1'}))).to.equal(undefined);
    }
    expect(read(MAP, '{"authKey": "A-1"}')).to.equal(undefined);
    expect(read(MAP, '{"resultCode": "0000", "authKey": "A-1"')).to.equal(undefined);
  });

  it('is ignored under a status that only filters and servers send', () => {
    const text = '{"resultCode": "0000", "authKey": "A-1"}';
    for (const status of [0, 302, 401, 403, 429, 500, 503]) {
      expect(read(MAP, text, status), String(status)).to.equal(undefined);
    }
  });

  it('may hold its code at a nested path, and as a number', () => {
    const map: ResponseMap = {code: 'result.code', values: {1: 'code-mismatch'}};
    expect(read(map, '{"result": {"code": 1}}')).to.include({code: 'code-mismatch'});
    expect(read(map, '{"result": null}')).to.equal(undefined);
  });

  it('may be the whole body, such as Y or N', () => {
    const map: ResponseMap = {values: {Y: 'verified', N: 'code-mismatch'}};
    expect(read(map, ' Y\r\n')).to.include({code: 'verified', verificationId: ''});
    expect(read(map, '"N"')).to.include({code: 'code-mismatch'});
    expect(read(map, 'YES')).to.equal(undefined);
    expect(read(map, '<html>Y</html>')).to.equal(undefined);
  });

  it('may hold its code in an XML element', () => {
    const map: ResponseMap = {code: '<RetVal>', values: {0: 'verified', 1: 'code-mismatch'}};
    expect(read(map, xml(' 0 '))).to.include({code: 'verified'});
    expect(read(map, xml('<![CDATA[1]]>'))).to.include({code: 'code-mismatch'});
    expect(read(map, xml('0</RetVal><RetVal>1'))).to.equal(undefined);
    expect(read(map, '<html><form action="/login"></form></html>')).to.equal(undefined);
  });

  it('gives the account status', () => {
    const codec = legacyCodec({...PLAIN, responseMap: MAP});
    const status = (text: string) => codec.decodeStatus({status: 200, text});
    expect(status('{"resultCode": "E103", "failCnt": 5}')).to.include({
      code: 'locked',
      failures: 5,
    });
    expect(status('{"resultCode": "0000", "failCnt": 1}')).to.include({code: 'ready', failures: 1});
    expect(status('{"resultCode": "0000"}')).to.equal(undefined);
    expect(status('<html></html>')).to.equal(undefined);
  });
});

describe('the agency response map', () => {
  it('reads the codes of the agency as numbers or strings', () => {
    expect(readAgency(200)).to.include({code: 'verified'});
    expect(readAgency('200')).to.include({code: 'verified'});
    expect(readAgency('AP001')).to.include({code: 'code-mismatch'});
    expect(readAgency('AP005')).to.include({code: 'identity-mismatch'});
    expect(readAgency('AP009')).to.include({code: 'locked'});
    expect(readAgency('WE005')).to.include({code: 'rate-limited'});
    expect(readAgency('CE002')).to.include({code: 'unavailable'});
  });

  it('does not understand other codes', () => {
    for (const code of ['AP011', 'AP006', 201, 'OK']) {
      expect(readAgency(code)).to.equal(undefined);
    }
  });
});

describe('the message beside an unknown agency code', () => {
  it('is returned as one line', () => {
    expect(agencyMessage('{"code": "AP011", "msg": " 처리할 수\\n 없습니다. "}')).to.equal(
      '처리할 수 없습니다.',
    );
  });

  it('is undefined when it is empty or not a string', () => {
    for (const msg of ['', ' ', '\u200b', null, [], {}, {toString: 'x'}]) {
      expect(agencyMessage(JSON.stringify({code: 'AP011', msg}))).to.equal(undefined);
    }
    expect(agencyMessage('{"code": "AP011"}')).to.equal(undefined);
    expect(agencyMessage('AP011')).to.equal(undefined);
  });

  it('is ignored under a status that only filters and servers send', () => {
    for (const status of [302, 401, 403, 429, 500, 503]) {
      expect(agencyMessage('{"code": "AP011", "msg": "x"}', status), String(status)).to.equal(
        undefined,
      );
    }
  });

  it('is found where a custom map says, also in XML', () => {
    const map: ResponseMap = {code: '<RetVal>', message: '<RetMsg>', values: {0: 'verified'}};
    const text = '<R><RetVal>9</RetVal><RetMsg><![CDATA[<b>점검 중</b>]]></RetMsg></R>';
    const codec = legacyCodec({...PLAIN, responseMap: map});
    expect(codec.serverMessage?.({status: 200, text})).to.equal('<b>점검 중</b>');
  });

  it('is undefined when no map names its place', () => {
    const response = {status: 200, text: '{"resultCode": "9999", "msg": "x"}'};
    expect(legacyCodec({...PLAIN, responseMap: MAP}).serverMessage?.(response)).to.equal(undefined);
    const adapter = {read: () => undefined};
    expect(legacyCodec({...PLAIN, adapter}).serverMessage?.(response)).to.equal(undefined);
  });
});

describe('a custom adapter', () => {
  it('writes the request and reads the response in terms of the contract', () => {
    const codec = legacyCodec({
      ...PLAIN,
      adapter: {
        write: ({code, key: under}) => ({body: `<otp key="${under}">${code}</otp>`}),
        read: ({text}) => ({code: text === 'ok' ? 'verified' : 'locked', verificationId: 'A-1'}),
      },
    });
    expect(codec.encode(key, request, NO_TOKENS).body).to.equal(`<otp key="${key}">123456</otp>`);
    expect(codec.decodeAttempt({status: 500, text: 'ok'})).to.include({code: 'verified'});
    expect(codec.decodeAttempt({status: 200, text: ''})).to.include({code: 'locked'});
  });

  it('makes no success without an id or from a value outside the contract', () => {
    for (const answer of [{code: 'verified'}, {code: 'yes'}, true, null, 'verified']) {
      const codec = legacyCodec({...PLAIN, adapter: {read: () => answer}});
      expect(codec.decodeAttempt({status: 200, text: ''})).to.equal(undefined);
    }
  });
});

describe('a response-map attribute', () => {
  it('is JSON', () => {
    expect(parseResponseMap(JSON.stringify(MAP))).to.deep.equal(MAP);
  });

  it('is rejected with a reason', () => {
    expect(mapError('{')).to.equal('it is no JSON object');
    expect(mapError([])).to.equal('values is missing');
    expect(mapError({})).to.equal('values is missing');
    expect(mapError({values: 'Y'})).to.equal('values is missing');
    expect(mapError({values: {Y: 'success'}})).to.equal('values.Y is no outcome');
    expect(mapError({values: {Y: ['verified']}})).to.equal('values.Y is no outcome');
    expect(mapError({values: {}, coed: 'x'})).to.equal('it has no field "coed"');
    expect(mapError({values: {}, code: 1})).to.equal('code is no path');
    expect(mapError({values: {}, id: ''})).to.equal('id is no path');
  });
});
