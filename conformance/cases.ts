/** The cases of the contract, in an order in which each leaves the trainee fit for the next. */
import type {Answer} from '../src/core/contract.ts';
import type {Case, Heard} from './endpoint-under-test.ts';

/** What an answer must be. */
interface Expected {
  readonly status: number;
  readonly code: Answer['code'];
  readonly counted?: boolean;
}

/** See the file's head. */
export const CASES: readonly Case[] = [
  {
    name: 'status: failures, lock and server time',
    async holds(subject) {
      const {status, body} = await subject.asks('/status');
      if (status === 404) return [];
      return [
        ...unless(status === 200, `status ${status} in place of 200`),
        ...unless(body?.['code'] === 'ready', `code ${String(body?.['code'])} in place of ready`),
        ...unless(typeof body?.['serverTime'] === 'number', 'no serverTime'),
      ];
    },
  },
  {
    name: 'a key that never came is unknown',
    holds: async (subject) =>
      differs(await subject.asks(`/attempts/${subject.newKey()}`), {
        status: 404,
        code: 'attempt-unknown',
        counted: false,
      }),
  },
  ...refusals(),
  {
    name: 'the code of the app is verified, with a receipt',
    needs: ['secret'],
    async holds(subject) {
      const heard = await subject.tries(await subject.code());
      return differs(heard, {status: 200, code: 'verified'});
    },
  },
  {
    name: 'a code counts once',
    needs: ['secret'],
    async holds(subject) {
      const code = await subject.code();
      await subject.tries(code);
      const heard = await subject.tries(code);
      return differs(heard, {status: 409, code: 'code-replayed', counted: false});
    },
  },
  {
    name: 'a code of five minutes ago has expired, and is not counted',
    needs: ['secret'],
    async holds(subject) {
      const heard = await subject.tries(await subject.code(5));
      return differs(heard, {status: 422, code: 'code-expired', counted: false});
    },
  },
  {
    name: 'a wrong code is counted',
    async holds(subject) {
      const heard = await subject.tries(await subject.wrongCode());
      return differs(heard, {status: 422, code: 'code-mismatch', counted: true});
    },
  },
  {
    name: 'the same key gets the same answer, and is counted once',
    async holds(subject) {
      const [key, code] = [subject.newKey(), await subject.wrongCode()];
      const first = await subject.tries(code, {key});
      const second = await subject.tries(code, {key});
      const asked = await subject.asks(`/attempts/${key}`);
      return [
        ...unless(isSame(first, second), 'the second answer is another'),
        ...unless(isSame(first, asked), 'what is told by key is another'),
        ...unless(
          second.headers.get('Idempotency-Replayed') === 'true',
          'no Idempotency-Replayed: true',
        ),
      ];
    },
  },
  {
    name: 'a used key with another body is refused',
    async holds(subject) {
      const key = subject.newKey();
      if (subject.has('secret')) await subject.tries(await subject.code(), {key});
      else await subject.tries('000000', {key});
      const heard = await subject.tries('999999', {key});
      return differs(heard, {status: 422, code: 'key-reused', counted: false});
    },
  },
  {
    name: 'the fifth wrong code locks, and nothing is looked at from then on',
    needs: ['lock'],
    async holds(subject) {
      const code = await subject.wrongCode();
      const heard: Heard[] = [];
      for (let i = 0; i < 6; i++) heard.push(await subject.tries(code));
      const [last] = heard.slice(-1);
      const counted = heard.filter(({answer}) => answer?.counted).length;
      const right = subject.has('secret') ? await subject.code() : code;
      return [
        ...(last ? differs(last, {status: 423, code: 'locked', counted: false}) : []),
        ...unless(counted <= 5, `${counted} were counted`),
        ...differs(await subject.tries(right), {status: 423, code: 'locked', counted: false}),
      ];
    },
  },
];

/** Requests that are refused as such; none is counted. */
function refusals(): Case[] {
  const ok = {v: 1, code: '000000', occasion: 'enrollment'} as const;
  return [
    bad('a code of five digits', {...ok, code: '12345'}),
    bad('a code with a space', {...ok, code: '123456 '}),
    bad('a code in full-width digits', {...ok, code: '１２３４５６'}),
    bad('a code that is a number', {...ok, code: 123_456}),
    bad('an unknown occasion', {...ok, occasion: 'party'}),
    {
      name: 'an attempt without a key is refused',
      holds: async (subject) =>
        differs(await subject.tries('000000', {key: null}), {
          status: 400,
          code: 'key-required',
          counted: false,
        }),
    },
    {
      name: 'a body of more than 1 KiB is refused',
      holds: async (subject) =>
        differs(await subject.tries('', {body: JSON.stringify({x: 'x'.repeat(1100)})}), {
          status: 413,
          code: 'invalid-request',
        }),
    },
    {
      name: 'a body that is not JSON is refused',
      holds: async (subject) =>
        differs(await subject.tries('000000', {headers: {'Content-Type': 'text/plain'}}), {
          status: 415,
          code: 'invalid-request',
        }),
    },
    {
      name: 'another method is refused',
      holds: async (subject) =>
        differs(await subject.tries('', {method: 'PUT'}), {status: 405, code: 'invalid-request'}),
    },
    {
      name: 'a page elsewhere is refused',
      holds: async (subject) =>
        differs(await subject.tries('000000', {headers: {Origin: 'https://elsewhere.invalid'}}), {
          status: 403,
          code: 'origin',
          counted: false,
        }),
    },
    {
      name: 'who is not signed in is told nothing',
      async holds(subject) {
        const expected = {status: 403, code: 'session-required'} as const;
        return [
          ...differs(await subject.tries('000000', {signedOut: true}), expected),
          ...differs(
            await subject.asks(`/attempts/${subject.newKey()}`, {signedOut: true}),
            expected,
          ),
        ];
      },
    },
  ];
}

/** A body that is no attempt of the contract. */
function bad(name: string, body: unknown): Case {
  const expected = {status: 400, code: 'invalid-request', counted: false} as const;
  return {
    name: `${name} is refused`,
    holds: async (subject) => differs(await subject.tries('', {body}), expected),
  };
}

/** In what an answer is not as it must be, and not as every answer must be. */
function differs({status, headers, body, answer}: Heard, expected: Expected): string[] {
  const said = String(body?.['code']);
  const isProblem = status >= 400;
  const type = isProblem ? 'application/problem+json' : 'application/json';
  return [
    ...unless(said === expected.code, `code ${said} in place of ${expected.code}`),
    ...unless(status === expected.status, `status ${status} in place of ${expected.status}`),
    ...unless(answer !== undefined, 'the widget can’t read it'),
    ...unless(
      expected.counted === undefined || body?.['counted'] === expected.counted,
      `counted ${String(body?.['counted'])} in place of ${String(expected.counted)}`,
    ),
    ...unless(typeof body?.['serverTime'] === 'number', 'no serverTime'),
    ...unless(typeof body?.['counted'] === 'boolean', 'it doesn’t say whether it counted'),
    ...unless(headers.get('Cache-Control') === 'no-store', 'no Cache-Control: no-store'),
    ...unless(headers.get('X-Content-Type-Options') === 'nosniff', 'no nosniff'),
    ...unless((headers.get('Content-Type') ?? '').startsWith(type), `not sent as ${type}`),
  ];
}

function isSame(a: Heard, b: Heard): boolean {
  return a.status === b.status && JSON.stringify(a.answer) === JSON.stringify(b.answer);
}

function unless(holds: boolean, words: string): string[] {
  return holds ? [] : [words];
}
