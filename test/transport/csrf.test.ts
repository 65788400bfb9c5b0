import {expect, fixture, html} from '@open-wc/testing';
import {readCsrfTokens} from '../../src/transport/csrf.ts';

const OWN = new URL('/motp.do', location.href);
const NOTHING = {headers: {}, fields: {}};

/** Adds the meta tags of a Spring page: one for each part of the token. */
function addMetaTags(content: Readonly<Record<string, string>>): HTMLMetaElement[] {
  return Object.entries(content).map(([name, value]) => {
    const meta = document.head.appendChild(document.createElement('meta'));
    return Object.assign(meta, {name, content: value});
  });
}

describe('the CSRF token of the page', () => {
  let added: HTMLElement[] = [];

  afterEach(() => {
    for (const element of added.splice(0)) element.remove();
    document.cookie = 'XSRF-TOKEN=; max-age=0';
  });

  it('is read from the meta tags of Spring, under the names they give', () => {
    added = addMetaTags({_csrf: 't0k', _csrf_header: 'X-Site', _csrf_parameter: '_csrf'});
    expect(readCsrfTokens(OWN, {source: 'meta', document, form: null})).to.deep.equal({
      headers: {'X-Site': 't0k'},
      fields: {_csrf: 't0k'},
    });
  });

  it('uses the default header name of Spring when the page gives none', () => {
    added = addMetaTags({_csrf: 't0k'});
    expect(readCsrfTokens(OWN, {source: 'meta', document, form: null}).headers).to.deep.equal({
      'X-CSRF-TOKEN': 't0k',
    });
  });

  it('is copied from the cookie of Spring', () => {
    document.cookie = 'XSRF-TOKEN=a%2Fb';
    expect(readCsrfTokens(OWN, {source: 'cookie', document, form: null}).headers).to.deep.equal({
      'X-XSRF-TOKEN': 'a/b',
    });
  });

  it('is read again for each request, because it may be single-use', () => {
    const [meta] = (added = addMetaTags({_csrf: 'first'}));
    if (meta instanceof HTMLMetaElement) meta.content = 'second';
    expect(readCsrfTokens(OWN, {source: 'meta', document, form: null}).headers).to.deep.equal({
      'X-CSRF-TOKEN': 'second',
    });
  });

  it('is left out when it is disabled or missing', () => {
    added = addMetaTags({_csrf: 't0k'});
    document.cookie = 'XSRF-TOKEN=a';
    expect(readCsrfTokens(OWN, {source: 'none', document, form: null})).to.deep.equal(NOTHING);
    for (const element of added.splice(0)) element.remove();
    expect(readCsrfTokens(OWN, {source: 'meta', document, form: null})).to.deep.equal(NOTHING);
  });

  it('is left out when it cannot be a header', () => {
    added = addMetaTags({_csrf: '토큰', _csrf_header: 'X Y'});
    expect(readCsrfTokens(OWN, {source: 'meta', document, form: null}).headers).to.deep.equal({});
  });

  it('is never sent to another origin, and neither are hidden inputs', async () => {
    added = addMetaTags({_csrf: 't0k'});
    document.cookie = 'XSRF-TOKEN=a';
    const form = await fixture<HTMLFormElement>(
      html`<form><input type="hidden" name="_csrf" value="t0k" /></form>`,
    );
    const elsewhere = new URL('https://evil.example/motp.do');
    for (const source of ['none', 'meta', 'cookie'] as const) {
      expect(readCsrfTokens(elsewhere, {source, document, form})).to.deep.equal(NOTHING);
    }
  });
});

describe('the hidden inputs of the owning form', () => {
  it('are sent, inside it or associated by id, whatever their names', async () => {
    const page = await fixture(html`
      <div>
        <form id="course">
          <input type="hidden" name="org.apache.struts.TOKEN" value="s" />
          <input type="hidden" name="elements" value="clobbered" />
          <input type="hidden" name="off" value="x" disabled />
          <input type="hidden" name="name" value="홍길동" />
          <input name="seen" value="x" />
        </form>
        <input type="hidden" name="_csrf" value="c" form="course" />
        <input type="hidden" name="other" value="x" />
      </div>
    `);
    const form = page.querySelector('form');
    expect(readCsrfTokens(OWN, {source: 'none', document, form: form}).fields).to.deep.equal({
      'org.apache.struts.TOKEN': 's',
      elements: 'clobbered',
      _csrf: 'c',
    });
  });
});
