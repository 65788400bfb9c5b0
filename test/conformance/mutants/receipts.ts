/** Endpoints whose receipts or tickets prove nothing. */
import {SmallEndpoint} from '../small-endpoint.ts';
import type {Account, Answer, StoredReceipt} from '../small-rules.ts';
import {CASE, withBody, type EndpointMutant} from './mutant.ts';

/** What a request for a receipt names. */
type Owner = Readonly<Record<'subject' | 'site' | 'occasion', string | undefined>>;

/** Receipts and the routes for servers. */
export const RECEIPTS: readonly EndpointMutant[] = [
  {
    fault: 'gives everybody the same receipt',
    caughtBy: CASE.guess,
    Endpoint: class extends SmallEndpoint {
      protected override receiptId(): string {
        return '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
      }
    },
  },
  {
    fault: 'numbers its receipts',
    caughtBy: CASE.guess,
    Endpoint: class extends SmallEndpoint {
      #count = 1000;
      protected override receiptId(): string {
        return `receipt-of-the-institute-${++this.#count}`;
      }
    },
  },
  {
    fault: 'takes the time for a receipt',
    caughtBy: CASE.guess,
    Endpoint: class extends SmallEndpoint {
      protected override receiptId(): string {
        return Buffer.from(`receipt ${this.now()}`).toString('base64url');
      }
    },
  },
  {
    fault: 'makes receipts of the trainee’s name',
    caughtBy: CASE.guess,
    Endpoint: class extends SmallEndpoint {
      protected override receiptId({subject}: Account): string {
        return Buffer.from(`${subject} ${Math.random()}`).toString('base64url');
      }
    },
  },
  {
    fault: 'makes short receipts',
    caughtBy: CASE.guess,
    Endpoint: class extends SmallEndpoint {
      protected override receiptId(): string {
        return String(Math.random()).slice(2, 10);
      }
    },
  },
  {
    fault: 'gives no receipt',
    caughtBy: CASE.fields,
    Endpoint: class extends SmallEndpoint {
      protected override receiptId(): string {
        return '';
      }
    },
  },
  {
    fault: 'accepts a receipt twice',
    caughtBy: CASE.receiptOnce,
    Endpoint: class extends SmallEndpoint {
      protected override canRedeem(): boolean {
        return true;
      }
    },
  },
  {
    fault: 'forgets the answer to the site whose receipt it was',
    caughtBy: CASE.receiptOnce,
    Endpoint: class extends SmallEndpoint {
      protected override canRedeem({redeemedBy}: StoredReceipt): boolean {
        return redeemedBy === undefined;
      }
    },
  },
  {
    fault: 'accepts a receipt of another trainee',
    caughtBy: CASE.receiptOwner,
    Endpoint: class extends SmallEndpoint {
      protected override isOwnedBy({site, occasion}: StoredReceipt, owner: Owner): boolean {
        return site === owner.site && occasion === owner.occasion;
      }
    },
  },
  {
    fault: 'accepts a receipt of another occasion',
    caughtBy: CASE.receiptOwner,
    Endpoint: class extends SmallEndpoint {
      protected override isOwnedBy({site, subject}: StoredReceipt, owner: Owner): boolean {
        return site === owner.site && subject === owner.subject;
      }
    },
  },
  {
    fault: 'accepts a receipt of another site',
    caughtBy: CASE.receiptSite,
    Endpoint: class extends SmallEndpoint {
      protected override isOwnedBy({subject, occasion}: StoredReceipt, owner: Owner): boolean {
        return subject === owner.subject && occasion === owner.occasion;
      }
    },
  },
  {
    fault: 'lets everybody be the site’s server',
    caughtBy: CASE.servers,
    Endpoint: class extends SmallEndpoint {
      protected override async forSite(
        _request: Request,
        handle: (site: string) => Promise<Answer>,
      ): Promise<Answer> {
        return handle('institute');
      }
    },
  },
  {
    fault: 'accepts a revoked ticket',
    caughtBy: CASE.ticket,
    Endpoint: class extends SmallEndpoint {
      protected override revokeTicket(): Answer {
        return {status: 200, body: {code: 'revoked'}};
      }
    },
  },
  {
    fault: 'accepts a ticket for any occasion',
    caughtBy: CASE.ticket,
    Endpoint: class extends SmallEndpoint {
      protected override forTicket(
        ticket: string,
        handle: (account: Account) => Promise<Answer>,
      ): Promise<Answer> {
        return super.forTicket(ticket, handle);
      }
    },
  },
  {
    fault: 'sends a receipt that the widget can’t read',
    caughtBy: CASE.fields,
    Endpoint: class extends SmallEndpoint {
      protected override verified(
        ...[account, attempt, step]: Parameters<SmallEndpoint['verified']>
      ): Answer {
        return withBody(super.verified(account, attempt, step), {verificationId: '영수증'});
      }
    },
  },
];
