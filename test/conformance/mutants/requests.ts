/** Endpoints that take what is no attempt of their own pages. */
import {SmallEndpoint} from '../small-endpoint.ts';
import type {Answer} from '../small-rules.ts';
import {CASE, type EndpointMutant} from './mutant.ts';

/** The body of a request. */
type Body = Readonly<Record<string, unknown>>;

/** Reads fields more generously than the contract. */
function lenient(change: (body: Body) => Body): new (now: () => number) => SmallEndpoint {
  return class extends SmallEndpoint {
    protected override parseAttempt(body: unknown): ReturnType<SmallEndpoint['parseAttempt']> {
      const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
      return super.parseAttempt(isObject ? change(body as Body) : body);
    }
  };
}

/** Changes the code of a body, if it is a text. */
function lenientCode(change: (code: string) => string): new (now: () => number) => SmallEndpoint {
  return lenient((body) =>
    typeof body['code'] === 'string' ? {...body, code: change(body['code'])} : body,
  );
}

const WHOLE = {v: 1, code: '000000', occasion: 'enrollment'} as const;

/** Codes, fields, bodies, methods and keys. */
export const REQUESTS: readonly EndpointMutant[] = [
  {
    fault: 'trims spaces',
    caughtBy: CASE.digits,
    Endpoint: lenientCode((code) => code.replaceAll(' ', '')),
  },
  {
    fault: 'trims a tab',
    caughtBy: CASE.digits,
    Endpoint: lenientCode((code) => code.replaceAll('\t', '')),
  },
  {
    fault: 'matches a code up to its newline',
    caughtBy: CASE.digits,
    Endpoint: lenientCode((code) => code.replace(/\n$/, '')),
  },
  {
    fault: 'takes full-width digits',
    caughtBy: CASE.digits,
    Endpoint: lenientCode((code) => code.normalize('NFKC')),
  },
  {
    fault: 'takes digits of other scripts',
    caughtBy: CASE.digits,
    Endpoint: lenientCode((code) =>
      code.replaceAll(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x0966)),
    ),
  },
  {
    fault: 'takes a number for a code',
    caughtBy: CASE.digits,
    Endpoint: lenient((body) => ({
      ...body,
      code: typeof body['code'] === 'number' ? String(body['code']) : body['code'],
    })),
  },
  {
    fault: 'takes any occasion',
    caughtBy: CASE.occasion,
    Endpoint: lenient((body) => ({...body, occasion: 'enrollment'})),
  },
  {
    fault: 'takes any unit',
    caughtBy: CASE.unit,
    Endpoint: lenient((body) => ({...body, unit: 1})),
  },
  {
    fault: 'takes any version',
    caughtBy: CASE.body,
    Endpoint: lenient((body) => ({...body, v: 1})),
  },
  {
    fault: 'looks for the code in any text',
    caughtBy: CASE.body,
    Endpoint: class extends SmallEndpoint {
      protected override parseJson(text: string): Body | undefined {
        const code = /"code":"(\d{6})"/.exec(text)?.[1];
        return super.parseJson(text) ?? (code === undefined ? undefined : {...WHOLE, code});
      }
    },
  },
  {
    fault: 'reads bodies of 64 KiB',
    caughtBy: CASE.large,
    Endpoint: class extends SmallEndpoint {
      protected override isSmall(): boolean {
        return true;
      }
    },
  },
  {
    fault: 'reads the first KiB of a body',
    caughtBy: CASE.large,
    Endpoint: class extends SmallEndpoint {
      protected override isSmall(): boolean {
        return true;
      }
      protected override parseJson(text: string): Body | undefined {
        return super.parseJson(text.slice(0, 1024));
      }
    },
  },
  {
    fault: 'takes a form’s content type',
    caughtBy: CASE.type,
    Endpoint: class extends SmallEndpoint {
      protected override isJson(): boolean {
        return true;
      }
    },
  },
  {
    fault: 'makes up a key where there is none',
    caughtBy: CASE.key,
    Endpoint: class extends SmallEndpoint {
      protected override parseKey(header: string | null): string {
        return header ?? crypto.randomUUID();
      }
    },
  },
  {
    fault: 'takes keys of any length',
    caughtBy: CASE.key,
    Endpoint: class extends SmallEndpoint {
      protected override parseKey(header: string | null): string | undefined {
        return header?.match(/^"([A-Za-z0-9_-]+)"$/)?.[1];
      }
    },
  },
  {
    fault: 'evaluates the code of a GET',
    caughtBy: CASE.get,
    Endpoint: class extends SmallEndpoint {
      protected override async otherMethod(request: Request): Promise<Answer> {
        if (request.method !== 'GET') return super.otherMethod(request);
        const query = new URL(request.url).searchParams;
        return this.forTrainee(request, null, async (account) =>
          (await this.matchedStep(account, query.get('code') ?? '')) === undefined
            ? this.wrong(account)
            : super.otherMethod(request),
        );
      }
    },
  },
  {
    fault: 'counts a GET, and says nothing',
    caughtBy: CASE.get,
    Endpoint: class extends SmallEndpoint {
      protected override async otherMethod(request: Request): Promise<Answer> {
        if (request.method === 'GET') {
          await this.forTrainee(request, null, async (account) => this.wrong(account));
        }
        return super.otherMethod(request);
      }
    },
  },
  {
    fault: 'takes a PUT for an attempt',
    caughtBy: CASE.method,
    Endpoint: class extends SmallEndpoint {
      protected override otherMethod(request: Request): Promise<Answer> {
        return request.method === 'PUT' ? this.attempt(request) : super.otherMethod(request);
      }
    },
  },
];
