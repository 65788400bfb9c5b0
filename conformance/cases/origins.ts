/** Pages of other origins: their requests carry the session's cookie as well (CSRF). */
import {OUTCOMES, show, type ConformanceCase} from '../check.ts';
import {CORS_RULE} from '../rules.ts';

/** The cases of the header `Origin`. */
export const ORIGIN_CASES: readonly ConformanceCase[] = [
  {
    name: 'the site’s own page is not refused for its origin',
    async run(check) {
      // Five digits: a page that may ask gets an answer that counts nothing.
      const {body} = await check.first.attempt('12345', {headers: {Origin: check.origin}});
      check.expect(
        body['code'] === 'invalid-request',
        `Origin: ${check.origin}: code ${show(body['code'])} instead of invalid-request. Is it your pages’ origin? --origin names it.`,
      );
    },
  },
  {
    name: 'a page of another origin is refused',
    async run(check) {
      const {first} = check;
      const {protocol, host, hostname} = new URL(check.origin);
      const origins = [
        'https://elsewhere.invalid',
        `${protocol}//${hostname}.elsewhere.invalid`,
        `${protocol}//elsewhere-${host}.invalid`,
        `${protocol}//${hostname}:1`,
      ];
      for (const origin of origins) {
        const exchange = await first.attempt(first.wrongCode(), {headers: {Origin: origin}});
        if (!check.compare(first, exchange, [OUTCOMES.origin], `Origin: ${origin}`)) break;
      }
      await check.expectFailures(first, 'attempts of other origins');
    },
  },
  {
    name: 'a page without an origin of its own (Origin: null) is refused',
    async run(check) {
      const {first} = check;
      await check.attempt(first, first.wrongCode(), OUTCOMES.origin, {headers: {Origin: 'null'}});
      await check.expectFailures(first, 'an attempt with Origin: null');
    },
  },
  {
    name: 'an attempt without the page’s CSRF token is refused',
    needs: ['csrf'],
    async run(check) {
      const {first} = check;
      const {status, body, isJson} = await check.withoutCsrf(first).attempt(first.wrongCode());
      // A filter before the endpoint answers with a page of its own.
      const isRefused = isJson ? body['code'] === 'csrf' : status === 403;
      check.expect(isRefused, `status ${status}, code ${show(body['code'])} instead of csrf`);
      await check.expectFailures(first, 'an attempt without a CSRF token');
    },
  },
  {
    name: CORS_RULE.name,
    async run(check) {
      const {first} = check;
      const Origin = 'https://elsewhere.invalid';
      const preflight = {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      };
      const exchanges = [
        await first.other('OPTIONS', '', preflight),
        await first.other('OPTIONS', '', {...preflight, Origin: 'null'}),
        await first.status({headers: {Origin}}),
        await first.status({headers: {Origin: 'null'}}),
        await first.attempt('12345', {headers: {Origin}}),
      ];
      for (const exchange of exchanges) {
        for (const failure of CORS_RULE.failures(exchange)) {
          check.fail(`${exchange.request.method} ${exchange.request.path}: ${failure}`);
        }
      }
    },
  },
];
