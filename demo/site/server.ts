/**
 * The training site's server: keeps how far its trainees are, and lets nobody past a check that is
 * due. What the page says of a verification is a hint: the endpoint is asked about the receipt.
 */
import {Hono, type Context} from 'hono';
import * as v from 'valibot';
import {ReceiptResponse} from '../../endpoint/schemas.ts';
import {NEW_RECORD, courseStatus, STEPS, type CourseRecord, type CourseStatus} from './course.ts';

/** What the page may know: the record, and where it leads. */
export interface CourseView extends CourseRecord {
  readonly courseStatus: CourseStatus;
}

/** What the server needs from where it runs. */
export interface SiteServerOptions {
  /** The path under which it is served. */
  readonly basePath: string;
  /** The trainee of the session, as the endpoint knows them too. */
  readonly currentTrainee: (request: Request) => string;
  /** Asks the endpoint about a receipt, in the site's name: `GET {endpoint}/verifications/{id}`. */
  readonly fetchFromEndpoint: (path: string) => Promise<Response>;
  readonly getRecord: (trainee: string) => CourseRecord | undefined;
  readonly saveRecord: (trainee: string, record: CourseRecord) => void;
}

const Claim = v.object({verificationId: v.pipe(v.string(), v.maxLength(128))});

/** The server, ready to be served. */
export function createSiteServer({
  basePath,
  currentTrainee,
  fetchFromEndpoint,
  getRecord,
  saveRecord,
}: SiteServerOptions): Hono {
  const app = new Hono().basePath(basePath);
  const trainee = (c: Context): string => currentTrainee(c.req.raw);
  const record = (c: Context): CourseRecord => getRecord(trainee(c)) ?? NEW_RECORD;
  const view = (c: Context, status: 200 | 403 | 409 = 200): Response =>
    c.json({...record(c), courseStatus: courseStatus(record(c))} satisfies CourseView, status);

  app.get('/course', (c) => view(c));

  // The step that is next is done. Whoever asks for it before the check is told which one is due.
  app.post('/course/steps', (c) => {
    const before = record(c);
    if (courseStatus(before).status !== 'open') return view(c, 403);
    saveRecord(trainee(c), {...before, done: Math.min(before.done + 1, STEPS.length)});
    return view(c);
  });

  app.post('/checks', async (c) => {
    const said = v.safeParse(Claim, await c.req.json().catch(() => undefined));
    const before = record(c);
    const place = courseStatus(before);
    if (!said.success || place.status !== 'check-due') return view(c, 409);
    const {verificationId} = said.output;
    const {occasion, unit} = place.check;
    const query = new URLSearchParams({subject: trainee(c), occasion});
    const response = await fetchFromEndpoint(
      `/verifications/${encodeURIComponent(verificationId)}?${query}`,
    );
    const receipt = v.safeParse(ReceiptResponse, await response.json().catch(() => undefined));
    // For this trainee and occasion the endpoint answers; for which lesson or exam, the site looks.
    if (!receipt.success || receipt.output.unit !== unit) return view(c, 409);
    const {verifiedAt} = receipt.output;
    const check = {occasion, unit, verificationId, verifiedAt};
    saveRecord(trainee(c), {...before, checks: [...before.checks, check]});
    return view(c);
  });

  return app;
}
