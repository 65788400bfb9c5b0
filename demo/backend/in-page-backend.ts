/** The verification system of the demo: the endpoint inside the page, kept over a reload. */
import {createEndpoint} from '../../endpoint/app.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import {webCryptoEncryption} from '../../endpoint/crypto/encryption.ts';
import {MemoryStore, type MemoryContents} from '../../endpoint/store/memory.ts';
import type {Account, Store} from '../../endpoint/store/store.ts';
import {bearerAuth, type ServiceIdentity} from '../../endpoint/auth.ts';
import {save, load} from '../shell/session-store.ts';
import type {FetchHandler} from './server-faults.ts';
import {demoNow} from '../shell/demo-clock.ts';
import {TRAINEES, type TraineeId} from './fixtures.ts';

/** The name of the training site at the endpoint. */
export const SITE_ID = 'demo';

/** Which server calls. */
export type ServiceName = ServiceIdentity['kind'];

/** Makes a request to the endpoint's door for servers, with the secret of who calls. */
export type CreateServiceRequest<Who extends ServiceName> = (
  caller: Who,
  method: string,
  path: string,
  body?: object,
) => Request;

/** The verification system, as the other parties reach it. */
interface BackendBase {
  /** Tells this tab's system from those of other tabs. */
  readonly id: string;
  /** Whether it began just now, with nobody registered. */
  readonly isNew: boolean;
  /** The endpoint: what a trainee's page sends, and what servers send. */
  readonly fetchEndpoint: FetchHandler;
  /** As after five failures. */
  readonly lockTrainee: (trainee: TraineeId) => Promise<void>;
}

/** In this page, where the site's server and the identity service are played as well. */
export interface InPageBackend extends BackendBase {
  readonly kind: 'in-page';
  readonly createServiceRequest: CreateServiceRequest<ServiceName>;
}

/** On a server, with a clock of its own; so are the site's server and the identity service. */
export interface NodeBackend extends BackendBase {
  readonly kind: 'on-server';
  readonly fetchSite: FetchHandler;
  readonly identityOrigin: string;
  /** The app's server is played by the page all the same. */
  readonly createServiceRequest: CreateServiceRequest<'app'>;
}

/** The verification system, wherever it runs. */
export type Backend = InPageBackend | NodeBackend;

/** What is kept over a reload. */
interface StoredBackend {
  readonly id: string;
  /** Seals what is in the store. */
  readonly key: readonly number[];
  readonly contents: MemoryContents;
}

/**
 * Starts the system, as it was before a reload.
 *
 * @param base the endpoint's address on this origin
 * @param signedIn who is signed in at the training site
 */
export async function startInPageBackend(
  base: URL,
  signedIn: () => TraineeId,
): Promise<InPageBackend> {
  const before = load('system') as StoredBackend | undefined;
  const id = before?.id ?? crypto.randomUUID();
  const key = before?.key ?? [...crypto.getRandomValues(new Uint8Array(32))];
  const memory = new MemoryStore(before?.contents);
  const store: Store = {
    read: (work) => memory.read(work),
    async transaction(work, keeps) {
      const result = await memory.transaction(work, keeps);
      save('system', {id, key, contents: memory.contents} satisfies StoredBackend);
      return result;
    },
    isReady: () => memory.isReady(),
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
      const subject = signedIn();
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
    isNew: before === undefined,
    fetchEndpoint: (request) => endpoint.fetch(request),
    createServiceRequest: serviceRequestFactory(base, secrets),
    async lockTrainee(subject) {
      await store.transaction(async (tx) => {
        const account = await tx.lockAccount(subject);
        if (account) await tx.updateAccount(subject, lockedAccount(account, demoNow()));
      });
    },
  };
}

/** Makes requests to the door for servers of the endpoint at `base`, by the secrets of who calls. */
export function serviceRequestFactory<Who extends ServiceName>(
  base: URL,
  secrets: Readonly<Record<Who, string>>,
): CreateServiceRequest<Who> {
  return (caller, method, path, body) =>
    new Request(base.href + path, {
      method,
      headers: {Authorization: `Bearer ${secrets[caller]}`, 'Content-Type': 'application/json'},
      ...(body && {body: JSON.stringify(body)}),
    });
}

/** An account as it is after five failures, the last of them now (ms since the epoch). */
export function lockedAccount(account: Account, now: number): Account {
  return {...account, failures: MAX_FAILURES, lockedAt: now};
}
