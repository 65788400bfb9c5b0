/** Receipts: the site's server redeems each once, because a browser is never proof. */
import type * as v from 'valibot';
import {accountIdOf, ownerOf} from './account-id.ts';
import type {EndpointContext} from './context.ts';
import type {ReceiptQuery, ReceiptResponse} from './schemas.ts';
import type {AttemptRecord} from './store/store.ts';

/** The result of redeeming a receipt. */
export type ReceiptResult =
  | v.InferOutput<typeof ReceiptResponse>
  /** There is no valid receipt of this id, site, subject and occasion. */
  | {readonly code: 'receipt-unknown'}
  /** The receipt was redeemed before. */
  | {readonly code: 'receipt-used'};

/** A receipt's subject, occasion and site, which must all match. */
type ReceiptOwner = v.InferOutput<typeof ReceiptQuery> & {readonly site: string};

/** Creates the id of a receipt: 122 random bits. */
export function createReceiptId(): string {
  return crypto.randomUUID();
}

/**
 * Redeems a receipt, once.
 *
 * @param by the site and its idempotency key of this request: the same one gets the same result again,
 *   so that a lost response loses no verification
 * @param address the network address of the site's server, for the audit trail
 */
export async function redeemReceipt(
  {store, now}: Pick<EndpointContext, 'store' | 'now'>,
  id: string,
  owner: ReceiptOwner,
  by: string,
  address?: string,
): Promise<ReceiptResult> {
  const at = now();
  return store.transaction(
    async (tx): Promise<ReceiptResult> => {
      const isFirst = await tx.redeemReceipt(id, by, at);
      const attempt = await tx.findByReceipt(id);
      const receipt = attempt && toReceipt(attempt, at);
      if (!attempt || !receipt || !isOwnedBy(receipt, owner)) return {code: 'receipt-unknown'};
      if (!isFirst && attempt.checkedBy !== by) return {code: 'receipt-used'};
      if (isFirst) {
        const accountId = accountIdOf(receipt);
        const what = 'receipt-checked';
        await tx.addEvent({id: `receipt ${id}`, accountId, what, by, at, address});
      }
      return receipt;
    },
    ({code}) => code !== 'receipt-unknown',
  );
}

function isOwnedBy(receipt: v.InferOutput<typeof ReceiptResponse>, owner: ReceiptOwner): boolean {
  const {subject, occasion, site} = receipt;
  return subject === owner.subject && occasion === owner.occasion && site === owner.site;
}

/** Returns the receipt of an attempt, unless it has expired. */
function toReceipt(
  {result, accountId, site, occasion, unit, at}: AttemptRecord,
  now: number,
): v.InferOutput<typeof ReceiptResponse> | undefined {
  if (result?.body.code !== 'verified') return undefined;
  const {verificationId, verifiedAt = at, expiresAt} = result.body;
  if (expiresAt !== undefined && expiresAt <= now) return undefined;
  const {subject} = ownerOf(accountId);
  const about = {subject, site, occasion, unit, verifiedAt};
  return {code: 'valid', verificationId, ...about, serverTime: now};
}
