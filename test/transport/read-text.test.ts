import {expect} from '@open-wc/testing';
import {
  MAX_BODY_BYTES,
  readTextWithLimit,
  isSupportedCharset,
} from '../../src/transport/read-text.ts';

/** 결과 in EUC-KR (KS X 1001). */
const RESULT_EUC_KR = new Uint8Array([0xb0, 0xe1, 0xb0, 0xfa]);

function response(bytes: Uint8Array<ArrayBuffer> | string, contentType?: string): Response {
  return new Response(bytes, contentType ? {headers: {'Content-Type': contentType}} : {});
}

describe('a response text (F20)', () => {
  it('is UTF-8 by default', async () => {
    const bytes = new TextEncoder().encode('결과');
    expect(await readTextWithLimit(new Response(bytes))).to.equal('결과');
  });

  it('uses the charset of the Content-Type header', async () => {
    const named = response(RESULT_EUC_KR, 'text/html; Charset="EUC-KR"');
    expect(await readTextWithLimit(named)).to.equal('결과');
  });

  it('uses the charset of the site when the header names none or an unknown one', async () => {
    expect(await readTextWithLimit(response(RESULT_EUC_KR), 'euc-kr')).to.equal('결과');
    const unknown = response(RESULT_EUC_KR, 'text/plain; charset=ksc-1987-odd');
    expect(await readTextWithLimit(unknown, 'euc-kr')).to.equal('결과');
  });

  it('is UTF-8 after a byte order mark, which is removed (F14)', async () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('결과')]);
    expect(await readTextWithLimit(response(marked, 'text/plain; charset=euc-kr'))).to.equal(
      '결과',
    );
  });

  it('is empty when there is no body (F15)', async () => {
    expect(await readTextWithLimit(new Response(null, {status: 204}))).to.equal('');
  });

  it('is decoded across chunks that split a character', async () => {
    const bytes = new TextEncoder().encode('결과');
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, 2));
        controller.enqueue(bytes.slice(2));
        controller.close();
      },
    });
    expect(await readTextWithLimit(new Response(body))).to.equal('결과');
  });

  it('is read from a replaced fetch that has no streams (F40)', async () => {
    const whole = response('{"code": "locked"}');
    const streamless = {headers: whole.headers, arrayBuffer: () => whole.arrayBuffer()};
    expect(await readTextWithLimit(streamless as Response)).to.equal('{"code": "locked"}');
  });
});

describe('an endless response (F16)', () => {
  it('is read up to 64 KiB, then cancelled, and is not valid JSON', async () => {
    let pulled = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024).fill(0x20 + (pulled++ % 2))),
      cancel: () => void (isCancelled = true),
    });
    const text = await readTextWithLimit(new Response(body));
    expect(pulled).to.be.within(MAX_BODY_BYTES / 1024, MAX_BODY_BYTES / 1024 + 3);
    expect(isCancelled).to.equal(true);
    expect(text.length).to.equal(MAX_BODY_BYTES + 1);
    expect(text.at(-1)).to.equal('…');
  });
});

describe('isCharset', () => {
  it('accepts the names that the browser knows', () => {
    expect(
      ['euc-kr', 'ks_c_5601-1987', 'UTF-8', 'cp949x', ''].map(isSupportedCharset),
    ).to.deep.equal([true, true, true, false, false]);
  });
});
