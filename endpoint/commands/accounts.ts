/** `motp-endpoint accounts`: finds, unlocks, suspends and erases the account of a trainee. */
import {accountIdOf, type AccountOwner} from '../account-id.ts';
import {RECENT_FAILURE_WINDOW_MS} from '../attempts/decide.ts';
import type {ServerConfig} from '../config.ts';
import {createEncryption, openServerStore} from '../open-store.ts';
import type {Account, AuditEventKind, Store} from '../store/store.ts';

/** The arguments of the command. */
export interface AccountsArguments extends AccountOwner {
  readonly action: string;
  /** Whether the operator has confirmed that rows are deleted. */
  readonly yes: boolean;
}

/** Runs an action. @returns the exit code, or `undefined` if there is no such action */
export async function runAccounts(
  config: ServerConfig,
  print: (text: string) => void,
  {action, yes, ...owner}: AccountsArguments,
): Promise<number | undefined> {
  const run = ACTIONS[action];
  if (!run) return undefined;
  if (action === 'erase' && !yes) {
    print('This deletes the account, its attempts and its audit trail. Confirm with --yes.');
    return 2;
  }
  const store = openServerStore(config, await createEncryption(config));
  try {
    const result = await run(store, accountIdOf(owner), Date.now());
    print(result ?? `The site ${owner.site} has no account of this subject.`);
    return result === undefined ? 1 : 0;
  } finally {
    await store.close();
  }
}

/** Runs on one account. @returns what to print, or `undefined` if there is no account */
type Action = (store: Store, accountId: string, now: number) => Promise<string | undefined>;

const ACTIONS: Readonly<Record<string, Action | undefined>> = {
  async find(store, accountId, now) {
    const since = now - RECENT_FAILURE_WINDOW_MS;
    const account = await store.read((tx) => tx.getAccount(accountId, since));
    if (!account) return undefined;
    const {registration, pending, failures, recentFailures, lockedAt, suspendedAt} = account;
    const state = {
      isRegistered: registration !== undefined,
      waitsForConfirmation: pending !== undefined,
      failures,
      recentFailures,
      lockedAt: formatTime(lockedAt),
      suspendedAt: formatTime(suspendedAt),
    };
    return JSON.stringify(state, null, 2);
  },
  unlock: (store, accountId, now) =>
    change(store, accountId, now, 'unlocked', {
      failures: 0,
      lockedAt: undefined,
      suspendedAt: undefined,
      forgivenAt: now,
    }),
  suspend: (store, accountId, now) =>
    change(store, accountId, now, 'suspended', {lockedAt: now, suspendedAt: now}),
  async erase(store, accountId) {
    const deleted = await store.transaction((tx) => tx.eraseAccount(accountId));
    return deleted === 0 ? undefined : `Deleted ${deleted} rows.`;
  },
};

/** Changes an account, with an entry of its audit trail. */
async function change(
  store: Store,
  accountId: string,
  at: number,
  what: AuditEventKind,
  changes: Partial<Account>,
): Promise<string | undefined> {
  const isFound = await store.transaction(async (tx) => {
    const account = await tx.lockAccount(accountId);
    if (!account) return false;
    await tx.updateAccount(accountId, {...account, ...changes});
    await tx.addEvent({id: crypto.randomUUID(), accountId, what, by: 'operator', at});
    return true;
  });
  return isFound ? `The account is ${what}.` : undefined;
}

function formatTime(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
