import {expect, fixture, html} from '@open-wc/testing';
import {tokensFor} from '../../src/transport/csrf.ts';

const OWN = new URL('/motp.do', location.href);
const NOTHING = {headers: {}, fields: {}};

/** The page as Spring renders it: a meta tag for each of the token's parts. */
function metas(content: Readonly<Record<string, string>>): HTMLMetaElement[] {
  return Object.entries(content).map(([name, value]) => {
    const meta = document.head.appendChild(document.createElement('meta'));
    return Object.assign(meta, {name, content: value});
  });
}

describe('the page’s CSRF token', () => {
  let written: HTMLElement[] = [];

  afterEach(() => {
    for (const element of written.splice(0)) element.remove();
    document.cookie = 'XSRF-TOKEN=; max-age=0';
  });

  it('stands in Spring’s meta tags, under the names that they give', () => {
    written = metas({_csrf: 't0k', _csrf_header: 'X-Site', _csrf_parameter: '_csrf'});
    expect(tokensFor(OWN, 'meta', document, null)).to.deep.equal({
      headers: {'X-Site': 't0k'},
      fields: {_csrf: 't0k'},
    });
  });

  it('goes under Spring’s own name where the page gives none', () => {
    written = metas({_csrf: 't0k'});
    expect(tokensFor(OWN, 'meta', document, null).headers).to.deep.equal({'X-CSRF-TOKEN': 't0k'});
  });

  it('is copied from Spring’s cookie', () => {
    document.cookie = 'XSRF-TOKEN=a%2Fb';
    expect(tokensFor(OWN, 'cookie', document, null).headers).to.deep.equal({'X-XSRF-TOKEN': 'a/b'});
  });

  it('is read anew each time: it may be good for one time only', () => {
    const [meta] = (written = metas({_csrf: 'first'}));
    if (meta instanceof HTMLMetaElement) meta.content = 'second';
    expect(tokensFor(OWN, 'meta', document, null).headers).to.deep.equal({
      'X-CSRF-TOKEN': 'second',
    });
  });

  it('is left out where none is asked for, or none is there', () => {
    written = metas({_csrf: 't0k'});
    document.cookie = 'XSRF-TOKEN=a';
    expect(tokensFor(OWN, 'none', document, null)).to.deep.equal(NOTHING);
    for (const element of written.splice(0)) element.remove();
    expect(tokensFor(OWN, 'meta', document, null)).to.deep.equal(NOTHING);
  });

  it('that can be no header is left out, so that the request can still be sent', () => {
    written = metas({_csrf: '토큰', _csrf_header: 'X Y'});
    expect(tokensFor(OWN, 'meta', document, null).headers).to.deep.equal({});
  });

  it('never goes to another origin; nor do the form’s fields', async () => {
    written = metas({_csrf: 't0k'});
    document.cookie = 'XSRF-TOKEN=a';
    const form = await fixture<HTMLFormElement>(
      html`<form><input type="hidden" name="_csrf" value="t0k" /></form>`,
    );
    const elsewhere = new URL('https://evil.example/motp.do');
    for (const csrf of ['none', 'meta', 'cookie'] as const) {
      expect(tokensFor(elsewhere, csrf, document, form)).to.deep.equal(NOTHING);
    }
  });
});

describe('the hidden inputs of the owning form', () => {
  it('go along: in it, or tied to it by its id; whatever an input is called', async () => {
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
    expect(tokensFor(OWN, 'none', document, form).fields).to.deep.equal({
      'org.apache.struts.TOKEN': 's',
      elements: 'clobbered',
      _csrf: 'c',
    });
  });
});
