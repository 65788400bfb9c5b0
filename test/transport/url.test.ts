import {expect} from '@open-wc/testing';
import {childUrl} from '../../src/transport/url.ts';

describe('a URL below the endpoint', () => {
  it('keeps the query of the endpoint', () => {
    const endpoint = new URL('https://site.example/motp/?site=7');
    expect(childUrl(endpoint, 'attempts/k').href).to.equal(
      'https://site.example/motp/attempts/k?site=7',
    );
  });
});
