import {expect} from '@open-wc/testing';
import {formatMarkup} from '../../../demo/guide/markup.ts';

describe('the playground’s markup', () => {
  it('holds the chosen attributes and no others', () => {
    const markup = formatMarkup({
      endpoint: '/api/motp',
      unit: 0,
      ticket: '',
      masked: true,
      required: false,
    });
    expect(markup).to.equal('<motp-verify\n  endpoint="/api/motp"\n  masked\n></motp-verify>');
  });

  for (const value of ['"><script>alert(1)</script>', "O'Neill & <co>", '&quot;', '홍 길동']) {
    it(`keeps its value when a browser parses it: ${value}`, () => {
      const page = new DOMParser().parseFromString(
        formatMarkup({'trainee-name': value}),
        'text/html',
      );
      expect(page.body.children.length).to.equal(1);
      expect(page.querySelector('motp-verify')?.getAttribute('trainee-name')).to.equal(value);
    });
  }

  it('holds no expression that a JSP would evaluate, and keeps its value', () => {
    const value = '${applicationScope} #{x} $5';
    const markup = formatMarkup({heading: value}, 'jsp');
    expect(markup).not.to.match(/[$#]\{/);
    const page = new DOMParser().parseFromString(markup, 'text/html');
    expect(page.querySelector('motp-verify')?.getAttribute('heading')).to.equal(value);
  });
});
