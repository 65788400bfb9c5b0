/** The cases of the contract, in an order in which each leaves the trainee fit for the next. */
import type {AttemptResponse} from '../src/core/contract.ts';
import type {ConformanceCase, EndpointResponse} from './endpoint-under-test.ts';

/** What an answer must be. */
interface ExpectedResponse {
  readonly status: number;
  readonly code: AttemptResponse['code'];
  readonly counted?: boolean;
}

/** See the file's head. */
export const CASES: readonly ConformanceCase[] = [
  {
    name: 'status: failures, lock and server time',
    async check(subject) {
      const {status, body} = await subject.get('/status');
      if (status === 404) return [];
      return [
        ...failUnless(status === 200, `status ${status} in place of 200`),
        ...failUnless(
          body?.['code'] === 'ready',
          `code ${String(body?.['code'])} in place of ready`,
        ),
        ...failUnless(typeof body?.['serverTime'] === 'number', 'no serverTime'),
      ];
    },
  },
  {
    name: 'a key that never came is unknown',
    check: async (subject) =>
      compare(await subject.get(`/attempts/${subject.newKey()}`), {
        status: 404,
        code: 'attempt-unknown',
        counted: false,
      }),
  },
  ...refusalCases(),
  {
    name: 'the code of the app is verified, with a receipt',
    needs: ['secret'],
    async check(subject) {
      const heard = await subject.attempt(await subject.code());
      return compare(heard, {status: 200, code: 'verified'});
    },
  },
  {
    name: 'a code counts once',
    needs: ['secret'],
    async check(subject) {
      const code = await subject.code();
      await subject.attempt(code);
      const heard = await subject.attempt(code);
      return compare(heard, {status: 409, code: 'code-replayed', counted: false});
    },
  },
  {
    name: 'a code of five minutes ago has expired, and is not counted',
    needs: ['secret'],
    async check(subject) {
      const heard = await subject.attempt(await subject.code(5));
      return compare(heard, {status: 422, code: 'code-expired', counted: false});
    },
  },
  {
    name: 'a wrong code is counted',
    async check(subject) {
      const heard = await subject.attempt(await subject.wrongCode());
      return compare(heard, {status: 422, code: 'code-mismatch', counted: true});
    },
  },
  {
    name: 'the same key gets the same answer, and is counted once',
    async check(subject) {
      const [key, code] = [subject.newKey(), await subject.wrongCode()];
      const first = await subject.attempt(code, {key});
      const second = await subject.attempt(code, {key});
      const asked = await subject.get(`/attempts/${key}`);
      return [
        ...failUnless(isSameResponse(first, second), 'the second answer is another'),
        ...failUnless(isSameResponse(first, asked), 'what is told by key is another'),
        ...failUnless(
          second.headers.get('Idempotency-Replayed') === 'true',
          'no Idempotency-Replayed: true',
        ),
      ];
    },
  },
  {
    name: 'a used key with another body is refused',
    async check(subject) {
      const key = subject.newKey();
      if (subject.has('secret')) await subject.attempt(await subject.code(), {key});
      else await subject.attempt('000000', {key});
      const heard = await subject.attempt('999999', {key});
      return compare(heard, {status: 422, code: 'key-reused', counted: false});
    },
  },
  {
    name: 'the fifth wrong code locks, and nothing is looked at from then on',
    needs: ['lock'],
    async check(subject) {
      const code = await subject.wrongCode();
      const heard: EndpointResponse[] = [];
      for (let i = 0; i < 6; i++) heard.push(await subject.attempt(code));
      const [last] = heard.slice(-1);
      const counted = heard.filter(({answer}) => answer?.counted).length;
      const right = subject.has('secret') ? await subject.code() : code;
      return [
        ...(last ? compare(last, {status: 423, code: 'locked', counted: false}) : []),
        ...failUnless(counted <= 5, `${counted} were counted`),
        ...compare(await subject.attempt(right), {status: 423, code: 'locked', counted: false}),
      ];
    },
  },
];

