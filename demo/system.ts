/** The verification system of the demo, inside the page: one trainee, kept over a reload. */
import {createEndpoint, identityVerified, registeredAnew} from './endpoint/app.ts';
import {MemoryStore, type Contents, type Store} from './endpoint/store.ts';
import {newSecret} from './endpoint/totp.ts';
import type {Serve} from './mood.ts';

/** The one trainee who is signed in. */
const SUBJECT = 'hong';

/** Where the system is kept over a reload, so that a lock stays (requirement C6). */
const KEPT_AS = 'motp-verify-demo';

/** The verification system as the demo's page uses it. */
export interface System {
  /** The endpoint. */
  readonly serve: Serve;
  /** Tells this page's system from those of other tabs. */
  readonly id: string;
  /** The seed that was issued to the trainee's phone. */
  readonly secret: () => string;
  /** The identity service has verified the trainee. */
  readonly identityVerified: () => Promise<void>;
  /** The trainee has registered the app anew. */
  readonly registeredAnew: () => Promise<void>;
}

/** What is kept over a reload. */
interface Kept {
  readonly id: string;
  readonly fingerprintSecret: string;
  readonly contents: Contents;
}

/**
 * Starts the system as it was before the reload, or with a newly registered trainee.
 *
 * @param basePath the endpoint's path on this origin
 */
export function startSystem(basePath: string): System {
  const kept = sessionStorage.getItem(KEPT_AS);
  const {id, fingerprintSecret, contents}: Kept = kept ? JSON.parse(kept) : newlyKept();
  const memory = new MemoryStore(contents);
  const store: Store = {
    async transaction(work) {
      const result = await memory.transaction(work);
      const keep: Kept = {id, fingerprintSecret, contents: memory.contents};
      sessionStorage.setItem(KEPT_AS, JSON.stringify(keep));
      return result;
    },
  };
  const app = createEndpoint({
    basePath,
    store,
    subjectOf: () => SUBJECT,
    now: Date.now,
    fingerprintSecret,
  });
  return {
    serve: (request) => app.fetch(request),
    id,
    secret: () => new Map(memory.contents.accounts).get(SUBJECT)?.secret ?? '',
    identityVerified: () => identityVerified(store, SUBJECT),
    registeredAnew: () => registeredAnew(store, SUBJECT, newSecret()),
  };
}

/** Forgets everything: the next start registers the trainee anew. */
export function forgetSystem(): void {
  sessionStorage.removeItem(KEPT_AS);
}

function newlyKept(): Kept {
  const account = {secret: newSecret(), failures: 0, lastStep: -1, lockedAt: undefined};
  return {
    id: crypto.randomUUID(),
    fingerprintSecret: newSecret(),
    contents: {accounts: [[SUBJECT, account]], attempts: []},
  };
}
