/** The cases of the contract (docs/endpoint-contract.md), ordered so that none disturbs the next. */
import type {AttemptResponse} from '../src/core/contract.ts';
import type {ConformanceCase, EndpointResponse} from './endpoint-under-test.ts';

/** The response that a case expects. */
interface ExpectedResponse {
  readonly status: number;
  readonly code: AttemptResponse['code'];
  readonly counted?: boolean;
}

/** The cases of an endpoint that implements the contract. */
export const CASES: readonly ConformanceCase[] = [
  {
    name: 'the status has failures, lock and server time',
    async check(endpoint) {
      const {status, body} = await endpoint.get('/status');
      if (status === 404) return [];
      return [
        ...failUnless(status === 200, `status ${status} instead of 200`),
        ...failUnless(
          body?.['code'] === 'ready',
          `code ${String(body?.['code'])} instead of ready`,
        ),
        ...failUnless(typeof body?.['serverTime'] === 'number', 'no serverTime'),
      ];
    },
  },
  {
    name: 'an unused key is unknown',
    check: async (endpoint) =>
      compare(await endpoint.get(`/attempts/${endpoint.newKey()}`), {
        status: 404,
        code: 'attempt-unknown',
        counted: false,
      }),
  },
  ...refusalCases(),
  {
    name: 'the code of the app is verified, with a receipt',
    needs: ['secret'],
    async check(endpoint) {
      const response = await endpoint.attempt(endpoint.code());
      return compare(response, {status: 200, code: 'verified'});
    },
  },
  {
    name: 'a code counts once',
    needs: ['secret'],
    async check(endpoint) {
      const code = endpoint.code();
      await endpoint.attempt(code);
      const response = await endpoint.attempt(code);
      return compare(response, {status: 409, code: 'code-replayed', counted: false});
    },
  },
  {
    name: 'a code of five minutes ago has expired, and is not counted',
    needs: ['secret'],
    async check(endpoint) {
      const response = await endpoint.attempt(endpoint.code(5));
      return compare(response, {status: 422, code: 'code-expired', counted: false});
    },
  },
  {
    name: 'a wrong code is counted',
    async check(endpoint) {
      const response = await endpoint.attempt(endpoint.wrongCode());
      return compare(response, {status: 422, code: 'code-mismatch', counted: true});
    },
  },
  {
    name: 'the same key gets the same response, and is counted once',
    async check(endpoint) {
      const [key, code] = [endpoint.newKey(), endpoint.wrongCode()];
      const first = await endpoint.attempt(code, {key});
      const second = await endpoint.attempt(code, {key});
      const outcome = await endpoint.get(`/attempts/${key}`);
      return [
        ...failUnless(isSameResponse(first, second), 'the second response differs'),
        ...failUnless(isSameResponse(first, outcome), 'the outcome by key differs'),
        ...failUnless(
          second.headers.get('Idempotency-Replayed') === 'true',
          'no Idempotency-Replayed: true',
        ),
      ];
    },
  },
  {
    name: 'a used key with another body is rejected',
    async check(endpoint) {
      const key = endpoint.newKey();
      if (endpoint.has('secret')) await endpoint.attempt(endpoint.code(), {key});
      else await endpoint.attempt('000000', {key});
      const response = await endpoint.attempt('999999', {key});
      return compare(response, {status: 422, code: 'key-reused', counted: false});
    },
  },
  {
    name: 'the fifth wrong code locks, and no code is evaluated after it',
    needs: ['lock'],
    async check(endpoint) {
      const code = endpoint.wrongCode();
      const responses: EndpointResponse[] = [];
      for (let i = 0; i < 6; i++) responses.push(await endpoint.attempt(code));
      const [last] = responses.slice(-1);
      const counted = responses.filter(({decoded}) => decoded?.counted).length;
      const right = endpoint.has('secret') ? endpoint.code() : code;
      return [
        ...(last ? compare(last, {status: 423, code: 'locked', counted: false}) : []),
        ...failUnless(counted <= 5, `${counted} were counted`),
        ...compare(await endpoint.attempt(right), {status: 423, code: 'locked', counted: false}),
      ];
    },
  },
];

