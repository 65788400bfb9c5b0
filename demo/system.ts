/** The verification system of the demo, inside the page: one trainee, kept over a reload. */
import {createEndpoint, endpointOf} from './endpoint/app.ts';
import {identityReported} from './endpoint/identity-reports.ts';
import {issue} from './endpoint/registrations.ts';
import {sealBy} from './endpoint/sealing.ts';
import {MemoryStore, type Contents} from './endpoint/store/memory.ts';
import type {Store} from './endpoint/store/store.ts';
import type {Serve} from './mood.ts';

/** The one trainee who is signed in. */
const SUBJECT = 'hong';

/** As registered, at the site and in the app. */
const IDENTITY = {name: '홍길동', phone: '01012345678'} as const;

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
  /** Seals what is in the store. */
  readonly key: readonly number[];
  /** What the phone was given. */
  readonly secret: string;
  readonly contents: Contents;
}

/**
 * Starts the system as it was before the reload, or with a newly registered trainee.
 *
 * @param basePath the endpoint's path on this origin
 */
export async function startSystem(basePath: string): Promise<System> {
  const before = sessionStorage.getItem(KEPT_AS);
  const kept: Kept | undefined = before ? JSON.parse(before) : undefined;
  const id = kept?.id ?? crypto.randomUUID();
  const key = kept?.key ?? [...crypto.getRandomValues(new Uint8Array(32))];
  let secret = kept?.secret ?? '';
  const memory = new MemoryStore(kept?.contents);
  const keep = (): void => {
    const all: Kept = {id, key, secret, contents: memory.contents};
    sessionStorage.setItem(KEPT_AS, JSON.stringify(all));
  };
  const store: Store = {
    read: (work) => memory.read(work),
    async transaction(work, keeps) {
      const result = await memory.transaction(work, keeps);
      keep();
      return result;
    },
    isReady: () => memory.isReady(),
    close: () => memory.close(),
  };
  const trainee = {subject: SUBJECT, site: 'demo', identity: IDENTITY};
  const options = {
    basePath,
    store,
    seal: await sealBy(Uint8Array.from(key)),
    whoAsks: () => ({is: 'trainee', trainee}) as const,
    now: Date.now,
  };
  const app = createEndpoint(options);
  const endpoint = endpointOf(options);
  const registeredAnew = async (): Promise<void> => {
    secret = (await issue(endpoint, SUBJECT, IDENTITY, 'app')).secret;
    keep();
  };
  if (!kept) await registeredAnew();
  return {
    serve: (request) => app.fetch(request),
    id,
    secret: () => secret,
    async identityVerified() {
      await identityReported(endpoint, {
        subject: SUBJECT,
        method: 'phone-identity',
        transactionId: crypto.randomUUID(),
        ...IDENTITY,
        verifiedAt: Date.now(),
      });
    },
    registeredAnew,
  };
}

/** Forgets everything: the next start registers the trainee anew. */
export function forgetSystem(): void {
  sessionStorage.removeItem(KEPT_AS);
}
