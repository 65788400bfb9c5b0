import {expect} from '@open-wc/testing';
import {sanitizeServerMessage} from '../../src/transport/server-message.ts';

describe('a server message', () => {
  it('becomes one line', () => {
    expect(sanitizeServerMessage(' 처리할 수\r\n\t없습니다.\u2028다시\u0000 하세요 ')).to.equal(
      '처리할 수 없습니다. 다시 하세요',
    );
  });

  it('loses bidi controls, invisible characters and lone surrogates', () => {
    const hidden =
      '\u202a\u202e\u2066\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad\udb40\udc41\ud800';
    expect(sanitizeServerMessage(`인${hidden}증`)).to.equal('인증');
  });

  it('is undefined when no visible character is left', () => {
    for (const text of ['', ' \n', '\u200b', '\u202e'])
      expect(sanitizeServerMessage(text)).to.equal(undefined);
  });

  it('keeps markup as text', () => {
    expect(sanitizeServerMessage('<b>점검</b> &amp;')).to.equal('<b>점검</b> &amp;');
  });

  it('is cut at 300 characters, never inside a surrogate pair', () => {
    expect(sanitizeServerMessage('가'.repeat(300))).to.equal('가'.repeat(300));
    expect(sanitizeServerMessage('가'.repeat(301))).to.equal(`${'가'.repeat(299)}…`);
    expect(sanitizeServerMessage(`${'가'.repeat(298)}😀😀`)).to.equal(`${'가'.repeat(298)}…`);
  });
});
