/** The cases of a legacy endpoint: how the widget reads its answers with the map. */
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {LegacyAnswer, LegacyEndpoint} from './endpoint.ts';
import {fieldAt, mappedCode} from './response-map.ts';

/** A case of a legacy endpoint. */
export interface LegacyCase {
  readonly name: string;
  readonly needs?: readonly ('secret' | 'lock' | 'csrf')[];
  /** Runs the case. @returns the failures, each as a sentence; none if the case passes */
  readonly check: (endpoint: LegacyEndpoint) => Promise<readonly string[]>;
}

/** The codes that say that a code was evaluated. */
const EVALUATED = new Set(['verified', 'code-mismatch', 'code-expired', 'code-replayed', 'locked']);

/** The cases of an endpoint with a response map (docs/legacy-endpoints.md), in their order. */
export const LEGACY_CASES: readonly LegacyCase[] = [
  {
    name: 'a trainee who is not signed in gets a login page or a mapped value, never success',
    async check(endpoint) {
      const answer = await endpoint.attempt(endpoint.wrongCode(), {isSignedOut: true});
      const meaning = meaningOf(endpoint, answer);
      // A page instead of JSON, or a redirect, is a login page.
      const {status, body} = answer;
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
    name: 'a GET evaluates nothing',
    check: async (endpoint) =>
      expectNotEvaluated(endpoint, await endpoint.attempt(endpoint.wrongCode(), {method: 'GET'})),
  },
  {
    name: 'a request without the CSRF token is refused',
    needs: ['csrf'],
    check: async (endpoint) =>
      expectNotEvaluated(
        endpoint,
        await endpoint.attempt(endpoint.wrongCode(), {isWithoutCsrf: true}),
      ),
  },
  {
    name: 'the code of the app is verified, with an id',
    needs: ['secret'],
    async check(endpoint) {
      const response = await endpoint.attempt(endpoint.code());
      const {id} = endpoint.options.map;
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
      const {map, secret} = endpoint.options;
      const count = map.failures === undefined ? '1' : fieldAt(response.body, map.failures);
      // Without a success before it, the trainee may have had failures.
      const isRight = secret === undefined ? /^[0-9]+$/.test(count ?? '') : count === '1';
      return [
        ...expectMeaning(endpoint, response, 'code-mismatch'),
        ...(isRight ? [] : [`failures are ${count ?? 'missing'}`]),
      ];
    },
  },
  {
    name: 'the fifth wrong code locks, and no code is accepted after it',
    needs: ['lock'],
    async check(endpoint) {
      const found: string[] = [];
      const {map, secret} = endpoint.options;
      for (let count = 2; count <= MAX_FAILURES; count++) {
        const answer = await endpoint.attempt(endpoint.wrongCode());
        const expected = count < MAX_FAILURES ? 'code-mismatch' : 'locked';
        found.push(...expectMeaning(endpoint, answer, expected).map((e) => `${count}: ${e}`));
        const failures = map.failures && fieldAt(answer.body, map.failures);
        const isRight = failures === undefined || failures === String(count);
        if (secret !== undefined && !isRight)
          found.push(`failures ${failures} instead of ${count}`);
      }
      // A code that was used counts as well: only “locked” says that it was not evaluated.
      const last = secret === undefined ? endpoint.wrongCode() : endpoint.code();
      return [...found, ...expectMeaning(endpoint, await endpoint.attempt(last), 'locked')];
    },
  },
];

function meaningOf({options: {map}}: LegacyEndpoint, {body}: LegacyAnswer): string | undefined {
  return mappedCode(map, body);
}

function expectMeaning(endpoint: LegacyEndpoint, answer: LegacyAnswer, expected: string): string[] {
  if (answer.body === undefined) return ['the response is not JSON'];
  const meaning = meaningOf(endpoint, answer);
  return meaning === expected
    ? []
    : [`the response means ${meaning ?? 'nothing in the map'} instead of ${expected}`];
}

function expectNotEvaluated(endpoint: LegacyEndpoint, answer: LegacyAnswer): string[] {
  const meaning = meaningOf(endpoint, answer);
  return EVALUATED.has(meaning ?? '') ? [`the response means ${meaning}`] : [];
}
