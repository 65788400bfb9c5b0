/** A training site that serves one of the guide's snippets and receives the page's receipt. */
import type {Context} from 'hono';
import {OCCASIONS} from '../../../src/core/occasion.ts';
import {startTrainingSite, type TrainingSite} from '../../harness/training-site.ts';

/** The identity of the snippets' trainee. */
export const SNIPPET_TRAINEE = {name: '홍길동', phone: '01012345678'} as const;

/** The token that the Spring and eGovFrame snippets must send. */
export const CSRF_TOKEN = 'token-of-this-session';

/** A page with a snippet. */
export interface SnippetPage {
  /** The page's HTML. */
  readonly page: string;
  /** The page's scripts by path. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Whether every POST request must send {@link CSRF_TOKEN}. */
  readonly requiresToken?: boolean;
}

/** The site of a snippet. */
export interface SnippetSite extends TrainingSite {
  /** Waits for the page's receipt and returns the occasion that the endpoint confirms for it. */
  readonly confirmedOccasion: () => Promise<string>;
}

/** Opens a site with a snippet's page. */
export async function openSnippetSite({
  page,
  scripts,
  requiresToken = false,
}: SnippetPage): Promise<SnippetSite> {
  let resolveReceipt: ((id: string) => void) | undefined;
  const receiptId = new Promise<string>((resolve) => (resolveReceipt = resolve));
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
        if (requiresToken && body['_csrf'] !== CSRF_TOKEN) return c.text('missing CSRF token', 403);
        const id = body['verificationId'] ?? body['motpId'];
        resolveReceipt?.(typeof id === 'string' ? id : '');
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
      const id = await receiptId;
      for (const occasion of OCCASIONS) if (await site.redeemReceipt(id, occasion)) return occasion;
      return `no receipt: ${id}`;
    },
  };
}

/** Handles a legacy `*.do` request: takes a form and responds with `resultCode`, always with 200. */
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
