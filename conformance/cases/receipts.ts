/** Receipts and the routes for servers: nobody guesses a receipt, and the site redeems each once. */
import {OCCASIONS} from '../../src/core/occasion.ts';
import {show, type Check, type ConformanceCase} from '../check.ts';
import type {Exchange} from '../endpoint.ts';
import {whyGuessable} from '../predictability.ts';
import {allowedOf} from './steps.ts';

/** How many servers of one site redeem a receipt at once. */
const PARALLEL = 8;

/** The cases of receipts and of tickets. */
export const RECEIPT_CASES: readonly ConformanceCase[] = [
  {
    name: 'a receipt can’t be guessed',
    needs: ['secret'],
    async run(check) {
      const {first, receipts} = check;
      if (receipts.length === 1) {
        await check.awaitUnusedStep(first, 2);
        const step = first.step();
        const exchange = await first.attempt(first.codeOf(step));
        check.compare(first, exchange, allowedOf(step, exchange.sentAt, exchange.answeredAt));
        first.usedStep = step;
      }
      check.expect(check.receipts.length > 1, 'fewer than two receipts, so none to compare');
      for (const reason of whyGuessable(check.receipts)) check.fail(reason);
    },
  },
  {
    name: 'a stranger can’t use the routes for servers',
    needs: ['site-secret', 'subject'],
    async run(check) {
      const {subject = ''} = check.first.options;
      const stranger = check.service('stranger');
      const [receipt] = check.receipts;
      const exchanges = [
        await stranger.issueTicket(subject, check.occasion),
        await stranger.redeem(receipt?.id ?? crypto.randomUUID(), subject, check.occasion, 'k1'),
        await check.first.other('GET', `/verifications/${receipt?.id ?? 'x'}?${queryOf(check)}`),
      ];
      for (const {request, status} of exchanges) {
        const isRefused = status === 403 || status === 401;
        check.expect(
          isRefused,
          `${request.method} ${request.path}: status ${status} instead of 403`,
        );
      }
    },
  },
  {
    name: 'a ticket is for one occasion, until the site revokes it',
    needs: ['site-secret', 'subject'],
    async run(check) {
      const {subject = ''} = check.first.options;
      const site = check.service('site');
      const {status, body} = await site.issueTicket(subject, check.occasion);
      const {id, ticket} = body;
      if (typeof ticket !== 'string' || typeof id !== 'string' || ticket.length > 512) {
        return check.fail(`status ${status}, ticket ${show(ticket)}, id ${show(id)}`);
      }
      const page = check.withTicket(check.first, ticket);
      const ready = await page.status();
      check.expect(
        ready.status === 200,
        `the status with a new ticket: ${show(ready.body['code'])}`,
      );
      const occasion = otherOccasion(check);
      const other = await page.attempt(page.wrongCode(), {fields: {occasion}});
      expectTicketInvalid(check, other, `a ticket for ${check.occasion} at ${occasion}`);
      await site.revokeTicket(id);
      expectTicketInvalid(check, await page.status(), 'the status with a revoked ticket');
      const revoked = await page.attempt(page.wrongCode());
      expectTicketInvalid(check, revoked, 'an attempt with a revoked ticket');
      await check.expectFailures(check.first, 'attempts with invalid tickets');
    },
  },
  {
    name: 'a receipt is only for its trainee and its occasion',
    needs: ['secret', 'site-secret', 'subject'],
    async run(check) {
      const {subject = ''} = check.first.options;
      const [receipt] = check.receipts;
      if (!receipt) return check.fail('there was no receipt to redeem');
      const site = check.service('site');
      const {occasion} = check;
      const strangers = `${subject}x`;
      for (const [what, answer] of [
        ['another trainee', await site.redeem(receipt.id, strangers, occasion, 'k2')],
        ['another occasion', await site.redeem(receipt.id, subject, otherOccasion(check), 'k3')],
        ['a made-up id', await site.redeem(crypto.randomUUID(), subject, occasion, 'k4')],
      ] as const) {
        expectNoReceipt(check, answer, what, 404);
      }
    },
  },
  {
    name: 'a receipt is only for its site',
    needs: ['secret', 'site-secret', 'other-site-secret', 'subject'],
    async run(check) {
      const {subject = ''} = check.first.options;
      const [receipt] = check.receipts;
      if (!receipt) return check.fail('there was no receipt to redeem');
      const other = check.service('other-site');
      const answer = await other.redeem(receipt.id, subject, check.occasion, 'k5');
      expectNoReceipt(check, answer, 'another site', 404);
    },
  },
  {
    name: 'a receipt is redeemed once',
    needs: ['secret', 'site-secret', 'subject'],
    async run(check) {
      const {subject = ''} = check.first.options;
      const [receipt] = check.receipts;
      if (!receipt) return check.fail('there was no receipt to redeem');
      const redeem = (key: string): Promise<Exchange> =>
        check.service('site').redeem(receipt.id, subject, check.occasion, key);
      const keys = Array.from({length: PARALLEL}, () => check.first.newKey());
      const answers = await Promise.all(
        keys.map(async (key) => ({key, answer: await redeem(key)})),
      );
      const valid = answers.filter(({answer}) => answer.body['code'] === 'valid');
      const [once] = valid;
      check.expect(valid.length === 1, `${valid.length} of ${PARALLEL} requests redeemed it`);
      if (!once) return;
      const {body} = once.answer;
      for (const [name, value] of [
        ['verificationId', receipt.id],
        ['subject', subject],
        ['occasion', check.occasion],
      ] as const) {
        check.expect(body[name] === value, `${name} is ${show(body[name])} instead of ${value}`);
      }
      const again = await redeem(once.key);
      const isSame = again.body['code'] === 'valid';
      check.expect(isSame, `the same request again: code ${show(again.body['code'])}`);
      expectNoReceipt(check, await redeem(check.first.newKey()), 'a second time', 409);
    },
  },
];

function queryOf({first, occasion}: Check): URLSearchParams {
  return new URLSearchParams({subject: first.options.subject ?? '', occasion});
}

function otherOccasion({occasion}: Check): string {
  return OCCASIONS.find((other) => other !== occasion) ?? '';
}

function expectTicketInvalid(check: Check, {body}: Exchange, what: string): void {
  const isRefused = body['code'] === 'ticket-invalid' && body['counted'] === false;
  check.expect(isRefused, `${what}: code ${show(body['code'])} instead of ticket-invalid`);
}

function expectNoReceipt(
  check: Check,
  {status, body}: Exchange,
  what: string,
  expected: number,
): void {
  const isRefused = status === expected && body['code'] !== 'valid';
  check.expect(isRefused, `${what}: status ${status}, code ${show(body['code'])}`);
}
