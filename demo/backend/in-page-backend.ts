/** The demo's in-page backend: the endpoint runs inside the page and survives a reload. */
import {accountIdOf} from '../../endpoint/account-id.ts';
import {createEndpoint} from '../../endpoint/app.ts';
import {webCryptoEncryption} from '../../endpoint/crypto/encryption.ts';
import {MemoryStore, type MemoryContents} from '../../endpoint/store/memory.ts';
import type {Store} from '../../endpoint/store/store.ts';
import {bearerAuth} from '../../endpoint/auth.ts';
import {load, save} from '../shell/session-store.ts';
import {demoNow} from '../shell/demo-clock.ts';
import {
  lockedAccount,
  serviceRequestFactory,
  SITE_ID,
  type InPageBackend,
  type ServiceName,
} from './backend.ts';
import {TRAINEES, type TraineeId} from './fixtures.ts';

/** The part of the backend that survives a reload. */
interface StoredBackend {
  readonly id: string;
  /** The key that encrypts the store's contents. */
  readonly key: readonly number[];
  readonly contents: MemoryContents;
}

/**
 * Starts the in-page backend, in the state it had before a reload.
 *
 * @param base the endpoint's URL on this origin
 * @param currentTrainee returns the trainee who is signed in to the training site
 */
export async function startInPageBackend(
  base: URL,
  currentTrainee: () => TraineeId,
): Promise<InPageBackend> {
  const stored = load('backend') as StoredBackend | undefined;
  const id = stored?.id ?? crypto.randomUUID();
  const key = stored?.key ?? [...crypto.getRandomValues(new Uint8Array(32))];
  const memory = new MemoryStore(stored?.contents);
  const saved = async <Result>(writing: Promise<Result>): Promise<Result> => {
    const result = await writing;
    save('backend', {id, key, contents: memory.contents} satisfies StoredBackend);
    return result;
  };
  const store: Store = {
    read: (work) => memory.read(work),
    transaction: (work, shouldCommit) => saved(memory.transaction(work, shouldCommit)),
    findForAttempt: (query) => memory.findForAttempt(query),
    storeAttempt: (attempt) => saved(memory.storeAttempt(attempt)),
    checkReady: () => memory.checkReady(),
    close: () => memory.close(),
  };
  const secrets: Readonly<Record<ServiceName, string>> = {
    site: crypto.randomUUID(),
    app: crypto.randomUUID(),
    'identity-service': crypto.randomUUID(),
  };
  const endpoint = createEndpoint({
    basePath: base.pathname,
    store,
    encryption: await webCryptoEncryption(Uint8Array.from(key)),
    authenticateTrainee() {
      const subject = currentTrainee();
      const trainee = {subject, site: SITE_ID, identity: TRAINEES[subject].siteIdentity};
      return {kind: 'trainee', trainee};
    },
    authenticateService: bearerAuth({
      sites: {[SITE_ID]: secrets.site},
      app: secrets.app,
      identityService: secrets['identity-service'],
    }),
    now: demoNow,
  });
  return {
    kind: 'in-page',
    id,
    isNew: stored === undefined,
    fetchEndpoint: (request) => endpoint.fetch(request),
    createServiceRequest: serviceRequestFactory(base, secrets),
    async lockTrainee(subject) {
      const accountId = accountIdOf({site: SITE_ID, subject});
      await store.transaction(async (tx) => {
        const account = await tx.lockAccount(accountId);
        if (account) await tx.updateAccount(accountId, lockedAccount(account, demoNow()));
      });
    },
  };
}
