/**
 * A training site for the guide's snippets: it serves one of them as its page, and keeps the receipts'
 * ids that the page hands in.
 */
import type {Context} from 'hono';
import {OCCASIONS} from '../../../src/core/occasion.ts';
import {startTrainingSite, type TrainingSite} from '../../harness/training-site.ts';

/** The trainee of every snippet, as registered. */
export const SNIPPET_TRAINEE = {name: '홍길동', phone: '01012345678'} as const;

/** The token that Spring and eGovFrame snippets must bring along. */
export const CSRF_TOKEN = 'token-of-this-session';

/** What the host serves. */
export interface SnippetPage {
  /** The page. */
  readonly page: string;
  /** Scripts by their paths. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Whether every post must bring {@link CSRF_TOKEN}. */
  readonly requiresToken?: boolean;
}

/** See the file's head. */
export interface SnippetSite extends TrainingSite {
  /** The occasion that the endpoint confirms for the id that was handed in; waits for one. */
  readonly confirmedOccasion: () => Promise<string>;
}

/** Serves a snippet's page. */
export async function openSnippetSite({
  page,
  scripts,
  requiresToken = false,
}: SnippetPage): Promise<SnippetSite> {
  let handIn: ((id: string) => void) | undefined;
  const handedIn = new Promise<string>((resolve) => (handIn = resolve));
  const site = await startTrainingSite(
    (app) => {
      app.get('/', (c) => c.html(page));
      for (const [path, script] of scripts) {
        app.get(path, (c) => c.body(script, 200, {'Content-Type': 'text/javascript'}));
      }
      app.post('/motp/verify.do', (c) => handleVerifyDo(c));
      app.post('/checks', async (c) => {
        const isJson = c.req.header('Content-Type')?.startsWith('application/json');
        const body: Record<string, unknown> = isJson ? await c.req.json() : await c.req.parseBody();
        if (requiresToken && body['_csrf'] !== CSRF_TOKEN) return c.text('no token', 403);
        const id = body['verificationId'] ?? body['motpId'];
        handIn?.(typeof id === 'string' ? id : '');
        return c.text('다음 화면');
      });
    },
    {
      identity: SNIPPET_TRAINEE,
      hasCsrfToken: ({headers}) => !requiresToken || headers.get('X-CSRF-TOKEN') === CSRF_TOKEN,
    },
  );
  return {
    ...site,
    async confirmedOccasion() {
      const id = await handedIn;
      for (const occasion of OCCASIONS) if (await site.confirms(id, occasion)) return occasion;
      return `no receipt: ${id}`;
    },
  };
}

/** A controller of the *.do kind before the endpoint: a form in, `resultCode` out, always 200. */
async function handleVerifyDo(c: Context): Promise<Response> {
  const form = await c.req.parseBody();
  if (form['_csrf'] !== CSRF_TOKEN) return c.json({resultCode: 'E403'});
  const response = await fetch(new URL('/api/motp', c.req.url), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${crypto.randomUUID()}"`,
      'X-CSRF-TOKEN': CSRF_TOKEN,
    },
    body: JSON.stringify({v: 1, code: form['otpNo'], occasion: 'enrollment'}),
  });
  const {code, verificationId: authKey} = (await response.json()) as Record<string, unknown>;
  return c.json(code === 'verified' ? {resultCode: '0000', authKey} : {resultCode: 'E101'});
}
