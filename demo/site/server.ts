/**
 * The training site's server: keeps how far its trainees are, and lets nobody past a check that is
 * due. What the page says of a verification is a hint: the endpoint is asked about the receipt.
 */
import {Hono, type Context} from 'hono';
import * as v from 'valibot';
import {ReceiptResponse} from '../../endpoint/schemas.ts';
import {NEW_RECORD, placeOf, STEPS, type CourseRecord, type Place} from './course.ts';

/** What the page may know: the record, and where it leads. */
export interface CourseView extends CourseRecord {
  readonly place: Place;
}

/** What the server needs from where it runs. */
export interface SiteOptions {
  /** The path under which it is served. */
  readonly basePath: string;
  /** The trainee of the session, as the endpoint knows them too. */
  readonly signedIn: (request: Request) => string;
  /** Asks the endpoint about a receipt, in the site's name: `GET {endpoint}/verifications/{id}`. */
  readonly askEndpoint: (path: string) => Promise<Response>;
  readonly recordOf: (trainee: string) => CourseRecord | undefined;
  readonly putRecord: (trainee: string, record: CourseRecord) => void;
}

const Claim = v.object({verificationId: v.pipe(v.string(), v.maxLength(128))});

/** The server, ready to be served. */
export function createSite({
  basePath,
  signedIn,
  askEndpoint,
  recordOf,
  putRecord,
}: SiteOptions): Hono {
  const app = new Hono().basePath(basePath);
  const trainee = (c: Context): string => signedIn(c.req.raw);
  const record = (c: Context): CourseRecord => recordOf(trainee(c)) ?? NEW_RECORD;
  const view = (c: Context, status: 200 | 403 | 409 = 200): Response =>
    c.json({...record(c), place: placeOf(record(c))} satisfies CourseView, status);

  app.get('/course', (c) => view(c));

  // The step that is next is done. Whoever asks for it before the check is told which one is due.
  app.post('/course/steps', (c) => {
    const before = record(c);
    if (placeOf(before).is !== 'open') return view(c, 403);
    putRecord(trainee(c), {...before, done: Math.min(before.done + 1, STEPS.length)});
    return view(c);
  });

  app.post('/checks', async (c) => {
    const said = v.safeParse(Claim, await c.req.json().catch(() => undefined));
    const before = record(c);
    const place = placeOf(before);
    if (!said.success || place.is !== 'check-due') return view(c, 409);
    const {verificationId} = said.output;
    const {occasion, unit} = place.check;
    const query = new URLSearchParams({subject: trainee(c), occasion});
    const response = await askEndpoint(
      `/verifications/${encodeURIComponent(verificationId)}?${query}`,
    );
    const receipt = v.safeParse(ReceiptResponse, await response.json().catch(() => undefined));
    // For this trainee and occasion the endpoint answers; for which lesson or exam, the site looks.
    if (!receipt.success || receipt.output.unit !== unit) return view(c, 409);
    const {verifiedAt} = receipt.output;
    const check = {occasion, unit, verificationId, verifiedAt};
    putRecord(trainee(c), {...before, checks: [...before.checks, check]});
    return view(c);
  });

  return app;
}
