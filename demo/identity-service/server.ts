/** The identity service's own server, which reports to the verification system. */
import {Hono} from 'hono';
import * as v from 'valibot';
import type {IdentityReport} from '../../endpoint/schemas.ts';
import {TRAINEE_IDS} from '../backend/fixtures.ts';
import {REPORT_METHODS, createReport} from './report.ts';

/** What the server needs from its host. */
export interface IdentityServiceOptions {
  /** The path below which the server is mounted. */
  readonly basePath: string;
  /** Sends a report to the verification system: `POST {endpoint}/identity-reports`. */
  readonly report: (report: IdentityReport) => Response | Promise<Response>;
  /** Returns ms since the epoch. */
  readonly now: () => number;
}

/** The page's request: the service, the trainee and the verified name. */
const Verified = v.object({
  service: v.picklist(['phone', 'ipin']),
  trainee: v.picklist(TRAINEE_IDS),
  name: v.pipe(v.string(), v.maxLength(80)),
});

/** Creates the server. `POST {base}/verified` responds with the verification system's response. */
export function createIdentityService({basePath, report, now}: IdentityServiceOptions): Hono {
  const app = new Hono().basePath(basePath);
  app.post('/verified', async (c) => {
    const parsed = v.safeParse(Verified, await c.req.json().catch(() => undefined));
    if (!parsed.success) return c.json({code: 'invalid-request'}, 400);
    const {service, trainee, name} = parsed.output;
    const response = await report(createReport(REPORT_METHODS[service], trainee, name, now()));
    return c.json(await response.json());
  });
  return app;
}
