/** Receipts: the site's server checks each once, since the browser is never the authority. */
import type * as v from 'valibot';
import type {EndpointContext} from './context.ts';
import type {ReceiptResponse, ReceiptQuery} from './schemas.ts';
import type {AttemptRecord} from './store/store.ts';

/** What came of a check. */
export type ReceiptResult =
  | v.InferOutput<typeof ReceiptResponse>
  /** None of this id for this site, subject and occasion, or out of date. */
  | {readonly code: 'receipt-unknown'}
  /** It was checked before. */
  | {readonly code: 'receipt-used'};

/** A new id for a receipt: 122 random bits. */
export function createReceiptId(): string {
  return crypto.randomUUID();
}

/**
 * Checks a receipt, once.
 *
 * @param by the site and its own mark of this check: under the same, the same answer comes again, so
 *   that a lost answer loses no verification
 */
export async function redeemReceipt(
  {store, now}: Pick<EndpointContext, 'store' | 'now'>,
  id: string,
  asked: v.InferOutput<typeof ReceiptQuery> & {readonly site: string},
  by: string,
): Promise<ReceiptResult> {
  const at = now();
  return store.transaction(
    async (tx): Promise<ReceiptResult> => {
      const isFirst = await tx.redeemReceipt(id, by, at);
      const attempt = await tx.findByReceipt(id);
      const receipt = attempt && toReceipt(attempt, at);
      if (!attempt || !receipt || !matchesQuery(receipt, asked)) return {code: 'receipt-unknown'};
      if (!isFirst && attempt.checkedBy !== by) return {code: 'receipt-used'};
      if (isFirst) {
        const {subject} = receipt;
        await tx.addEvent({id: `receipt ${id}`, subject, what: 'receipt-checked', by, at});
      }
      return receipt;
    },
    ({code}) => (code === 'receipt-unknown' ? undefined : []),
  );
}

function matchesQuery(
  receipt: v.InferOutput<typeof ReceiptResponse>,
  asked: v.InferOutput<typeof ReceiptQuery> & {readonly site: string},
): boolean {
  const {subject, occasion, site} = receipt;
  return subject === asked.subject && occasion === asked.occasion && site === asked.site;
}

/** The receipt of an attempt, as long as it holds. */
function toReceipt(
  {result, subject, site, occasion, unit, at}: AttemptRecord,
  now: number,
): v.InferOutput<typeof ReceiptResponse> | undefined {
  if (result?.body.code !== 'verified') return undefined;
  const {verificationId, verifiedAt = at, expiresAt} = result.body;
  if (expiresAt !== undefined && expiresAt <= now) return undefined;
  return {code: 'valid', verificationId, subject, site, occasion, unit, verifiedAt};
}
