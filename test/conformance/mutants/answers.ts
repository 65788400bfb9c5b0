/** Endpoints whose answers the widget, a cache or a person would misread. */
import {SmallEndpoint} from '../small-endpoint.ts';
import type {Account, Answer} from '../small-rules.ts';
import {CASE, withBody, type EndpointMutant} from './mutant.ts';

/** Changes the answer to a wrong code. */
function wrongWith(change: (answer: Answer) => Answer): new (now: () => number) => SmallEndpoint {
  return class extends SmallEndpoint {
    protected override wrong(account: Account): Answer {
      return change(super.wrong(account));
    }
  };
}

/** Changes the headers of every answer. */
function withHeaders(
  headers: Readonly<Record<string, string>>,
): new (now: () => number) => SmallEndpoint {
  return class extends SmallEndpoint {
    protected override moreHeaders(): Readonly<Record<string, string>> {
      return headers;
    }
  };
}

/** An endpoint whose clock is wrong by some seconds. */
function withClockError(seconds: number): new (now: () => number) => SmallEndpoint {
  return class extends SmallEndpoint {
    override async handle(request: Request): Promise<Response> {
      const response = await super.handle(request);
      const body = (await response.json()) as {serverTime?: number};
      const serverTime = (body.serverTime ?? 0) + seconds * 1000;
      return Response.json({...body, ...(body.serverTime !== undefined && {serverTime})}, response);
    }
  };
}

/** Codes, statuses, fields, headers and the clock. */
export const ANSWERS: readonly EndpointMutant[] = [
  {
    fault: 'sends a wrong code with status 200',
    caughtBy: CASE.pair,
    Endpoint: wrongWith((answer) => ({...answer, status: 200})),
  },
  {
    fault: 'sends a wrong code with status 401',
    caughtBy: CASE.pair,
    Endpoint: wrongWith((answer) => ({...answer, status: 401})),
  },
  {
    fault: 'sends the lock with status 403',
    caughtBy: CASE.pair,
    Endpoint: class extends SmallEndpoint {
      protected override locked(account: Account, counted: boolean): Answer {
        return {...super.locked(account, counted), status: 403};
      }
    },
  },
  {
    fault: 'sends a code that the contract does not have',
    caughtBy: CASE.pair,
    Endpoint: wrongWith((answer) => withBody(answer, {code: 'wrong-number'})),
  },
  {
    fault: 'sends failures as a text',
    caughtBy: CASE.fields,
    Endpoint: wrongWith((answer) => withBody(answer, {failures: String(answer.body['failures'])})),
  },
  {
    fault: 'has another maximum than five',
    caughtBy: CASE.fields,
    Endpoint: wrongWith((answer) => withBody(answer, {maxFailures: 10})),
  },
  {
    fault: 'does not say whether an attempt is counted',
    caughtBy: CASE.fields,
    Endpoint: wrongWith((answer) => withBody(answer, {counted: undefined})),
  },
  {
    fault: 'does not say how a lock is released',
    caughtBy: CASE.fields,
    Endpoint: class extends SmallEndpoint {
      protected override locked(account: Account, counted: boolean): Answer {
        return withBody(super.locked(account, counted), {unlock: undefined});
      }
    },
  },
  {
    fault: 'names a method of release that the widget does not know',
    caughtBy: CASE.fields,
    Endpoint: class extends SmallEndpoint {
      protected override locked(account: Account, counted: boolean): Answer {
        return withBody(super.locked(account, counted), {unlock: ['call-us']});
      }
    },
  },
  {
    fault: 'sends JSON as HTML',
    caughtBy: CASE.headers,
    Endpoint: withHeaders({'Content-Type': 'text/html'}),
  },
  {
    fault: 'lets caches keep its answers',
    caughtBy: CASE.headers,
    Endpoint: withHeaders({'Cache-Control': 'max-age=60'}),
  },
  {
    fault: 'lets browsers guess the type of its answers',
    caughtBy: CASE.headers,
    Endpoint: withHeaders({'X-Content-Type-Options': 'none'}),
  },
  {fault: 'has a clock that is 6 s slow', caughtBy: CASE.clock, Endpoint: withClockError(-6)},
  {fault: 'has a clock that is 6 s fast', caughtBy: CASE.clock, Endpoint: withClockError(6)},
  {
    fault: 'sends its time in seconds',
    caughtBy: CASE.clock,
    Endpoint: wrongWith((answer) =>
      withBody(answer, {serverTime: Math.floor(Number(answer.body['serverTime']) / 1000)}),
    ),
  },
];
