/** Responses that are no success of a legacy endpoint, although they hold its value of success. */
import {expect} from '@open-wc/testing';
import {legacyCodec} from '../../src/transport/legacy-codec.ts';
import type {WireFormat} from '../../src/transport/wire-format.ts';

const JSON_MAP: WireFormat['responseMap'] = {code: 'code', values: {0: 'verified', 9: 'ready'}};
const TEXT_MAP: WireFormat['responseMap'] = {values: {Y: 'verified'}};
const XML_MAP: WireFormat['responseMap'] = {code: '<code>', values: {0: 'verified'}};

/** Returns the outcome of a response to an attempt, or `undefined` if it is not understood. */
function outcome(responseMap: WireFormat['responseMap'], text: string, status = 200) {
  return codecOf(responseMap).decodeAttempt({status, text})?.code;
}

function codecOf(responseMap: WireFormat['responseMap']) {
  return legacyCodec({
    format: 'form',
    codeField: 'code',
    responseMap,
    charset: undefined,
    hasIdempotencyKeys: false,
    adapter: undefined,
  });
}

describe('a mapped success', () => {
  it('needs a status from 200 to 299', () => {
    const bodies = [
      [JSON_MAP, '{"code": 0}'],
      [TEXT_MAP, 'Y'],
      [XML_MAP, '<r><code>0</code></r>'],
      ['agency', '{"code": 200, "status": "OK", "msg": ""}'],
    ] as const;
    for (const [map, text] of bodies) {
      for (const status of [200, 201, 202, 299]) {
        expect(outcome(map, text, status), `${status} ${text}`).to.equal('verified');
      }
      for (const status of [0, 199, 300, 304, 400, 404, 405, 409, 410, 418, 422, 423, 451, 500]) {
        expect(outcome(map, text, status), `${status} ${text}`).to.equal(undefined);
      }
    }
  });

  it('does not unlock under another status', () => {
    const codec = codecOf({code: 'code', failures: 'n', values: {9: 'ready', 5: 'locked'}});
    expect(codec.decodeStatus({status: 200, text: '{"code": 9}'})?.code).to.equal('ready');
    expect(codec.decodeStatus({status: 404, text: '{"code": 9}'})).to.equal(undefined);
    expect(codec.decodeStatus({status: 404, text: '{"n": 1}'})).to.equal(undefined);
    expect(codec.decodeStatus({status: 423, text: '{"code": 5}'})?.code).to.equal('locked');
  });

  it('is the text of one element of an XML document', () => {
    const documents = [
      '<code>0</code>',
      '<?xml version="1.0" encoding="euc-kr"?>\r\n<r>\n <code type="n"> 0 </code>\n</r>\n',
      '<r><a/><b x="1" /><c><d>1</d></c><code><![CDATA[0]]></code></r>',
      '<ns:r xmlns:ns="urn:x"><code >0</code ></ns:r >',
      '<r><msg><![CDATA[<code>1</code> <b>]]></msg><code>0</code></r>',
    ];
    for (const text of documents) expect(outcome(XML_MAP, text), text).to.equal('verified');
  });

  it('is none in a comment, in CDATA, in HTML or in what is no XML', () => {
    const documents = [
      '<r><!-- <code>0</code> --></r>',
      '<!-- <code>0</code> -->',
      '<!-- --><code>0</code>',
      '<r><msg><![CDATA[<code>0</code>]]></msg></r>',
      '<r><a/>x<![CDATA[<code>0</code>]]></r>',
      '<r><a/><![CDATA[<code>0</code>]]></r>',
      '<r><![CDATA[ --> <code>0</code> <!-- ]]></r>',
      '<![CDATA[<code>0</code>]]>',
      '<!DOCTYPE html><html><body><code>0</code></body></html>',
      '<html><body><p>404</p><code>0</code></body></html>',
      '<HTML><CODE>0</CODE><code>0</code></HTML>',
      '<body><code>0</code></body>',
      '<!DOCTYPE r [<!ENTITY x "0">]><r><code>&x;</code></r>',
      '<r a="<code>0</code>"></r>',
      '<r><code>0</code>',
      '<r><code>0</code></r></r>',
      '<r><code>0</r></code>',
      '<r><code>0</code><code>1</code></r>',
      '<r><code>0</code><code/></r>',
      '<r><p>text<br><code>0</code></p></r>',
      'Error: <code>0</code>',
      '{"html": "<code>0</code>"}',
      '<script>var x = "<code>0</code>";</script><',
      `${'<a>'.repeat(1_000)}<code>0</code>${'</a>'.repeat(1_000)}`,
    ];
    for (const text of documents) expect(outcome(XML_MAP, text), text).to.equal(undefined);
  });

  it("needs a field that only the agency's answer has beside its code", () => {
    for (const text of ['{"code": 200}', '{"code": "200", "data": {}}', '{"code": 200, "ok": 1}']) {
      expect(outcome('agency', text), text).to.equal(undefined);
    }
    expect(outcome('agency', '{"code": 200, "msg": "성공"}')).to.equal('verified');
    expect(outcome('agency', '{"code": "200", "status": 1}')).to.equal('verified');
    expect(outcome('agency', '{"code": "AP001"}')).to.equal('code-mismatch');
  });
});
