/** Endpoints that let foreign pages in, or tell strangers something. */
import {SmallEndpoint} from '../small-endpoint.ts';
import type {Account, Answer} from '../small-rules.ts';
import {CASE, type EndpointMutant} from './mutant.ts';

/** The body of a request. */
type Body = Readonly<Record<string, unknown>>;

/** Origins, and requests of nobody. */
export const STRANGERS: readonly EndpointMutant[] = [
  {
    fault: 'takes Origin: null',
    caughtBy: CASE.nullOrigin,
    Endpoint: class extends SmallEndpoint {
      protected override isAllowedOrigin(request: Request): boolean {
        return request.headers.get('Origin') === 'null' || super.isAllowedOrigin(request);
      }
    },
  },
  {
    fault: 'takes pages of any origin',
    caughtBy: CASE.origin,
    Endpoint: class extends SmallEndpoint {
      protected override isAllowedOrigin(): boolean {
        return true;
      }
    },
  },
  {
    fault: 'takes any origin that begins as its own',
    caughtBy: CASE.origin,
    Endpoint: class extends SmallEndpoint {
      protected override isAllowedOrigin(request: Request): boolean {
        const origin = request.headers.get('Origin');
        return origin === null || origin.startsWith(new URL(request.url).origin);
      }
    },
  },
  {
    fault: 'refuses its own pages, behind a proxy that terminates TLS',
    caughtBy: CASE.ownOrigin,
    Endpoint: class extends SmallEndpoint {
      protected override isAllowedOrigin(request: Request): boolean {
        const origin = request.headers.get('Origin');
        return origin === null || origin === `http://${new URL(request.url).host}`;
      }
    },
  },
  {
    fault: 'does not look at the CSRF token',
    caughtBy: CASE.csrf,
    Endpoint: class extends SmallEndpoint {
      protected override hasCsrfToken(): boolean {
        return true;
      }
    },
  },
  {
    fault: 'lets any page read its answers (CORS)',
    caughtBy: CASE.cors,
    Endpoint: class extends SmallEndpoint {
      protected override moreHeaders(request: Request): Readonly<Record<string, string>> {
        const origin = request.headers.get('Origin');
        return origin === null
          ? {}
          : {'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true'};
      }
    },
  },
  {
    fault: 'lets every page read its answers with *',
    caughtBy: CASE.cors,
    Endpoint: class extends SmallEndpoint {
      protected override moreHeaders(): Readonly<Record<string, string>> {
        return {'Access-Control-Allow-Origin': '*'};
      }
    },
  },
  {
    fault: 'answers a trainee who is not signed in as an empty account',
    caughtBy: CASE.signedOut,
    Endpoint: class extends SmallEndpoint {
      protected override async stranger(): Promise<Answer> {
        return {status: 422, body: {code: 'code-mismatch', counted: false, serverTime: this.now()}};
      }
    },
  },
  ...telltales(),
];

/** An endpoint that changes its refusal of a stranger, if the named trainee is registered. */
function telling(
  tell: (answer: Answer, account: Account | undefined) => Answer | Promise<Answer>,
): new (now: () => number) => SmallEndpoint {
  return class extends SmallEndpoint {
    protected override async stranger(request: Request, body: Body | undefined): Promise<Answer> {
      const inUrl = new URL(request.url).searchParams.get('userId') ?? '';
      const asked = typeof body?.['userId'] === 'string' ? body['userId'] : inUrl;
      return tell(await super.stranger(request, body), this.accounts.get(asked));
    }
  };
}

/** Endpoints that tell a stranger who is registered. */
function telltales(): EndpointMutant[] {
  const caughtBy = CASE.registered;
  return [
    {
      fault: 'tells by a text who is registered',
      caughtBy,
      Endpoint: telling((answer, account) => ({
        ...answer,
        body: {...answer.body, title: account ? 'Sign in.' : 'Sign up.'},
      })),
    },
    {
      fault: 'tells by a field who is registered',
      caughtBy,
      Endpoint: telling((answer, account) =>
        account ? {...answer, body: {...answer.body, maxFailures: 5}} : answer,
      ),
    },
    {
      fault: 'tells by a header who is registered',
      caughtBy,
      Endpoint: telling((answer, account) =>
        account ? {...answer, headers: {'X-Device': 'found'}} : answer,
      ),
    },
    {
      fault: 'tells by the status who is registered',
      caughtBy,
      Endpoint: telling((answer, account) => (account ? answer : {...answer, status: 404})),
    },
    {
      fault: 'tells by its time who is registered',
      caughtBy,
      Endpoint: telling(async (answer, account) => {
        if (account) await new Promise((resolve) => setTimeout(resolve, 8));
        return answer;
      }),
    },
  ];
}
