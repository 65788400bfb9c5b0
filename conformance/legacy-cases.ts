/** The cases of a legacy endpoint: what the widget makes of its answers by the map. */
import {fieldAt, mappedCode} from './legacy-map.ts';
import type {ConformanceCase, EndpointResponse, EndpointUnderTest} from './endpoint-under-test.ts';

/** See the file's head. */
export const LEGACY_CASES: readonly ConformanceCase[] = [
  {
    name: 'who is not signed in gets a login page or a value that means so, never success',
    async check(subject) {
      const {status, body} = await subject.attempt('000000', {isSignedOut: true});
      const meaning = subject.map && mappedCode(subject.map, body);
      // A page in place of JSON, or a redirect, is a login page.
      const isTurnedAway = body === undefined || status === 401 || status === 403;
      return isTurnedAway || meaning === 'session-required'
        ? []
        : [`it means ${meaning ?? 'nothing that the map names'}`];
    },
  },
  {
    name: 'five digits are refused',
    check: async (subject) =>
      expectMeaning(subject, await subject.attempt('12345'), 'invalid-request'),
  },
  {
    name: 'the code of the app is verified, with an id',
    needs: ['secret'],
    async check(subject) {
      const heard = await subject.attempt(await subject.code());
      const {id} = subject.map ?? {};
      const hasId = id !== undefined && fieldAt(heard.body, id) !== undefined;
      return [
        ...expectMeaning(subject, heard, 'verified'),
        ...(hasId ? [] : ['no id for the site’s server to check']),
      ];
    },
  },
  {
    name: 'a wrong code is told, with the failures where the map names them',
    async check(subject) {
      const heard = await subject.attempt(await subject.wrongCode());
      const {failures} = subject.map ?? {};
      const said = failures === undefined ? '1' : fieldAt(heard.body, failures);
      return [
        ...expectMeaning(subject, heard, 'code-mismatch'),
        ...(/^[0-9]+$/.test(said ?? '') ? [] : [`failures are ${said ?? 'not told'}`]),
      ];
    },
  },
  {
    name: 'the fifth wrong code locks, and stays so',
    needs: ['lock'],
    async check(subject) {
      const code = await subject.wrongCode();
      for (let i = 0; i < 5; i++) await subject.attempt(code);
      return expectMeaning(subject, await subject.attempt(code), 'locked');
    },
  },
];

function expectMeaning(
  {map}: EndpointUnderTest,
  {body}: EndpointResponse,
  expected: string,
): string[] {
  if (body === undefined) return ['the answer is not JSON'];
  const meaning = map && mappedCode(map, body);
  return meaning === expected
    ? []
    : [`it means ${meaning ?? 'nothing that the map names'} in place of ${expected}`];
}
