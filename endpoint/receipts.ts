/** Receipts: the site's server checks each once, since the browser is never the authority. */
import type * as v from 'valibot';
import type {Endpoint} from './context.ts';
import type {CheckedReceipt, ReceiptQuery} from './schemas.ts';
import type {Attempt} from './store/store.ts';

/** What came of a check. */
export type ReceiptCheck =
  | v.InferOutput<typeof CheckedReceipt>
  /** None of this id for this site, subject and occasion, or out of date. */
  | {readonly code: 'receipt-unknown'}
  /** It was checked before. */
  | {readonly code: 'receipt-used'};

/** A new id for a receipt: 122 random bits. */
export function newReceipt(): string {
  return crypto.randomUUID();
}

/**
 * Checks a receipt, once.
 *
 * @param by the site and its own mark of this check: under the same, the same answer comes again, so
 *   that a lost answer loses no verification
 */
export async function checkReceipt(
  {store, now}: Pick<Endpoint, 'store' | 'now'>,
  id: string,
  asked: v.InferOutput<typeof ReceiptQuery> & {readonly site: string},
  by: string,
): Promise<ReceiptCheck> {
  const at = now();
  return store.transaction(
    async (records): Promise<ReceiptCheck> => {
      const isFirst = await records.redeem(id, by, at);
      const attempt = await records.receipt(id);
      const receipt = attempt && receiptOf(attempt, at);
      if (!attempt || !receipt || !isAbout(receipt, asked)) return {code: 'receipt-unknown'};
      if (!isFirst && attempt.checkedBy !== by) return {code: 'receipt-used'};
      if (isFirst) {
        const {subject} = receipt;
        await records.addEvent({id: `receipt ${id}`, subject, what: 'receipt-checked', by, at});
      }
      return receipt;
    },
    ({code}) => (code === 'receipt-unknown' ? undefined : []),
  );
}

function isAbout(
  receipt: v.InferOutput<typeof CheckedReceipt>,
  asked: v.InferOutput<typeof ReceiptQuery> & {readonly site: string},
): boolean {
  const {subject, occasion, site} = receipt;
  return subject === asked.subject && occasion === asked.occasion && site === asked.site;
}

/** The receipt of an attempt, as long as it holds. */
function receiptOf(
  {result, subject, site, occasion, unit, at}: Attempt,
  now: number,
): v.InferOutput<typeof CheckedReceipt> | undefined {
  if (result?.answer.code !== 'verified') return undefined;
  const {verificationId, verifiedAt = at, expiresAt} = result.answer;
  if (expiresAt !== undefined && expiresAt <= now) return undefined;
  return {code: 'valid', verificationId, subject, site, occasion, unit, verifiedAt};
}
