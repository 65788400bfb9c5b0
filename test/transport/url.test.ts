import {expect} from '@open-wc/testing';
import {attemptUrl, childUrl} from '../../src/transport/url.ts';

describe('a URL below the endpoint', () => {
  it('keeps the query of the endpoint', () => {
    const endpoint = new URL('https://site.example/motp/?site=7');
    expect(childUrl(endpoint, 'attempts/k').href).to.equal(
      'https://site.example/motp/attempts/k?site=7',
    );
  });
});

describe('the URL of an attempt', () => {
  const endpoint = new URL('https://site.example/motp/check.do?site=1');

  it('is below the endpoint', () => {
    expect(attemptUrl(endpoint, undefined, 'K').href).to.equal(
      'https://site.example/motp/check.do/attempts/K?site=1',
    );
  });

  it('is attempts-url with the key in the query, whose other fields stay as they are', () => {
    const attemptsUrl = new URL('https://site.example/motp/attempt.do?n=%C8%AB');
    expect(attemptUrl(endpoint, attemptsUrl, 'K').href).to.equal(
      'https://site.example/motp/attempt.do?n=%C8%AB&key=K',
    );
    expect(attemptUrl(endpoint, new URL('https://site.example/a.do'), 'K').search).to.equal(
      '?key=K',
    );
  });
});