/** Requests that are refused as such; none is counted. */
function refusalCases(): ConformanceCase[] {
  const ok = {v: 1, code: '000000', occasion: 'enrollment'} as const;
  return [
    invalidBodyCase('a code of five digits', {...ok, code: '12345'}),
    invalidBodyCase('a code with a space', {...ok, code: '123456 '}),
    invalidBodyCase('a code in full-width digits', {...ok, code: '１２３４５６'}),
    invalidBodyCase('a code that is a number', {...ok, code: 123_456}),
    invalidBodyCase('an unknown occasion', {...ok, occasion: 'party'}),
    {
      name: 'an attempt without a key is refused',
      check: async (subject) =>
        compare(await subject.attempt('000000', {key: null}), {
          status: 400,
          code: 'key-required',
          counted: false,
        }),
    },
    {
      name: 'a body of more than 1 KiB is refused',
      check: async (subject) =>
        compare(await subject.attempt('', {body: JSON.stringify({x: 'x'.repeat(1100)})}), {
          status: 413,
          code: 'invalid-request',
        }),
    },
    {
      name: 'a body that is not JSON is refused',
      check: async (subject) =>
        compare(await subject.attempt('000000', {headers: {'Content-Type': 'text/plain'}}), {
          status: 415,
          code: 'invalid-request',
        }),
    },
    {
      name: 'another method is refused',
      check: async (subject) =>
        compare(await subject.attempt('', {method: 'PUT'}), {status: 405, code: 'invalid-request'}),
    },
    {
      name: 'a page elsewhere is refused',
      check: async (subject) =>
        compare(await subject.attempt('000000', {headers: {Origin: 'https://elsewhere.invalid'}}), {
          status: 403,
          code: 'origin',
          counted: false,
        }),
    },
    {
      name: 'who is not signed in is told nothing',
      async check(subject) {
        const expected = {status: 403, code: 'session-required'} as const;
        return [
          ...compare(await subject.attempt('000000', {isSignedOut: true}), expected),
          ...compare(
            await subject.get(`/attempts/${subject.newKey()}`, {isSignedOut: true}),
            expected,
          ),
        ];
      },
    },
  ];
}

/** A body that is no attempt of the contract. */
function invalidBodyCase(name: string, body: unknown): ConformanceCase {
  const expected = {status: 400, code: 'invalid-request', counted: false} as const;
  return {
    name: `${name} is refused`,
    check: async (subject) => compare(await subject.attempt('', {body}), expected),
  };
}

/** In what an answer is not as it must be, and not as every answer must be. */
function compare(
  {status, headers, body, answer}: EndpointResponse,
  expected: ExpectedResponse,
): string[] {
  const said = String(body?.['code']);
  const isProblem = status >= 400;
  const type = isProblem ? 'application/problem+json' : 'application/json';
  return [
    ...failUnless(said === expected.code, `code ${said} in place of ${expected.code}`),
    ...failUnless(status === expected.status, `status ${status} in place of ${expected.status}`),
    ...failUnless(answer !== undefined, 'the widget can’t read it'),
    ...failUnless(
      expected.counted === undefined || body?.['counted'] === expected.counted,
      `counted ${String(body?.['counted'])} in place of ${String(expected.counted)}`,
    ),
    ...failUnless(typeof body?.['serverTime'] === 'number', 'no serverTime'),
    ...failUnless(typeof body?.['counted'] === 'boolean', 'it doesn’t say whether it counted'),
    ...failUnless(headers.get('Cache-Control') === 'no-store', 'no Cache-Control: no-store'),
    ...failUnless(headers.get('X-Content-Type-Options') === 'nosniff', 'no nosniff'),
    ...failUnless((headers.get('Content-Type') ?? '').startsWith(type), `not sent as ${type}`),
  ];
}

function isSameResponse(a: EndpointResponse, b: EndpointResponse): boolean {
  return a.status === b.status && JSON.stringify(a.answer) === JSON.stringify(b.answer);
}

function failUnless(holds: boolean, words: string): string[] {
  return holds ? [] : [words];
}
