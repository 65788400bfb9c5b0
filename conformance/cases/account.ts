/** Who may ask: the status, keys that are unknown, and requests of nobody. */
import {show, type Check, type ConformanceCase} from '../check.ts';
import type {Exchange} from '../endpoint.ts';
import {findTelltales} from '../telltales.ts';

/** The cases of the account and of requests that nobody has signed. */
export const ACCOUNT_CASES: readonly ConformanceCase[] = [
  {
    name: 'the status tells failures, and changes nothing',
    async run(check) {
      const first = await check.first.status();
      if (first.status === 404) return check.skip('the endpoint has no status');
      check.expect(
        first.body['code'] === 'ready',
        `code ${show(first.body['code'])} instead of ready`,
      );
      check.expect(first.status === 200, `status ${first.status} instead of 200`);
      await check.expectFailures(check.first, 'a status');
    },
  },
  {
    name: 'an unused key is unknown',
    async run(check) {
      const {body} = await check.first.outcome(check.first.newKey());
      check.expect(body['code'] === 'attempt-unknown', `code ${show(body['code'])}`);
    },
  },
  {
    name: 'a trainee who is not signed in is refused',
    async run(check) {
      const {first} = check;
      const requests = [
        await first.attempt(first.wrongCode(), {isSignedOut: true}),
        await first.outcome(first.newKey(), true),
        await first.status({isSignedOut: true}),
      ];
      for (const exchange of requests) expectSignedOut(check, exchange);
      await check.expectFailures(first, 'an attempt of nobody');
    },
  },
  {
    name: 'a forged ticket is refused',
    needs: ['ticket'],
    async run(check) {
      const {first} = check;
      const {ticket = ''} = first.options;
      const middle = Math.floor(ticket.length / 2);
      const other = ticket[middle] === 'A' ? 'B' : 'A';
      const forged = ticket.slice(0, middle) + other + ticket.slice(middle + 1);
      for (const value of [forged, ticket.slice(1), 'x'.repeat(64)]) {
        const {body} = await first.attempt(first.wrongCode(), {fields: {ticket: value}});
        check.expect(
          body['code'] === 'ticket-invalid',
          `code ${show(body['code'])} instead of ticket-invalid`,
        );
      }
      await check.expectFailures(first, 'a forged ticket');
    },
  },
  {
    name: 'nothing tells a stranger who is registered',
    needs: ['subject'],
    async run(check) {
      const {subject = ''} = check.first.options;
      for (const telltale of await findTelltales(check, subject)) check.fail(telltale);
      await check.expectFailures(check.first, 'the requests of a stranger');
    },
  },
];

/** Expects a refusal: the contract's, a login page, or a redirect to one. */
function expectSignedOut(check: Check, {request, status, body, isJson}: Exchange): void {
  const what = `${request.method} ${request.path}`.trim();
  if (isJson) {
    const {code} = body;
    check.expect(
      code === 'session-required' || code === 'ticket-invalid',
      `${what}: code ${show(code)} instead of session-required`,
    );
    return;
  }
  const isLoginPage = status < 400 || status === 401 || status === 403;
  check.expect(
    isLoginPage || (status === 404 && request.route === 'status'),
    `${what}: status ${status}`,
  );
}
