/** The identity service's own server: reports to the verification system, from server to server. */
import {Hono} from 'hono';
import * as v from 'valibot';
import type {IdentityReport} from '../../endpoint/schemas.ts';
import {TRAINEE_IDS} from '../backend/fixtures.ts';
import {REPORT_METHODS, createReport} from './report.ts';

/** What the server needs from where it runs. */
export interface IdentityServiceOptions {
  /** The path under which it is served. */
  readonly basePath: string;
  /** Tells the verification system: `POST {endpoint}/identity-reports`. */
  readonly report: (report: IdentityReport) => Response | Promise<Response>;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** What its page says: who is to be verified, how, and by which name they turned out to be. */
const Verified = v.object({
  service: v.picklist(['phone', 'ipin']),
  trainee: v.picklist(TRAINEE_IDS),
  name: v.pipe(v.string(), v.maxLength(80)),
});

/** The server, ready to be served: `POST {base}/verified` says what the system made of a report. */
export function createIdentityService({basePath, report, now}: IdentityServiceOptions): Hono {
  const app = new Hono().basePath(basePath);
  app.post('/verified', async (c) => {
    const said = v.safeParse(Verified, await c.req.json().catch(() => undefined));
    if (!said.success) return c.json({code: 'invalid-request'}, 400);
    const {service, trainee, name} = said.output;
    const response = await report(createReport(REPORT_METHODS[service], trainee, name, now()));
    return c.json(await response.json());
  });
  return app;
}