/** Returns the cases of invalid requests; none is counted. */
function refusalCases(): ConformanceCase[] {
  const valid = {v: 1, code: '000000', occasion: 'enrollment'} as const;
  return [
    invalidBodyCase('a code of five digits', {...valid, code: '12345'}),
    invalidBodyCase('a code with a space', {...valid, code: '123456 '}),
    invalidBodyCase('a code in full-width digits', {...valid, code: '１２３４５６'}),
    invalidBodyCase('a code that is a number', {...valid, code: 123_456}),
    invalidBodyCase('an unknown occasion', {...valid, occasion: 'party'}),
    {
      name: 'an attempt without a key is rejected',
      check: async (endpoint) =>
        compare(await endpoint.attempt('000000', {key: null}), {
          status: 400,
          code: 'key-required',
          counted: false,
        }),
    },
    {
      name: 'a body of more than 1 KiB is rejected',
      check: async (endpoint) =>
        compare(await endpoint.attempt('', {body: JSON.stringify({x: 'x'.repeat(1100)})}), {
          status: 413,
          code: 'invalid-request',
        }),
    },
    {
      name: 'a body that is not JSON is rejected',
      check: async (endpoint) =>
        compare(await endpoint.attempt('000000', {headers: {'Content-Type': 'text/plain'}}), {
          status: 415,
          code: 'invalid-request',
        }),
    },
    {
      name: 'another method is rejected',
      check: async (endpoint) =>
        compare(await endpoint.attempt('', {method: 'PUT'}), {
          status: 405,
          code: 'invalid-request',
        }),
    },
    {
      name: 'a page of another origin is rejected',
      check: async (endpoint) =>
        compare(
          await endpoint.attempt('000000', {headers: {Origin: 'https://elsewhere.invalid'}}),
          {
            status: 403,
            code: 'origin',
            counted: false,
          },
        ),
    },
    {
      name: 'a trainee who is not signed in is rejected',
      async check(endpoint) {
        const expected = {status: 403, code: 'session-required'} as const;
        return [
          ...compare(await endpoint.attempt('000000', {isSignedOut: true}), expected),
          ...compare(
            await endpoint.get(`/attempts/${endpoint.newKey()}`, {isSignedOut: true}),
            expected,
          ),
        ];
      },
    },
  ];
}

/** Returns the case of a body that is not an attempt of the contract. */
function invalidBodyCase(name: string, body: unknown): ConformanceCase {
  const expected = {status: 400, code: 'invalid-request', counted: false} as const;
  return {
    name: `${name} is rejected`,
    check: async (endpoint) => compare(await endpoint.attempt('', {body}), expected),
  };
}

/** Compares a response with the expected one, and with what the contract requires of every response. */
function compare(
  {status, headers, body, decoded}: EndpointResponse,
  expected: ExpectedResponse,
): string[] {
  const code = String(body?.['code']);
  const isProblem = status >= 400;
  const type = isProblem ? 'application/problem+json' : 'application/json';
  return [
    ...failUnless(code === expected.code, `code ${code} instead of ${expected.code}`),
    ...failUnless(status === expected.status, `status ${status} instead of ${expected.status}`),
    ...failUnless(decoded !== undefined, 'the widget can’t decode it'),
    ...failUnless(
      expected.counted === undefined || body?.['counted'] === expected.counted,
      `counted ${String(body?.['counted'])} instead of ${String(expected.counted)}`,
    ),
    ...failUnless(typeof body?.['serverTime'] === 'number', 'no serverTime'),
    ...failUnless(typeof body?.['counted'] === 'boolean', 'no counted'),
    ...failUnless(headers.get('Cache-Control') === 'no-store', 'no Cache-Control: no-store'),
    ...failUnless(headers.get('X-Content-Type-Options') === 'nosniff', 'no nosniff'),
    ...failUnless(
      (headers.get('Content-Type') ?? '').startsWith(type),
      `Content-Type is not ${type}`,
    ),
  ];
}

function isSameResponse(a: EndpointResponse, b: EndpointResponse): boolean {
  return a.status === b.status && JSON.stringify(a.decoded) === JSON.stringify(b.decoded);
}

function failUnless(isMet: boolean, failure: string): string[] {
  return isMet ? [] : [failure];
}
