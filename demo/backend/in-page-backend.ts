/** The verification system of the demo: the endpoint inside the page, kept over a reload. */
import {createEndpoint} from '../../endpoint/app.ts';
import {webCryptoEncryption} from '../../endpoint/crypto/encryption.ts';
import {MemoryStore, type MemoryContents} from '../../endpoint/store/memory.ts';
import {MAX_FAILURES, type Account, type Store} from '../../endpoint/store/store.ts';
import {bearerAuth, type ServiceIdentity} from '../../endpoint/auth.ts';
import {keep, kept} from '../shell/session-store.ts';
import type {Serve} from './server-faults.ts';
import {stageNow} from '../shell/demo-clock.ts';
import {TRAINEES, type TraineeId} from './fixtures.ts';

/** The name of the training site at the endpoint. */
export const SITE = 'demo';

/** Which server calls. */
export type Caller = ServiceIdentity['kind'];

/** Makes a request to the endpoint's door for servers, with the secret of who calls. */
export type RequestAs<Who extends Caller> = (
  caller: Who,
  method: string,
  path: string,
  body?: object,
) => Request;

/** The verification system, as the other parties reach it. */
interface Reached {
  /** Tells this tab's system from those of other tabs. */
  readonly id: string;
  /** Whether it began just now, with nobody registered. */
  readonly isNew: boolean;
  /** The endpoint: what a trainee's page sends, and what servers send. */
  readonly serve: Serve;
  /** As after five failures. */
  readonly lock: (trainee: TraineeId) => Promise<void>;
}

/** In this page, where the site's server and the identity service are played as well. */
export interface SystemInPage extends Reached {
  readonly is: 'in-page';
  readonly requestAs: RequestAs<Caller>;
}

/** On a server, with a clock of its own; so are the site's server and the identity service. */
export interface SystemOnServer extends Reached {
  readonly is: 'on-server';
  readonly site: Serve;
  readonly identityOrigin: string;
  /** The app's server is played by the page all the same. */
  readonly requestAs: RequestAs<'app'>;
}

/** The verification system, wherever it runs. */
export type System = SystemInPage | SystemOnServer;

/** What is kept over a reload. */
interface Kept {
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
export async function startSystem(base: URL, signedIn: () => TraineeId): Promise<SystemInPage> {
  const before = kept('system') as Kept | undefined;
  const id = before?.id ?? crypto.randomUUID();
  const key = before?.key ?? [...crypto.getRandomValues(new Uint8Array(32))];
  const memory = new MemoryStore(before?.contents);
  const store: Store = {
    read: (work) => memory.read(work),
    async transaction(work, keeps) {
      const result = await memory.transaction(work, keeps);
      keep('system', {id, key, contents: memory.contents} satisfies Kept);
      return result;
    },
    isReady: () => memory.isReady(),
    close: () => memory.close(),
  };
  const secrets: Readonly<Record<Caller, string>> = {
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
      const trainee = {subject, site: SITE, identity: TRAINEES[subject].atSite};
      return {kind: 'trainee', trainee};
    },
    authenticateService: bearerAuth({
      sites: {[SITE]: secrets.site},
      app: secrets.app,
      identityService: secrets['identity-service'],
    }),
    now: stageNow,
  });
  return {
    is: 'in-page',
    id,
    isNew: before === undefined,
    serve: (request) => endpoint.fetch(request),
    requestAs: requestsOf(base, secrets),
    async lock(subject) {
      await store.transaction(async (tx) => {
        const account = await tx.lockAccount(subject);
        if (account) await tx.updateAccount(subject, lockedAt(account, stageNow()));
      });
    },
  };
}

/** Makes requests to the door for servers of the endpoint at `base`, by the secrets of who calls. */
export function requestsOf<Who extends Caller>(
  base: URL,
  secrets: Readonly<Record<Who, string>>,
): RequestAs<Who> {
  return (caller, method, path, body) =>
    new Request(base.href + path, {
      method,
      headers: {Authorization: `Bearer ${secrets[caller]}`, 'Content-Type': 'application/json'},
      ...(body && {body: JSON.stringify(body)}),
    });
}

/** An account as it is after five failures, the last of them now (ms since the epoch). */
export function lockedAt(account: Account, now: number): Account {
  return {...account, failures: MAX_FAILURES, lockedAt: now};
}
