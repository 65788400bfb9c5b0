/** The cases of a legacy endpoint: how the widget reads its responses with the map. */
import {fieldAt, mappedCode} from './legacy-map.ts';
import type {ConformanceCase, EndpointResponse, EndpointUnderTest} from './endpoint-under-test.ts';

/** The cases of an endpoint with a response map (docs/legacy-endpoints.md). */
export const LEGACY_CASES: readonly ConformanceCase[] = [
  {
    name: 'a trainee who is not signed in gets a login page or a mapped value, never success',
    async check(endpoint) {
      const {status, body} = await endpoint.attempt('000000', {isSignedOut: true});
      const meaning = endpoint.map && mappedCode(endpoint.map, body);
      // A page instead of JSON, or a redirect, is a login page.
      const isSignInRequired = body === undefined || status === 401 || status === 403;
      return isSignInRequired || meaning === 'session-required'
        ? []
        : [`the response means ${meaning ?? 'nothing in the map'}`];
    },
  },
  {
    name: 'five digits are rejected',
    check: async (endpoint) =>
      expectMeaning(endpoint, await endpoint.attempt('12345'), 'invalid-request'),
  },
  {
    name: 'the code of the app is verified, with an id',
    needs: ['secret'],
    async check(endpoint) {
      const response = await endpoint.attempt(endpoint.code());
      const {id} = endpoint.map ?? {};
      const hasId = id !== undefined && fieldAt(response.body, id) !== undefined;
      return [
        ...expectMeaning(endpoint, response, 'verified'),
        ...(hasId ? [] : ['no id for the site’s server to check']),
      ];
    },
  },
  {
    name: 'a wrong code is reported, with the failures if the map names them',
    async check(endpoint) {
      const response = await endpoint.attempt(endpoint.wrongCode());
      const {failures} = endpoint.map ?? {};
      const count = failures === undefined ? '1' : fieldAt(response.body, failures);
      return [
        ...expectMeaning(endpoint, response, 'code-mismatch'),
        ...(/^[0-9]+$/.test(count ?? '') ? [] : [`failures are ${count ?? 'missing'}`]),
      ];
    },
  },
  {
    name: 'the fifth wrong code locks',
    needs: ['lock'],
    async check(endpoint) {
      const code = endpoint.wrongCode();
      for (let i = 0; i < 5; i++) await endpoint.attempt(code);
      return expectMeaning(endpoint, await endpoint.attempt(code), 'locked');
    },
  },
];

function expectMeaning(
  {map}: EndpointUnderTest,
  {body}: EndpointResponse,
  expected: string,
): string[] {
  if (body === undefined) return ['the response is not JSON'];
  const meaning = map && mappedCode(map, body);
  return meaning === expected
    ? []
    : [`the response means ${meaning ?? 'nothing in the map'} instead of ${expected}`];
}
