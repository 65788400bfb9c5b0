import {expect} from '@open-wc/testing';
import {safeUrl} from '../../src/element/safe-url.ts';

const PAGE = 'https://site.example/course/view.do;jsessionid=1?id=2';

const ORIGIN = 'https://site.example';

describe('a URL in an attribute', () => {
  it('resolves against the page', () => {
    expect(safeUrl('api/motp', PAGE, ORIGIN)?.href).to.equal(
      'https://site.example/course/api/motp',
    );
    expect(safeUrl('/otp.do', PAGE, ORIGIN)?.href).to.equal('https://site.example/otp.do');
  });
  it('is rejected when it could run script', () => {
    const payloads = [
      'javascript:alert(1)',
      ' JaVa\tScript:alert(1)',
      'data:text/html,x',
      'blob:x',
    ];
    for (const payload of payloads)
      expect(safeUrl(payload, PAGE, ORIGIN), payload).to.equal(undefined);
  });
  it('may use http only on an http page', () => {
    expect(safeUrl('http://site.example/', PAGE, ORIGIN)).to.equal(undefined);
    const page = 'http://site.example';
    expect(safeUrl('/otp.do', `${page}/`, page)?.href).to.equal('http://site.example/otp.do');
  });
  it('is judged by the page, not by a <base>', () => {
    const [old, secure] = ['http://site.example/old/', 'https://cdn.example/'];
    expect(safeUrl('otp.do', old, ORIGIN)).to.equal(undefined);
    expect(safeUrl('http://site.example/', secure, 'http://site.example')?.protocol).to.equal(
      'http:',
    );
  });
  it('is judged by the page around a frame with srcdoc', () => {
    expect(safeUrl('http://site.example/', PAGE, 'null')).to.equal(undefined);
    expect(safeUrl('/otp.do', 'http://site.example/', 'null')?.protocol).to.equal('http:');
  });
  it('is rejected when it cannot be parsed', () => {
    expect(safeUrl('https://', PAGE, ORIGIN)).to.equal(undefined);
  });
});
