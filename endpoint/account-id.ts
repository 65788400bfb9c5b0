/** Identifies accounts: a subject belongs to its site, so two sites can use the same subject. */

/** A trainee of a site. */
export interface AccountOwner {
  /** The training site. Contains no blank. */
  readonly site: string;
  /** The site's own identifier of the trainee. */
  readonly subject: string;
}

/** Returns the id of a trainee's account. No other site can name it. */
export function accountIdOf({site, subject}: AccountOwner): string {
  return `${site} ${subject}`;
}

/** Returns whose account an id names: the inverse of {@link accountIdOf}. */
export function ownerOf(accountId: string): AccountOwner {
  const blank = accountId.indexOf(' ');
  return {site: accountId.slice(0, blank), subject: accountId.slice(blank + 1)};
}
