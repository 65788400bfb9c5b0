/** The cases of a legacy endpoint: what the widget makes of its answers by the map. */
import {fieldOf, meaningOf} from './legacy-map.ts';
import type {Case, Heard, Subject} from './endpoint-under-test.ts';

/** See the file's head. */
export const LEGACY_CASES: readonly Case[] = [
  {
    name: 'who is not signed in gets a login page or a value that means so, never success',
    async holds(subject) {
      const {status, body} = await subject.tries('000000', {signedOut: true});
      const meaning = subject.map && meaningOf(subject.map, body);
      // A page in place of JSON, or a redirect, is a login page.
      const isTurnedAway = body === undefined || status === 401 || status === 403;
      return isTurnedAway || meaning === 'session-required'
        ? []
        : [`it means ${meaning ?? 'nothing that the map names'}`];
    },
  },
  {
    name: 'five digits are refused',
    holds: async (subject) => means(subject, await subject.tries('12345'), 'invalid-request'),
  },
  {
    name: 'the code of the app is verified, with an id',
    needs: ['secret'],
    async holds(subject) {
      const heard = await subject.tries(await subject.code());
      const {id} = subject.map ?? {};
      const hasId = id !== undefined && fieldOf(heard.body, id) !== undefined;
      return [
        ...means(subject, heard, 'verified'),
        ...(hasId ? [] : ['no id for the site’s server to check']),
      ];
    },
  },
  {
    name: 'a wrong code is told, with the failures where the map names them',
    async holds(subject) {
      const heard = await subject.tries(await subject.wrongCode());
      const {failures} = subject.map ?? {};
      const said = failures === undefined ? '1' : fieldOf(heard.body, failures);
      return [
        ...means(subject, heard, 'code-mismatch'),
        ...(/^[0-9]+$/.test(said ?? '') ? [] : [`failures are ${said ?? 'not told'}`]),
      ];
    },
  },
  {
    name: 'the fifth wrong code locks, and stays so',
    needs: ['lock'],
    async holds(subject) {
      const code = await subject.wrongCode();
      for (let i = 0; i < 5; i++) await subject.tries(code);
      return means(subject, await subject.tries(code), 'locked');
    },
  },
];

function means({map}: Subject, {body}: Heard, expected: string): string[] {
  if (body === undefined) return ['the answer is not JSON'];
  const meaning = map && meaningOf(map, body);
  return meaning === expected
    ? []
    : [`it means ${meaning ?? 'nothing that the map names'} in place of ${expected}`];
}
