/**
 * The training site's server. It stores its trainees' progress and lets nobody skip a due check. The
 * page's claim of a verification is only a hint: the server checks the receipt with the endpoint.
 */
import {Hono, type Context} from 'hono';
import * as v from 'valibot';
import {ReceiptResponse} from '../../endpoint/schemas.ts';
import {NEW_RECORD, courseStatus, STEPS, type CourseRecord, type CourseStatus} from './course.ts';

/** The response to the page: the record and what the trainee can do next. */
export interface CourseView extends CourseRecord {
  readonly courseStatus: CourseStatus;
}

/** What the server needs from its host. */
export interface SiteServerOptions {
  /** The path below which the server is mounted. */
  readonly basePath: string;
  /** Returns the trainee of the session; the endpoint uses the same ID. */
  readonly currentTrainee: (request: Request) => string;
  /** Requests a receipt from the endpoint as this site: `GET {endpoint}/verifications/{id}`. */
  readonly fetchFromEndpoint: (path: string) => Promise<Response>;
  readonly getRecord: (trainee: string) => CourseRecord | undefined;
  readonly saveRecord: (trainee: string, record: CourseRecord) => void;
}

const Claim = v.object({verificationId: v.pipe(v.string(), v.maxLength(128))});

/** Creates the server. */
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

  // Completes the next step. If a check is due, the response names it instead.
  app.post('/course/steps', (c) => {
    const current = record(c);
    if (courseStatus(current).status !== 'open') return view(c, 403);
    saveRecord(trainee(c), {...current, done: Math.min(current.done + 1, STEPS.length)});
    return view(c);
  });

  app.post('/checks', async (c) => {
    const parsed = v.safeParse(Claim, await c.req.json().catch(() => undefined));
    const current = record(c);
    const status = courseStatus(current);
    if (!parsed.success || status.status !== 'check-due') return view(c, 409);
    const {verificationId} = parsed.output;
    const {occasion, unit} = status.check;
    const query = new URLSearchParams({subject: trainee(c), occasion});
    const response = await fetchFromEndpoint(
      `/verifications/${encodeURIComponent(verificationId)}?${query}`,
    );
    const receipt = v.safeParse(ReceiptResponse, await response.json().catch(() => undefined));
    // The endpoint checks the trainee and the occasion; the site checks the lesson or exam.
    if (!receipt.success || receipt.output.unit !== unit) return view(c, 409);
    const {verifiedAt} = receipt.output;
    const check = {occasion, unit, verificationId, verifiedAt};
    saveRecord(trainee(c), {...current, checks: [...current.checks, check]});
    return view(c);
  });

  return app;
}
