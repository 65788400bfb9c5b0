import {expect} from '@open-wc/testing';
import {safeUrl} from '../../src/element/safe-url.ts';

const PAGE = 'https://site.example/course/view.do;jsessionid=1?id=2';

describe('a URL in an attribute', () => {
  it('resolves against the page', () => {
    expect(safeUrl('api/motp', PAGE)?.href).to.equal('https://site.example/course/api/motp');
    expect(safeUrl('/otp.do', PAGE)?.href).to.equal('https://site.example/otp.do');
  });
  it('is rejected when it could run script', () => {
    const payloads = [
      'javascript:alert(1)',
      ' JaVa\tScript:alert(1)',
      'data:text/html,x',
      'blob:x',
    ];
    for (const payload of payloads) expect(safeUrl(payload, PAGE), payload).to.equal(undefined);
  });
  it('may use http only on an http page', () => {
    expect(safeUrl('http://site.example/', PAGE)).to.equal(undefined);
    expect(safeUrl('/otp.do', 'http://site.example/')?.href).to.equal('http://site.example/otp.do');
  });
  it('is rejected when it cannot be parsed', () => {
    expect(safeUrl('https://', PAGE)).to.equal(undefined);
  });
});
